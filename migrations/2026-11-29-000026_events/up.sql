-- What befell a service between two waves (an outage, a move), as its head wrote it down: marked on its trend.
CREATE TABLE supplier_events (
    id TEXT PRIMARY KEY NOT NULL,
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    day DATE NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX supplier_events_of_supplier ON supplier_events (supplier, day);
