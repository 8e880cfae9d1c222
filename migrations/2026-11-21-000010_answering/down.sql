ALTER TABLE questions DROP COLUMN asked_at_most;
ALTER TABLE questions DROP COLUMN asked_if;
