DROP TABLE privacy_audits;
ALTER TABLE client_groups DROP COLUMN sealed_sendings;
ALTER TABLE open_comments DROP COLUMN sealed;
ALTER TABLE open_responses DROP COLUMN sealed;
ALTER TABLE answered DROP COLUMN sealed;
