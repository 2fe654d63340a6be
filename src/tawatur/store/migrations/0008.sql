-- the content words of each document's sentences, by which sentences told in other words are found
CREATE TABLE contents (document TEXT PRIMARY KEY, words BLOB NOT NULL, sentences BLOB NOT NULL, ends BLOB NOT NULL) WITHOUT ROWID;
