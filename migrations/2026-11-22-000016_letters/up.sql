-- "No more reminders for this campaign": said by the person, through a link of its own. It is no answer and closes no
-- link; no date; deleted at closing.
CREATE TABLE no_reminders (
    invitation TEXT PRIMARY KEY NOT NULL
);
-- What HR wrote in the place of the usual subject and introduction of a campaign's mails; empty: the usual one.
CREATE TABLE mail_texts (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    introduction TEXT NOT NULL,
    PRIMARY KEY (campaign, kind, language)
);
