ALTER TABLE action_history DROP COLUMN stood;
DROP TABLE action_contributors;
ALTER TABLE actions DROP COLUMN check_on;
ALTER TABLE actions DROP COLUMN awaits;
ALTER TABLE actions DROP COLUMN cost;
