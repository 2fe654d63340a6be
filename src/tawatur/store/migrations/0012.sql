-- what can be found by searching: one row for each article, statement, finding, name, story and commitment. `n` is never used again,
-- so that what the index may still hold of a unit that is gone leads nowhere
CREATE TABLE search_units (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    document TEXT,
    date TEXT,
    outlet TEXT,
    origin TEXT,
    speaker INTEGER,                 -- the unit of the name that speaks
    size INTEGER NOT NULL,           -- how many words it has
    UNIQUE (kind, id)
);
CREATE INDEX search_units_date ON search_units (date);
CREATE INDEX search_units_document ON search_units (document);
CREATE INDEX search_units_speaker ON search_units (speaker) WHERE speaker IS NOT NULL;

-- the whole Unit: `digest` tells whether it has changed, `words` which words the index was given, for it must be told the same to forget them
CREATE TABLE search_bodies (n INTEGER PRIMARY KEY, digest BLOB NOT NULL, words BLOB NOT NULL, body BLOB NOT NULL);

-- the folded words of units, each as it stands: no text is kept here. Words are divided by us, so that SQLite divides at spaces alone
CREATE VIRTUAL TABLE search_index USING fts5 (words, head, speaker, content = '', tokenize = "ascii tokenchars '_'");
CREATE VIRTUAL TABLE search_terms USING fts5vocab (search_index, 'row');
CREATE VIRTUAL TABLE search_places USING fts5vocab (search_index, 'instance');

-- what each word may be without its clitics; the word itself is among them
CREATE TABLE search_readings (stem TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (stem, word)) WITHOUT ROWID;

-- which names (by their units) are mentioned in which units, and by which spellings they are looked up
CREATE TABLE search_named (name INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (name, n)) WITHOUT ROWID;
CREATE INDEX search_named_n ON search_named (n);
CREATE TABLE search_spellings (spelling TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (spelling, name)) WITHOUT ROWID;
CREATE INDEX search_spellings_name ON search_spellings (name);

-- the next reading makes them
DELETE FROM state WHERE name = 'derived';
