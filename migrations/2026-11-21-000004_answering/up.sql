-- Answers not yet sent, encrypted with a key derived from the link's token.
CREATE TABLE drafts (
    invitation TEXT PRIMARY KEY NOT NULL,
    sealed_text TEXT NOT NULL
);
-- What open campaigns collected, apart from history, so that the seal can rewrite it whole.
CREATE TABLE open_responses (
    key TEXT PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL,
    supplier TEXT NOT NULL,
    client_group TEXT NOT NULL,
    no_contact BOOLEAN NOT NULL,
    answers TEXT NOT NULL
);
CREATE TABLE open_comments (
    key TEXT PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL,
    supplier TEXT NOT NULL,
    client_group TEXT NOT NULL,
    question TEXT NOT NULL,
    body TEXT NOT NULL
);
-- History: sealed rows only, written in shuffled order under fresh keys.
CREATE TABLE responses (
    key TEXT PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL,
    supplier TEXT NOT NULL,
    client_group TEXT NOT NULL,
    no_contact BOOLEAN NOT NULL,
    answers TEXT NOT NULL
);
CREATE INDEX responses_of_campaign ON responses (campaign, supplier);
CREATE TABLE comments (
    key TEXT PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL,
    supplier TEXT NOT NULL,
    client_group TEXT NOT NULL,
    question TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX comments_of_campaign ON comments (campaign, supplier);
