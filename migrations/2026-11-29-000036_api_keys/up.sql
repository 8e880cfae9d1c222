-- Keys by which other programs read figures or bring measurements: made by an administrator, shown once.
CREATE TABLE api_keys (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    -- Words with spaces between: results, organisation, measurements.
    scopes TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL REFERENCES people (id),
    -- The last day on which it opens anything.
    ends_on DATE NOT NULL,
    -- One that reads results waits for somebody with the role hr.
    agreed_at TIMESTAMP,
    agreed_by TEXT REFERENCES people (id),
    revoked_at TIMESTAMP,
    used_on DATE
);

-- Which campaign was read with which key on which day: its first read of a day is a line among the exports.
CREATE TABLE api_reads (
    key TEXT NOT NULL REFERENCES api_keys (id),
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    day DATE NOT NULL,
    PRIMARY KEY (key, campaign, day)
);
