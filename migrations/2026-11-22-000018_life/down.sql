DROP TABLE contacts;
ALTER TABLE campaigns DROP COLUMN extended_from;
ALTER TABLE campaigns DROP COLUMN informed_on;
