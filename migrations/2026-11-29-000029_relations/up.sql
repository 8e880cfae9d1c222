-- What each side of a relation needs or minds, with the other side's answer; nobody's name stands here.
CREATE TABLE points (
    id TEXT PRIMARY KEY NOT NULL,
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    -- Nothing where it comes from comments: those have no client side.
    unit TEXT REFERENCES units (code),
    kind TEXT NOT NULL,
    -- Nothing where neither side said it.
    side TEXT,
    words TEXT NOT NULL,
    -- By which role it was noticed.
    noticed TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL,
    made_on DATE NOT NULL,
    answered_on DATE
);
CREATE INDEX points_of_supplier ON points (supplier, unit);
-- The dated print of a relation, as it was printed.
CREATE TABLE agreements (
    id TEXT PRIMARY KEY NOT NULL,
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    unit TEXT NOT NULL REFERENCES units (code),
    made_on DATE NOT NULL,
    -- JSON: all that it says.
    body TEXT NOT NULL
);
CREATE INDEX agreements_of_relation ON agreements (supplier, unit);
