DROP TABLE imports;
DROP TABLE workers;
ALTER TABLE tasks DROP COLUMN fault_at;
ALTER TABLE tasks DROP COLUMN took_ms;
ALTER TABLE tasks DROP COLUMN started_at;
ALTER TABLE tasks DROP COLUMN claims;
