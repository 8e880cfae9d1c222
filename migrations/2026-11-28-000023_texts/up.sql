-- One text of many languages instead of a column for each: JSON, {"fr":"…","en":"…"}, in the organisation's order.
-- Fields let no control characters through but these two, a line break and a tab.
ALTER TABLE suppliers ADD COLUMN names TEXT NOT NULL DEFAULT '{}';
ALTER TABLE suppliers ADD COLUMN in_sentence TEXT NOT NULL DEFAULT '{}';
UPDATE suppliers SET
    names = '{' || CASE WHEN name_fr <> '' THEN '"fr":"' || replace(replace(replace(replace(name_fr, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END
        || CASE WHEN name_fr <> '' AND name_en <> '' THEN ',' ELSE '' END
        || CASE WHEN name_en <> '' THEN '"en":"' || replace(replace(replace(replace(name_en, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END || '}',
    in_sentence = '{' || CASE WHEN article_fr <> '' THEN '"fr":"' || replace(replace(replace(replace(article_fr, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END
        || CASE WHEN article_fr <> '' AND name_en <> '' THEN ',' ELSE '' END
        || CASE WHEN name_en <> '' THEN '"en":"' || replace(replace(replace(replace(name_en, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END || '}';
ALTER TABLE suppliers DROP COLUMN name_fr;
ALTER TABLE suppliers DROP COLUMN name_en;
ALTER TABLE suppliers DROP COLUMN article_fr;
ALTER TABLE questions ADD COLUMN dimension_names TEXT NOT NULL DEFAULT '{}';
ALTER TABLE questions ADD COLUMN texts TEXT NOT NULL DEFAULT '{}';
UPDATE questions SET
    dimension_names = '{' || CASE WHEN coalesce(dimension_fr, '') <> '' THEN '"fr":"' || replace(replace(replace(replace(coalesce(dimension_fr, ''), '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END
        || CASE WHEN coalesce(dimension_fr, '') <> '' AND coalesce(dimension_en, '') <> '' THEN ',' ELSE '' END
        || CASE WHEN coalesce(dimension_en, '') <> '' THEN '"en":"' || replace(replace(replace(replace(coalesce(dimension_en, ''), '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END || '}',
    texts = '{' || CASE WHEN text_fr <> '' THEN '"fr":"' || replace(replace(replace(replace(text_fr, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END
        || CASE WHEN text_fr <> '' AND text_en <> '' THEN ',' ELSE '' END
        || CASE WHEN text_en <> '' THEN '"en":"' || replace(replace(replace(replace(text_en, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END || '}';
ALTER TABLE questions DROP COLUMN dimension_fr;
ALTER TABLE questions DROP COLUMN dimension_en;
ALTER TABLE questions DROP COLUMN text_fr;
ALTER TABLE questions DROP COLUMN text_en;
ALTER TABLE campaign_suppliers ADD COLUMN actions TEXT NOT NULL DEFAULT '{}';
UPDATE campaign_suppliers SET
    actions = '{' || CASE WHEN actions_fr <> '' THEN '"fr":"' || replace(replace(replace(replace(actions_fr, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END
        || CASE WHEN actions_fr <> '' AND actions_en <> '' THEN ',' ELSE '' END
        || CASE WHEN actions_en <> '' THEN '"en":"' || replace(replace(replace(replace(actions_en, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END || '}';
ALTER TABLE campaign_suppliers DROP COLUMN actions_fr;
ALTER TABLE campaign_suppliers DROP COLUMN actions_en;
ALTER TABLE actions ADD COLUMN public_texts TEXT NOT NULL DEFAULT '{}';
UPDATE actions SET
    public_texts = '{' || CASE WHEN public_fr <> '' THEN '"fr":"' || replace(replace(replace(replace(public_fr, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END
        || CASE WHEN public_fr <> '' AND public_en <> '' THEN ',' ELSE '' END
        || CASE WHEN public_en <> '' THEN '"en":"' || replace(replace(replace(replace(public_en, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END || '}';
ALTER TABLE actions DROP COLUMN public_fr;
ALTER TABLE actions DROP COLUMN public_en;
-- Who reads comments, by function.
INSERT INTO settings (name, value)
SELECT 'moderator', '{' || CASE WHEN fr <> '' THEN '"fr":"' || replace(replace(replace(replace(fr, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END
        || CASE WHEN fr <> '' AND en <> '' THEN ',' ELSE '' END
        || CASE WHEN en <> '' THEN '"en":"' || replace(replace(replace(replace(en, '\', '\\'), '"', '\"'), '
', '\n'), '	', '\t') || '"' ELSE '' END || '}'
FROM (SELECT
    coalesce((SELECT value FROM settings WHERE name = 'moderator_fr'), '') AS fr,
    coalesce((SELECT value FROM settings WHERE name = 'moderator_en'), '') AS en) AS said
WHERE fr <> '' OR en <> '';
DELETE FROM settings WHERE name IN ('moderator_fr', 'moderator_en');
-- How many people of each language were invited: {"fr":230,"en":8}; unknown of campaigns opened before.
ALTER TABLE campaigns ADD COLUMN languages TEXT NOT NULL DEFAULT '{}';
