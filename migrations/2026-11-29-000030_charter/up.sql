-- The organisation's charter, version by version: one draft at most, and those that were adopted.
CREATE TABLE charters (
    version INTEGER PRIMARY KEY NOT NULL,
    state TEXT NOT NULL,
    -- When people were consulted about it, and when it was adopted.
    consulted_on DATE,
    adopted_on DATE
);
CREATE TABLE charter_lines (
    charter INTEGER NOT NULL REFERENCES charters (version),
    position INTEGER NOT NULL,
    -- Who promises: a service or its clients.
    side TEXT NOT NULL,
    texts TEXT NOT NULL,
    PRIMARY KEY (charter, position)
);
-- Lines that heads and representatives propose, for HR to take up or not; by side, never by person.
CREATE TABLE charter_proposals (
    id TEXT PRIMARY KEY NOT NULL,
    side TEXT NOT NULL,
    words TEXT NOT NULL,
    made_on DATE NOT NULL
);
