DROP TABLE feedback_pages; DROP TABLE action_history; DROP TABLE actions;
