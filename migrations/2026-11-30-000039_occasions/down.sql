DROP TABLE participants;
DROP TABLE training_sessions;
DROP TABLE named_people;
DROP TABLE occasions;
DROP TABLE announcements;
CREATE TABLE supplier_events (
    id TEXT PRIMARY KEY NOT NULL,
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    day DATE NOT NULL,
    words TEXT NOT NULL
);
INSERT INTO supplier_events SELECT id, supplier, day, words FROM events WHERE supplier IS NOT NULL;
DROP TABLE events;
CREATE INDEX supplier_events_of_supplier ON supplier_events (supplier, day);
DROP INDEX questionnaires_of_campaign;
ALTER TABLE questionnaires DROP COLUMN campaign;
DROP INDEX campaigns_of_kind;
ALTER TABLE campaigns DROP COLUMN kind;
