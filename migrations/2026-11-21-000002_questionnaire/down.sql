DROP TABLE questions; DROP TABLE questionnaires;
