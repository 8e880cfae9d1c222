ALTER TABLE campaigns DROP COLUMN announced_at;
ALTER TABLE campaigns DROP COLUMN announce_days;
DROP TABLE past_links;
ALTER TABLE relay DROP COLUMN narrow_until;
ALTER TABLE relay DROP COLUMN lanes;
ALTER TABLE relay DROP COLUMN renamed_at;
DROP TABLE returns_read;
DROP TABLE unmatched_returns;
