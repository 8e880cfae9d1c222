-- What an action costs, in words; from whom a decision is awaited; when somebody looks whether it worked.
ALTER TABLE actions ADD COLUMN cost TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN awaits TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN check_on DATE;
CREATE TABLE action_contributors (
    action TEXT NOT NULL REFERENCES actions (id),
    person TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (action, person)
);
-- How the action stood before a step, so that the step can be taken back while it is the last.
ALTER TABLE action_history ADD COLUMN stood TEXT;
