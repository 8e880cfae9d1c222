-- Whom an action concerns, and for one that tells something: for whom, by what medium, on which day. One row at most for
-- each action.
CREATE TABLE action_reach (
    action TEXT PRIMARY KEY NOT NULL REFERENCES actions (id),
    -- JSON, the names of client groups by code, as they were called when they were chosen.
    groups TEXT NOT NULL,
    audience TEXT NOT NULL,
    medium TEXT NOT NULL,
    told_on DATE
);
