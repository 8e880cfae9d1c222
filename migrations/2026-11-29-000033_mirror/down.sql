DROP TABLE mirror_figures;
DROP TABLE mirrors;
DROP TABLE open_mirrors;
ALTER TABLE promised DROP COLUMN unit;
ALTER TABLE invitations DROP COLUMN mirror;
ALTER TABLE campaign_suppliers DROP COLUMN mirror_people;
ALTER TABLE campaign_suppliers DROP COLUMN mirror_unit;
ALTER TABLE campaign_suppliers DROP COLUMN mirror;
