-- Delivery reports that say a mail failed and could be tied to none of ours: why, and the server's words with the name
-- before each @ taken out, because a reminder's report would tell whose link was unused.
CREATE TABLE unmatched_returns (
    id TEXT PRIMARY KEY NOT NULL,
    read_at TIMESTAMP NOT NULL,
    reason TEXT NOT NULL,
    said TEXT NOT NULL
);
-- Files of a Maildir that were read and stay where they are.
CREATE TABLE returns_read (
    name TEXT PRIMARY KEY NOT NULL,
    read_at TIMESTAMP NOT NULL
);
-- When a report last showed that the mail server gives our mails other Message-IDs; and how many connections it takes
-- at once, when it refused further ones, until it is tried with all again.
ALTER TABLE relay ADD COLUMN renamed_at TIMESTAMP;
ALTER TABLE relay ADD COLUMN lanes INTEGER;
ALTER TABLE relay ADD COLUMN narrow_until TIMESTAMP;
-- Links that led somewhere once: an expired one is told from one that never was. A hash of chance, tied to nobody.
CREATE TABLE past_links (
    token_hash TEXT PRIMARY KEY NOT NULL,
    gone_on DATE NOT NULL
);
-- How many working days after the publication those who were asked are told, and when they were. Of waves that were told
-- before, at once.
ALTER TABLE campaigns ADD COLUMN announce_days INTEGER NOT NULL DEFAULT 3;
ALTER TABLE campaigns ADD COLUMN announced_at TIMESTAMP;
UPDATE campaigns SET announced_at = published_at WHERE state = 'published' AND stage = 'done';
