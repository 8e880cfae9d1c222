ALTER TABLE invitations DROP COLUMN address;
