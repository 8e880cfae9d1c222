-- Claiming reads in this order: what is queued, urgent first, longest due first.
DROP INDEX outbox_waiting;
CREATE INDEX outbox_due ON outbox (state, priority, next_at, id);
-- NULL is not equal to NULL: without this, a letter of no campaign could be written twice for one occasion.
CREATE UNIQUE INDEX outbox_once ON outbox (person, occasion) WHERE campaign IS NULL;
-- The mail server as all processes see it: how long it is left alone after connections that failed. One row.
CREATE TABLE relay (
    name TEXT PRIMARY KEY NOT NULL,
    faults INTEGER NOT NULL,
    rests_until TIMESTAMP,
    said TEXT
);
INSERT INTO relay (name, faults) VALUES ('relay', 0);
-- How many mails were handed to the server and when, without to whom: what the limits per minute and day are counted
-- from, by all processes together. Kept two days.
CREATE TABLE relayed (
    id TEXT PRIMARY KEY NOT NULL,
    at TIMESTAMP NOT NULL,
    mails INTEGER NOT NULL
);
CREATE INDEX relayed_at ON relayed (at);
-- A campaign's mails: running or held, and how many the server took or refused since they last started.
CREATE TABLE mailings (
    campaign TEXT PRIMARY KEY NOT NULL,
    state TEXT NOT NULL,
    tried INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    in_a_row INTEGER NOT NULL,
    said TEXT
);
