CREATE TABLE actions (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL,
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    title TEXT NOT NULL,
    finding TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES people (id),
    starts_on DATE,
    due_on DATE NOT NULL,
    -- The figure that made it, copied from the publication.
    origin_campaign TEXT REFERENCES campaigns (id),
    origin_subject TEXT,
    baseline DOUBLE PRECISION,
    baseline_low DOUBLE PRECISION,
    baseline_high DOUBLE PRECISION,
    baseline_n INTEGER,
    target DOUBLE PRECISION,
    public_fr TEXT NOT NULL,
    public_en TEXT NOT NULL,
    visible BOOLEAN NOT NULL,
    done_on DATE,
    effect TEXT,
    effect_campaign TEXT REFERENCES campaigns (id),
    effect_value DOUBLE PRECISION,
    effect_low DOUBLE PRECISION,
    effect_high DOUBLE PRECISION,
    effect_n INTEGER,
    verdict TEXT,
    reason TEXT NOT NULL,
    UNIQUE (supplier, number)
);
CREATE TABLE action_history (
    id TEXT PRIMARY KEY NOT NULL,
    action TEXT NOT NULL REFERENCES actions (id),
    at TIMESTAMP NOT NULL,
    person TEXT,
    event TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE TABLE feedback_pages (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    client_group TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    PRIMARY KEY (campaign, client_group)
);
