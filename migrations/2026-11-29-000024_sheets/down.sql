DROP INDEX responses_of_campaign;
CREATE INDEX responses_of_campaign ON responses (campaign, supplier);
