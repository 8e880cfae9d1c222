-- The mirror: the team of a service says how it thinks its clients judge it.
ALTER TABLE campaign_suppliers ADD COLUMN mirror BOOLEAN NOT NULL DEFAULT FALSE;
-- The unit whose people are asked, fixed at the opening; none where nobody is.
ALTER TABLE campaign_suppliers ADD COLUMN mirror_unit TEXT;
-- How many people got the page; nothing is asked of fewer than ten.
ALTER TABLE campaign_suppliers ADD COLUMN mirror_people INTEGER NOT NULL DEFAULT 0;
-- The service whose team this person is asked as; none for most.
ALTER TABLE invitations ADD COLUMN mirror TEXT;
-- The client unit that promises, where it is not the service.
ALTER TABLE promised ADD COLUMN unit TEXT;
-- Sheets of the mirror, apart from all others: those of open campaigns, which wait for the closing, and sealed ones.
CREATE TABLE open_mirrors (
    key TEXT PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL,
    supplier TEXT NOT NULL,
    answers TEXT NOT NULL
);
CREATE TABLE mirrors (
    key TEXT PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL,
    supplier TEXT NOT NULL,
    answers TEXT NOT NULL
);
CREATE INDEX mirrors_of_campaign ON mirrors (campaign, supplier);
-- What is published of them, apart from all other figures: the team's mean with its interval, and what became of the
-- comparison with what all clients said.
CREATE TABLE mirror_figures (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL,
    subject TEXT NOT NULL,
    mean DOUBLE PRECISION NOT NULL,
    low DOUBLE PRECISION,
    high DOUBLE PRECISION,
    n INTEGER NOT NULL,
    clients DOUBLE PRECISION,
    delta DOUBLE PRECISION,
    p DOUBLE PRECISION,
    verdict TEXT,
    PRIMARY KEY (campaign, supplier, subject)
);
