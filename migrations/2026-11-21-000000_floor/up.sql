-- What every slice stands on: settings, sign-in, mail, recurring tasks, audit.
CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY NOT NULL,
    person TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL
);
CREATE TABLE sign_in_links (
    id TEXT PRIMARY KEY NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used BOOLEAN NOT NULL
);
-- One row per mail to one person for one occasion. The body is rendered when it is sent.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    occasion TEXT NOT NULL,
    campaign TEXT,
    person TEXT NOT NULL,
    reference TEXT,
    priority INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at TIMESTAMP NOT NULL,
    lease_owner TEXT,
    lease_until TIMESTAMP,
    message_id TEXT NOT NULL,
    fault TEXT,
    UNIQUE (campaign, person, occasion)
);
CREATE INDEX outbox_waiting ON outbox (state, next_at);
CREATE TABLE tasks (
    name TEXT PRIMARY KEY NOT NULL,
    next_at TIMESTAMP NOT NULL,
    last_at TIMESTAMP,
    lease_owner TEXT,
    lease_until TIMESTAMP,
    fault TEXT
);
CREATE TABLE audit_log (
    id TEXT PRIMARY KEY NOT NULL,
    at TIMESTAMP NOT NULL,
    person TEXT,
    event TEXT NOT NULL,
    detail TEXT NOT NULL
);
