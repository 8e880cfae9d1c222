DROP TABLE supplier_events;
