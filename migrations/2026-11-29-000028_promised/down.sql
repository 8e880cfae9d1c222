DROP TABLE action_origins;
DROP TABLE promised;
