ALTER TABLE campaign_suppliers DROP COLUMN small_team;
