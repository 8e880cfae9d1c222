ALTER TABLE campaign_suppliers DROP COLUMN told_satisfied;
ALTER TABLE campaign_suppliers DROP COLUMN told_wave;
ALTER TABLE campaigns DROP COLUMN answers_months;
ALTER TABLE campaigns DROP COLUMN comments_months;
