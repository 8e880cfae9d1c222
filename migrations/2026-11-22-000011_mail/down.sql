DROP TABLE mailings;
DROP TABLE relayed;
DROP TABLE relay;
UPDATE outbox SET state = 'queued' WHERE state = 'leased';
UPDATE outbox SET state = 'dropped' WHERE state = 'stopped';
DROP INDEX outbox_once;
DROP INDEX outbox_due;
CREATE INDEX outbox_waiting ON outbox (state, next_at);
