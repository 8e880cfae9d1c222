DROP TABLE directory_entries;
DROP TABLE unit_spellings;
DROP TABLE door_changes;
DROP TABLE waiting_changes;
