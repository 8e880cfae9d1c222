CREATE TABLE campaigns (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    opens_on DATE NOT NULL,
    closes_on DATE NOT NULL,
    reminders TEXT NOT NULL,
    threshold INTEGER NOT NULL,
    levels_threshold INTEGER NOT NULL,
    comments_threshold INTEGER NOT NULL,
    opened_at TIMESTAMP,
    closed_at TIMESTAMP,
    published_at TIMESTAMP,
    -- How far publishing has come, so that the next start finishes it: '', closed, decided, flags, sealed, published, done.
    stage TEXT NOT NULL
);
CREATE TABLE campaign_suppliers (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    questionnaire TEXT REFERENCES questionnaires (id),
    -- Sheets about this supplier from people it was proposed to, all questions or the overall one left empty.
    complete INTEGER NOT NULL,
    partial INTEGER NOT NULL,
    -- Public texts of its actions, copied at opening for the respondents' pages.
    actions_fr TEXT NOT NULL,
    actions_en TEXT NOT NULL,
    PRIMARY KEY (campaign, supplier)
);
CREATE TABLE client_groups (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    invited INTEGER NOT NULL,
    sendings INTEGER NOT NULL,
    PRIMARY KEY (campaign, code)
);
CREATE TABLE group_units (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    unit TEXT NOT NULL REFERENCES units (code),
    client_group TEXT NOT NULL,
    PRIMARY KEY (campaign, unit)
);
-- To how many eligible people of a group a supplier was proposed; fixed at opening.
CREATE TABLE proposals (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    client_group TEXT NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (campaign, supplier, client_group)
);
CREATE TABLE invitations (
    id TEXT PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    person TEXT NOT NULL REFERENCES people (id),
    client_group TEXT NOT NULL,
    issue INTEGER NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    eligible BOOLEAN NOT NULL,
    proposed TEXT NOT NULL,
    UNIQUE (campaign, person)
);
-- "Closed to reminders", the same for answered and declined; no date; deleted at closing.
CREATE TABLE answered (
    invitation TEXT PRIMARY KEY NOT NULL
);
CREATE TABLE participation_days (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    day DATE NOT NULL,
    client_group TEXT NOT NULL,
    invited INTEGER NOT NULL,
    sendings INTEGER NOT NULL,
    PRIMARY KEY (campaign, day, client_group)
);
