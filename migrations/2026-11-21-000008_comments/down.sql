ALTER TABLE comments DROP COLUMN decided_on;
ALTER TABLE comments DROP COLUMN decided_by;
ALTER TABLE comments DROP COLUMN released;
ALTER TABLE comments DROP COLUMN themes_by_hand;
ALTER TABLE comments DROP COLUMN themes;
ALTER TABLE comments DROP COLUMN language;
ALTER TABLE comments DROP COLUMN marks;
ALTER TABLE comments DROP COLUMN redacted;
