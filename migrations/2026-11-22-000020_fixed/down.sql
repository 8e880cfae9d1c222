DROP TABLE excepted;
DROP TABLE reminded;
