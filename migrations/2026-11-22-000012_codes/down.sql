DROP TABLE code_people;
DROP TABLE slips;
