CREATE TABLE questionnaires (
    id TEXT PRIMARY KEY NOT NULL,
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (supplier, version)
);
CREATE TABLE questions (
    questionnaire TEXT NOT NULL REFERENCES questionnaires (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    core BOOLEAN NOT NULL,
    kind TEXT NOT NULL,
    dimension TEXT,
    dimension_fr TEXT,
    dimension_en TEXT,
    text_fr TEXT NOT NULL,
    text_en TEXT NOT NULL,
    lo INTEGER,
    hi INTEGER,
    reversed BOOLEAN NOT NULL,
    options TEXT NOT NULL,
    PRIMARY KEY (questionnaire, code)
);
