DROP TABLE past_links;
ALTER TABLE relay DROP COLUMN narrow_until;
ALTER TABLE relay DROP COLUMN lanes;
ALTER TABLE relay DROP COLUMN renamed_at;
DROP TABLE returns_read;
DROP TABLE unmatched_returns;
