-- What may be shown, decided once at closing. `release` is 'value' or 'levels'; `reason` is for the audit only.
CREATE TABLE decisions (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL,
    client_group TEXT NOT NULL,
    subject TEXT NOT NULL,
    release TEXT NOT NULL,
    shown BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (campaign, supplier, client_group, subject, release)
);
CREATE TABLE publications (
    campaign TEXT PRIMARY KEY NOT NULL REFERENCES campaigns (id),
    published_at TIMESTAMP NOT NULL,
    method_version INTEGER NOT NULL,
    fingerprint TEXT NOT NULL
);
-- The publication: one row per figure, the same rows as the tidy export.
CREATE TABLE figures (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL,
    client_group TEXT NOT NULL,
    subject TEXT NOT NULL,
    indicator TEXT NOT NULL,
    value DOUBLE PRECISION,
    word TEXT,
    low DOUBLE PRECISION,
    high DOUBLE PRECISION,
    n INTEGER,
    shown BOOLEAN NOT NULL,
    PRIMARY KEY (campaign, supplier, client_group, subject, indicator)
);
-- Whole-response moments that comparing waves needs (histogram of a dimension's response scores); never exported.
CREATE TABLE moments (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL,
    subject TEXT NOT NULL,
    scores TEXT NOT NULL,
    PRIMARY KEY (campaign, supplier, subject)
);
