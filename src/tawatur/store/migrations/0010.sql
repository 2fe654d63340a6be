-- the pairs of articles that may tell one happening, by day: they are found anew where the articles around that day have changed
CREATE TABLE likely (day INTEGER PRIMARY KEY, body BLOB NOT NULL);  -- a Likely
