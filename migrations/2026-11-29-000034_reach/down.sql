DROP TABLE action_reach;
