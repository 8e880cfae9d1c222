DROP TABLE audit_log; DROP TABLE tasks; DROP TABLE outbox; DROP TABLE sign_in_links; DROP TABLE sessions; DROP TABLE settings;
