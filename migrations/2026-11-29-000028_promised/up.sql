-- What was promised when a campaign opened; at its publication, what was measured then, and what that and the published
-- mean of its question say.
CREATE TABLE promised (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL,
    commitment TEXT NOT NULL,
    version TEXT NOT NULL REFERENCES commitment_versions (id),
    question TEXT,
    -- Enough people do the work for a measurement and a verdict.
    has_figures BOOLEAN NOT NULL,
    value DOUBLE PRECISION,
    cases INTEGER,
    source TEXT,
    measured_on DATE,
    measured TEXT,
    felt TEXT,
    verdict TEXT,
    PRIMARY KEY (campaign, supplier, commitment)
);
-- What made an action besides the figure it starts from: a theme, a commitment, a point of a relation, an idea in words.
CREATE TABLE action_origins (
    action TEXT NOT NULL REFERENCES actions (id),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- The publication it was read in, where it was.
    campaign TEXT,
    -- The code of what it is; nothing for an idea.
    subject TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (action, place)
);
