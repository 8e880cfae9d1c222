-- When the people of a group were told that actions of the plan had moved since the results: once for each page, and
-- for longer than the mails themselves are kept.
ALTER TABLE feedback_pages ADD COLUMN moved_told_at TIMESTAMP;
