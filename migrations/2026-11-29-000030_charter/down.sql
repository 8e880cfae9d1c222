DROP TABLE charter_proposals;
DROP TABLE charter_lines;
DROP TABLE charters;
