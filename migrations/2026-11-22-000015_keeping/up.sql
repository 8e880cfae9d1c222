-- How long what people said is kept, in months, as it was promised when the campaign opened; none for a wave brought
-- from elsewhere, to whose respondents nothing was promised here.
ALTER TABLE campaigns ADD COLUMN comments_months INTEGER;
ALTER TABLE campaigns ADD COLUMN answers_months INTEGER;
UPDATE campaigns SET comments_months = 24, answers_months = 36 WHERE opened_at IS NOT NULL AND imported = FALSE;
-- What the last publication before the opening said of a service to everybody: its wave and the share of favourable
-- opinions; none where it said nothing.
ALTER TABLE campaign_suppliers ADD COLUMN told_wave TEXT;
ALTER TABLE campaign_suppliers ADD COLUMN told_satisfied DOUBLE PRECISION;
