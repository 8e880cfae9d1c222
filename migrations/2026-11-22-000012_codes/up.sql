-- Invitations on paper, for people without an address: reached by a typed code. A slip names nobody, because nobody
-- knows who drew it; `code_digest` needs the link key to be made.
CREATE TABLE slips (
    id TEXT PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    client_group TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    code_digest TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    proposed TEXT NOT NULL
);
-- Who may draw a slip of which group; never which one.
CREATE TABLE code_people (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    person TEXT NOT NULL REFERENCES people (id),
    client_group TEXT NOT NULL,
    PRIMARY KEY (campaign, person)
);
