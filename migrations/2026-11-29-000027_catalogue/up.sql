-- What a service offers and promises, and what was measured of its promises over a quarter.
CREATE TABLE offerings (
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    code TEXT NOT NULL,
    names TEXT NOT NULL,
    descriptions TEXT NOT NULL,
    -- How to ask for it: words, and one https link or nothing.
    ways TEXT NOT NULL,
    link TEXT NOT NULL,
    position INTEGER NOT NULL,
    active BOOLEAN NOT NULL,
    -- How many people do the work: under 3, a figure about it would be one about a person.
    workers INTEGER NOT NULL,
    PRIMARY KEY (supplier, code)
);
CREATE TABLE commitments (
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    code TEXT NOT NULL,
    -- Nothing where the promise is of the service as a whole.
    offering TEXT,
    -- The client unit that promises; nothing where the service does.
    unit TEXT REFERENCES units (code),
    kind TEXT NOT NULL,
    -- The question that says how it is felt.
    question TEXT,
    ended_on DATE,
    PRIMARY KEY (supplier, code)
);
-- What was promised, and from when on: a changed promise is a new row.
CREATE TABLE commitment_versions (
    id TEXT PRIMARY KEY NOT NULL,
    supplier TEXT NOT NULL,
    commitment TEXT NOT NULL,
    version INTEGER NOT NULL,
    texts TEXT NOT NULL,
    target DOUBLE PRECISION NOT NULL,
    measured_in TEXT NOT NULL,
    direction TEXT NOT NULL,
    since DATE NOT NULL,
    made_on DATE NOT NULL,
    -- A campaign opened with it: it never changes again.
    frozen BOOLEAN NOT NULL,
    UNIQUE (supplier, commitment, version)
);
CREATE TABLE measurements (
    supplier TEXT NOT NULL,
    commitment TEXT NOT NULL,
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    value DOUBLE PRECISION NOT NULL,
    cases INTEGER NOT NULL,
    source TEXT NOT NULL,
    day DATE NOT NULL,
    -- Nobody where the command line brought it.
    person TEXT,
    PRIMARY KEY (supplier, commitment, campaign)
);
-- The first and the last day that a campaign asks about.
ALTER TABLE campaigns ADD COLUMN period_first DATE;
ALTER TABLE campaigns ADD COLUMN period_last DATE;
