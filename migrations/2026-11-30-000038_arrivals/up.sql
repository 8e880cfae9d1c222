-- What a door (the import folder, SCIM) asks for and may not do by itself: it waits for somebody's yes. One row for
-- each part of a person; what is asked later takes the place of what was asked before.
CREATE TABLE waiting_changes (
    -- Of people, or of somebody who has no unit yet and is only in directory_entries.
    person TEXT NOT NULL,
    -- address, presence, roles, unit.
    part TEXT NOT NULL,
    -- The address; whether they are here and until when; roles as a file writes them; the unit as the directory spells it.
    value TEXT NOT NULL,
    -- Words with spaces between.
    reasons TEXT NOT NULL,
    -- Which door asked: a file's name, or the id of a key.
    source TEXT NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    PRIMARY KEY (person, part)
);

-- What doors did of themselves within the last days: their limits count with it.
CREATE TABLE door_changes (
    person TEXT NOT NULL,
    -- came, left, back, address.
    part TEXT NOT NULL,
    day DATE NOT NULL,
    PRIMARY KEY (person, part)
);

-- A unit as an organisation's directory spells it, where that is neither its code nor its name.
CREATE TABLE unit_spellings (
    -- In small letters, without accents.
    spelling TEXT PRIMARY KEY NOT NULL,
    unit TEXT NOT NULL REFERENCES units (code)
);

-- Users and groups as the organisation's directory last told of them over SCIM.
CREATE TABLE directory_entries (
    -- By which the directory knows it. A group's is the code of its unit, where it was told of first as one.
    id TEXT NOT NULL,
    -- Of a user: the person it is, or becomes once there is a unit. Of a group: its id.
    person TEXT NOT NULL,
    -- user, group.
    kind TEXT NOT NULL,
    -- userName or displayName in small letters; of a deleted one, ~ and its id.
    name TEXT NOT NULL,
    -- JSON: the resource.
    told TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    gone BOOLEAN NOT NULL,
    PRIMARY KEY (kind, id),
    UNIQUE (kind, name)
);
