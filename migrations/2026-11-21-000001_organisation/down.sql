DROP TABLE relations; DROP TABLE grants; DROP TABLE suppliers; DROP TABLE people; DROP TABLE units;
