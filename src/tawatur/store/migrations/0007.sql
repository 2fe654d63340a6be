-- undertakings and what became of them: replaced as a whole
CREATE TABLE commitments (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE commitment_stories (story TEXT NOT NULL, commitment TEXT NOT NULL, PRIMARY KEY (story, commitment)) WITHOUT ROWID;

-- the next reading makes them
DELETE FROM state WHERE name = 'derived';
