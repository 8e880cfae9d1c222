-- One or two people worked in the service when the campaign opened: what is published of it is for its head, HR and
-- direction alone, for it would appraise a person.
ALTER TABLE campaign_suppliers ADD COLUMN small_team BOOLEAN NOT NULL DEFAULT FALSE;
