-- The reminder days of a campaign that were dealt with, whether anybody had to be reminded or not.
CREATE TABLE reminded (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    day DATE NOT NULL,
    PRIMARY KEY (campaign, day)
);
-- Units taken out of those a supplier serves: whoever works there cannot add it. Fixed at opening.
CREATE TABLE excepted (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    supplier TEXT NOT NULL REFERENCES suppliers (code),
    unit TEXT NOT NULL REFERENCES units (code),
    PRIMARY KEY (campaign, supplier, unit)
);
