ALTER TABLE campaigns DROP COLUMN period_last;
ALTER TABLE campaigns DROP COLUMN period_first;
DROP TABLE measurements;
DROP TABLE commitment_versions;
DROP TABLE commitments;
DROP TABLE offerings;
