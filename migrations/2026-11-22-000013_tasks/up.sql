-- How often a task was claimed: whoever runs it knows its own number, and a later claim takes the right to write away.
ALTER TABLE tasks ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tasks ADD COLUMN started_at TIMESTAMP;
ALTER TABLE tasks ADD COLUMN took_ms INTEGER;
ALTER TABLE tasks ADD COLUMN fault_at TIMESTAMP;
-- Processes that run tasks and send mail, and when each last said so.
CREATE TABLE workers (
    name TEXT PRIMARY KEY NOT NULL,
    started_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL
);
-- Imports through the pages, from the moment they begin: whoever closed the page finds what came of it.
CREATE TABLE imports (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    line_count INTEGER NOT NULL,
    changes TEXT NOT NULL
);
