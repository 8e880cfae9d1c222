-- A question may be asked only of those who answered an earlier one of the same questionnaire at or under a value.
ALTER TABLE questions ADD COLUMN asked_if TEXT;
ALTER TABLE questions ADD COLUMN asked_at_most INTEGER;
