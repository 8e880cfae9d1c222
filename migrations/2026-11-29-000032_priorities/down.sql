DROP TABLE dismissed_priorities;
