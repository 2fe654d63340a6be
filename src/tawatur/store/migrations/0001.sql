-- what was read; `seq` is the order of reading, which only versions of one page depend on
CREATE TABLE documents (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    page TEXT NOT NULL,              -- the address, else the path: versions of one page share it
    outlet TEXT,                     -- groups pages of one outlet, for lines that repeat
    fetched TEXT,
    version_of TEXT,                 -- the document whose text the page had before
    body TEXT NOT NULL               -- a Document
);
CREATE INDEX documents_page ON documents (page);

-- inputs that have been read, so that reading them again costs nothing
CREATE TABLE inputs (digest TEXT PRIMARY KEY) WITHOUT ROWID;

-- lines that may be furniture, by outlet
CREATE TABLE line_keys (
    outlet TEXT NOT NULL,
    key TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (outlet, key, document)
) WITHOUT ROWID;
CREATE INDEX line_keys_document ON line_keys (document);

-- what cleaning and annotation found in one document; `state` tells what it was made from
CREATE TABLE articles (
    document TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    article TEXT NOT NULL,           -- an Article
    annotated TEXT NOT NULL          -- an Annotated
) WITHOUT ROWID;

-- what needs the other articles: replaced as a whole
CREATE TABLE settled (document TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entities (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reuse (n INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX reuse_a ON reuse (a);
CREATE INDEX reuse_b ON reuse (b);
CREATE TABLE families (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE family_documents (document TEXT NOT NULL, family TEXT NOT NULL, PRIMARY KEY (document, family)) WITHOUT ROWID;
CREATE TABLE stories (id TEXT PRIMARY KEY, date TEXT, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE story_documents (document TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE story_aliases (alias TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE threads (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE back_references (n INTEGER PRIMARY KEY, document TEXT NOT NULL, story TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX back_references_document ON back_references (document);
CREATE INDEX back_references_story ON back_references (story);
CREATE TABLE findings (id TEXT PRIMARY KEY, story TEXT, body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX findings_story ON findings (story);

-- what was refused, and why
CREATE TABLE dropped (
    stage TEXT NOT NULL,
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (stage, source, reason)
) WITHOUT ROWID;

-- what the settled tables were made from
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
