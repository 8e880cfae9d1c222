DROP TABLE agreements;
DROP TABLE points;
