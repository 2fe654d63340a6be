-- who did what to whom, one row for all reports of a deed in a story; the next reading makes them
CREATE TABLE events (id TEXT PRIMARY KEY, story TEXT, body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX events_story ON events (story);
DELETE FROM state WHERE name = 'derived';
