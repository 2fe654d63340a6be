-- what the grouping into stories keeps from one run to the next: 0017 of SQLite
CREATE TABLE story_heads (document text COLLATE "C" PRIMARY KEY, body bytea NOT NULL);
CREATE TABLE story_pairs (a text COLLATE "C" NOT NULL, b text COLLATE "C" NOT NULL, body bytea NOT NULL, PRIMARY KEY (a, b));
