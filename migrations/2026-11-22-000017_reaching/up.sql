-- On long leave: works here, may sign in, and is not asked.
ALTER TABLE people ADD COLUMN away BOOLEAN NOT NULL DEFAULT FALSE;
-- How many of those invited at opening were taken out of the count since: somebody else, or somebody who had left.
ALTER TABLE client_groups ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE proposals ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
-- A returned mail names the one it answers.
CREATE INDEX outbox_message_id ON outbox (message_id);
