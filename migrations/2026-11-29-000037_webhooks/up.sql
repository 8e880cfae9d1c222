-- Addresses of other programs that are told what happens, and what they are or were told. The secret that signs is
-- derived from the link key and stands nowhere.
CREATE TABLE webhooks (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    -- standard (Standard Webhooks) or teams (an Adaptive Card).
    format TEXT NOT NULL,
    -- Words with spaces between.
    events TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    made_at TIMESTAMP NOT NULL,
    -- Why it was put off, where the receiver asked for it.
    said TEXT
);

CREATE TABLE deliveries (
    id TEXT PRIMARY KEY NOT NULL,
    webhook TEXT NOT NULL REFERENCES webhooks (id),
    event TEXT NOT NULL,
    -- JSON: codes, day, path, and the public text of a visible action.
    told TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at TIMESTAMP NOT NULL,
    lease_until TIMESTAMP,
    said TEXT,
    ended_at TIMESTAMP
);
CREATE INDEX deliveries_of ON deliveries (webhook, state, made_at);
