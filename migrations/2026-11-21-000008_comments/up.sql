-- What becomes of a sealed comment: its redaction (none until it was made) with what was found in it, its language and
-- themes, the moderator's decision. The day of a decision, never its time.
ALTER TABLE comments ADD COLUMN redacted TEXT;
ALTER TABLE comments ADD COLUMN marks TEXT NOT NULL DEFAULT '[]';
ALTER TABLE comments ADD COLUMN language TEXT NOT NULL DEFAULT 'fr';
ALTER TABLE comments ADD COLUMN themes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE comments ADD COLUMN themes_by_hand BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE comments ADD COLUMN released TEXT;
ALTER TABLE comments ADD COLUMN decided_by TEXT;
ALTER TABLE comments ADD COLUMN decided_on DATE;
