-- When staff representatives were told of the campaign; none until somebody writes it.
ALTER TABLE campaigns ADD COLUMN informed_on DATE;
-- The closing date people were first told, where it was put off since.
ALTER TABLE campaigns ADD COLUMN extended_from DATE;
-- To which campaigns a person was invited, by mail or by a code on paper: what a limit to the number of campaigns is
-- counted from. It outlives invitations, which go 30 days after closing, and says nothing of answers.
CREATE TABLE contacts (
    person TEXT NOT NULL REFERENCES people (id),
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    code TEXT NOT NULL,
    day DATE NOT NULL,
    PRIMARY KEY (person, campaign)
);
INSERT INTO contacts (person, campaign, code, day)
    SELECT i.person, i.campaign, c.code, c.opens_on FROM invitations i JOIN campaigns c ON c.id = i.campaign;
INSERT INTO contacts (person, campaign, code, day)
    SELECT p.person, p.campaign, c.code, c.opens_on FROM code_people p JOIN campaigns c ON c.id = p.campaign;
