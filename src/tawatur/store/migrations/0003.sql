-- what the search for shared passages keeps from one run to the next. A text is the very words of one document or several;
-- its number is made of its words. A fingerprint is a run of words: the texts that hold it are found without reading the others
CREATE TABLE document_texts (
    document TEXT PRIMARY KEY,
    state TEXT NOT NULL,             -- that of the article from which the document's rows were made
    text INTEGER                     -- null where it has no words
) WITHOUT ROWID;
CREATE INDEX document_texts_text ON document_texts (text);
CREATE TABLE texts (text INTEGER PRIMARY KEY, keys BLOB NOT NULL, starts BLOB NOT NULL);
CREATE TABLE prints (value INTEGER NOT NULL, text INTEGER NOT NULL, PRIMARY KEY (value, text)) WITHOUT ROWID;
CREATE TABLE standing_prints (value INTEGER PRIMARY KEY);

-- the pairs of texts that were compared, with what they share, which may be nothing
CREATE TABLE text_pairs (a INTEGER NOT NULL, b INTEGER NOT NULL, passages BLOB, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX text_pairs_b ON text_pairs (b);

-- what pairs of documents tell in other words, and what makes families of them
CREATE TABLE told_pairs (a TEXT NOT NULL, b TEXT NOT NULL, passages BLOB NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE ties (a TEXT NOT NULL, b TEXT NOT NULL, tie BLOB NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX ties_b ON ties (b);

-- rows of reuse are replaced by pairs of documents, and read in the order of their places; the next reading makes them anew
DELETE FROM reuse;
DELETE FROM families;
DELETE FROM family_documents;
CREATE INDEX reuse_pair ON reuse (a, b);
DROP INDEX reuse_a;
DELETE FROM state WHERE name = 'derived';
