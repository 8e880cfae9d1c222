-- No SQL takes JSON apart in both databases: the texts come back from the backup taken before.
ALTER TABLE campaigns DROP COLUMN languages;
ALTER TABLE actions DROP COLUMN public_texts;
ALTER TABLE actions ADD COLUMN public_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN public_en TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign_suppliers DROP COLUMN actions;
ALTER TABLE campaign_suppliers ADD COLUMN actions_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign_suppliers ADD COLUMN actions_en TEXT NOT NULL DEFAULT '';
ALTER TABLE questions DROP COLUMN texts;
ALTER TABLE questions DROP COLUMN dimension_names;
ALTER TABLE questions ADD COLUMN dimension_fr TEXT;
ALTER TABLE questions ADD COLUMN dimension_en TEXT;
ALTER TABLE questions ADD COLUMN text_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE questions ADD COLUMN text_en TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers DROP COLUMN in_sentence;
ALTER TABLE suppliers DROP COLUMN names;
ALTER TABLE suppliers ADD COLUMN name_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN article_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN name_en TEXT NOT NULL DEFAULT '';
