-- A priority of a published quarter that its head will not act on, and why; one that is acted on has an action.
CREATE TABLE dismissed_priorities (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_on DATE NOT NULL,
    PRIMARY KEY (campaign, supplier, subject)
);
