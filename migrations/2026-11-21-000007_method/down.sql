DROP TABLE released_rows; DROP TABLE same_meanings; DROP TABLE rollups;
ALTER TABLE publications DROP COLUMN basis;
ALTER TABLE campaigns DROP COLUMN imported;
ALTER TABLE campaigns DROP COLUMN row_level_to;
ALTER TABLE campaigns DROP COLUMN row_level;
