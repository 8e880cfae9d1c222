DROP INDEX outbox_message_id;
ALTER TABLE proposals DROP COLUMN withdrawn;
ALTER TABLE client_groups DROP COLUMN withdrawn;
ALTER TABLE people DROP COLUMN away;
