ALTER TABLE feedback_pages DROP COLUMN moved_told_at;
