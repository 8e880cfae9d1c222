CREATE TABLE units (
    code TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    parent TEXT REFERENCES units (code),
    active BOOLEAN NOT NULL
);
CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT UNIQUE,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES units (code),
    language TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    until DATE
);
CREATE INDEX people_by_unit ON people (unit);
CREATE TABLE suppliers (
    code TEXT PRIMARY KEY NOT NULL,
    name_fr TEXT NOT NULL,
    article_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    unit TEXT REFERENCES units (code),
    active BOOLEAN NOT NULL
);
-- What a person may do. `supplier` is empty for roles that concern the whole organisation.
CREATE TABLE grants (
    person TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    supplier TEXT NOT NULL,
    PRIMARY KEY (person, role, supplier)
);
-- "this supplier serves this branch of units"; kind 'except' takes a branch out again.
CREATE TABLE relations (
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    unit TEXT NOT NULL REFERENCES units (code),
    kind TEXT NOT NULL,
    PRIMARY KEY (supplier, unit)
);
