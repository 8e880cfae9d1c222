ALTER TABLE sessions DROP COLUMN provider_session;
DROP TABLE accounts;
