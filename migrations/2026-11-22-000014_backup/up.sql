-- A sheet that waits for its seal says whether it stepped its supplier's counter of complete or partial sheets, so that
-- a backup, which leaves it out, takes the step back. Sealed sheets do not say it.
ALTER TABLE open_responses ADD COLUMN counted BOOLEAN NOT NULL DEFAULT FALSE;
