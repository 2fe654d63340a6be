-- what the stages keep from one run to the next, so that only what has changed is made anew; what grouping kept is among it from now on
CREATE TABLE kept (stage TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (stage, key)) WITHOUT ROWID;
DROP TABLE story_heads;
DROP TABLE story_pairs;
DELETE FROM state WHERE name = 'grouped by';
