-- What a campaign is: quarter, flash, charter, session.
ALTER TABLE campaigns ADD COLUMN kind TEXT NOT NULL DEFAULT 'quarter';
CREATE INDEX campaigns_of_kind ON campaigns (kind, state);

-- A version that one occasion asks; the service's own have none.
ALTER TABLE questionnaires ADD COLUMN campaign TEXT REFERENCES campaigns (id);
CREATE INDEX questionnaires_of_campaign ON questionnaires (campaign);

-- What befell a service, or all of them, on a day: marked on trends; its page is the note of what was learnt.
CREATE TABLE events (
    id TEXT PRIMARY KEY NOT NULL,
    -- None: everybody.
    supplier TEXT REFERENCES suppliers (code),
    day DATE NOT NULL,
    -- A few words, for the mark.
    words TEXT NOT NULL,
    -- What happened, and what was learnt, in sentences.
    account TEXT NOT NULL DEFAULT '',
    lesson TEXT NOT NULL DEFAULT ''
);
INSERT INTO events (id, supplier, day, words) SELECT id, supplier, day, words FROM supplier_events;
DROP TABLE supplier_events;
CREATE INDEX events_of_supplier ON events (supplier, day);

-- What was told of an event, when, to whom, by what medium, by whom: in words, by function.
CREATE TABLE announcements (
    id TEXT PRIMARY KEY NOT NULL,
    event TEXT NOT NULL REFERENCES events (id),
    day DATE NOT NULL,
    words TEXT NOT NULL,
    audience TEXT NOT NULL,
    medium TEXT NOT NULL,
    told_by TEXT NOT NULL
);
CREATE INDEX announcements_of_event ON announcements (event, day);

-- A campaign between two quarters: why, and who chose those who are asked.
CREATE TABLE occasions (
    campaign TEXT PRIMARY KEY NOT NULL REFERENCES campaigns (id),
    -- JSON by language: what it is about, as those who are asked read it.
    words TEXT NOT NULL,
    -- head, hr.
    chosen_by TEXT NOT NULL,
    -- Drawn with the link key: which of several occasions asks a group that all of them would.
    lot TEXT NOT NULL,
    -- Of a flash.
    event TEXT REFERENCES events (id),
    -- Of a survey of participants: the training, and hot or cold.
    action TEXT REFERENCES actions (id),
    survey TEXT,
    -- Of a cold survey: the hot one whose participants it asks again.
    follows TEXT REFERENCES campaigns (id),
    -- Of a charter's consultation.
    charter INTEGER REFERENCES charters (version)
);
CREATE INDEX occasions_of_action ON occasions (action);

-- Who a survey of participants will ask, until it opens.
CREATE TABLE named_people (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    person TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (campaign, person)
);

-- The sessions of a training, and who took part: kept until the second survey has opened, 90 days at most.
CREATE TABLE training_sessions (
    id TEXT PRIMARY KEY NOT NULL,
    action TEXT NOT NULL REFERENCES actions (id),
    day DATE NOT NULL,
    words TEXT NOT NULL,
    -- The survey that asked about it.
    campaign TEXT REFERENCES campaigns (id)
);
CREATE INDEX training_sessions_of_action ON training_sessions (action, day);
CREATE TABLE participants (
    session TEXT NOT NULL REFERENCES training_sessions (id),
    person TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (session, person)
);
