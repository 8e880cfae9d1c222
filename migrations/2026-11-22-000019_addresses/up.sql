-- Where the link of an invitation was sent. Once somebody's address is another, the link that the first one holds, with
-- the draft it opens, goes to nobody else.
ALTER TABLE invitations ADD COLUMN address TEXT;
UPDATE invitations SET address = (SELECT email FROM people WHERE people.id = invitations.person);
