-- Which account of the organisation's provider (OpenID Connect) is whose: found by issuer and subject once it is linked.
CREATE TABLE accounts (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people (id),
    linked_at TIMESTAMP NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE UNIQUE INDEX accounts_person ON accounts (issuer, person);

-- A session that began with such an account: the provider's name for its own session, or empty where it gave none.
ALTER TABLE sessions ADD COLUMN provider_session TEXT;
