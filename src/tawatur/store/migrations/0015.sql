-- what each article prints and whose text that is, added up to the graph of who carries whom: replaced as a whole
CREATE TABLE printings (
    document TEXT PRIMARY KEY,
    day TEXT,
    publisher TEXT,
    outlet TEXT,
    letters INTEGER NOT NULL         -- of its own prose
) WITHOUT ROWID;
CREATE TABLE carried (
    document TEXT NOT NULL,
    kind TEXT NOT NULL,              -- a SourceKind
    source TEXT NOT NULL,
    letters INTEGER NOT NULL,
    manner TEXT NOT NULL,            -- a Manner
    PRIMARY KEY (document, kind, source)
) WITHOUT ROWID;
CREATE INDEX carried_source ON carried (source);

-- the next reading makes them
DELETE FROM state WHERE name = 'derived';
