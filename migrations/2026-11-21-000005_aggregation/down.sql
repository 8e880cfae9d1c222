DROP TABLE moments; DROP TABLE figures; DROP TABLE publications; DROP TABLE decisions;
