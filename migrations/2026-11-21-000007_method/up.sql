-- A campaign that hands out a file of the answers says so before it opens; one that was brought from elsewhere was
-- never open here.
ALTER TABLE campaigns ADD COLUMN row_level BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE campaigns ADD COLUMN row_level_to TEXT NOT NULL DEFAULT '';
ALTER TABLE campaigns ADD COLUMN imported BOOLEAN NOT NULL DEFAULT FALSE;
-- What the fingerprint covers, in words that can be read: questionnaires, organisation, thresholds, method, counts.
ALTER TABLE publications ADD COLUMN basis TEXT NOT NULL DEFAULT '';
-- The branches of the unit tree that are made of several client groups, as they stood at closing.
CREATE TABLE rollups (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    client_group TEXT NOT NULL,
    PRIMARY KEY (campaign, unit, client_group)
);
-- Two wordings of a question that mean the same, as somebody of HR decided: digests of both texts.
CREATE TABLE same_meanings (
    question TEXT NOT NULL,
    wording TEXT NOT NULL,
    other_wording TEXT NOT NULL,
    person TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (question, wording, other_wording)
);
-- Answers that a campaign launched with a file of them hands out: no group, an order of their own.
CREATE TABLE released_rows (
    key TEXT PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL,
    answers TEXT NOT NULL
);
CREATE INDEX released_rows_of_campaign ON released_rows (campaign, supplier);
