-- Sealed sheets are counted supplier by supplier in the order of their keys.
DROP INDEX responses_of_campaign;
CREATE INDEX responses_of_campaign ON responses (campaign, supplier, key);
