-- What the nightly seal has rewritten in shuffled order among at least five sendings of its group; the rest waits.
ALTER TABLE answered ADD COLUMN sealed BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE open_responses ADD COLUMN sealed BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE open_comments ADD COLUMN sealed BOOLEAN NOT NULL DEFAULT FALSE;
-- The group's counter of sendings when it was last sealed.
ALTER TABLE client_groups ADD COLUMN sealed_sendings INTEGER NOT NULL DEFAULT 0;
-- What each night's look at the data said, in numbers only.
CREATE TABLE privacy_audits (
    day DATE PRIMARY KEY NOT NULL,
    found INTEGER NOT NULL,
    unread INTEGER NOT NULL
);
