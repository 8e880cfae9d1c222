ALTER TABLE open_responses DROP COLUMN counted;
