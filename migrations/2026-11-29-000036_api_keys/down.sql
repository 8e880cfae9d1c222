DROP TABLE api_reads;
DROP TABLE api_keys;
