-- what the grouping into stories keeps from one run to the next: the articles that were compared, and the pairs that are alike or share text
CREATE TABLE story_heads (document TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE story_pairs (a TEXT NOT NULL, b TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
