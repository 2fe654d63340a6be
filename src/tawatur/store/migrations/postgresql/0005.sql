-- what the stages keep from one run to the next, so that only what has changed is made anew: 0018 of SQLite
CREATE TABLE kept (stage text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, body bytea NOT NULL, PRIMARY KEY (stage, key));
DROP TABLE story_heads;
DROP TABLE story_pairs;
DELETE FROM state WHERE name = 'grouped by';
