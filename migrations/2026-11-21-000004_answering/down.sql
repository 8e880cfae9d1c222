DROP TABLE comments; DROP TABLE responses; DROP TABLE open_comments; DROP TABLE open_responses; DROP TABLE drafts;
