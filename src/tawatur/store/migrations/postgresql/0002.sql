-- what can be found by searching: the tables of SQLite's 0012 that are not its alone, where what each column means is said
CREATE TABLE search_units (
    n bigint PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    document text COLLATE "C",
    date text COLLATE "C",
    outlet text COLLATE "C",
    origin text COLLATE "C",
    speaker bigint,
    size integer NOT NULL,
    UNIQUE (kind, id)
);
CREATE INDEX search_units_date ON search_units (date);
CREATE INDEX search_units_document ON search_units (document);
CREATE INDEX search_units_speaker ON search_units (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE search_bodies (n bigint PRIMARY KEY, digest bytea NOT NULL, words bytea NOT NULL, body bytea NOT NULL);
CREATE TABLE search_readings (stem text COLLATE "C" NOT NULL, word text COLLATE "C" NOT NULL, PRIMARY KEY (stem, word));
CREATE TABLE search_named (name bigint NOT NULL, n bigint NOT NULL, PRIMARY KEY (name, n));
CREATE INDEX search_named_n ON search_named (n);
CREATE TABLE search_spellings (spelling text COLLATE "C" NOT NULL, name bigint NOT NULL);
CREATE UNIQUE INDEX search_spellings_one ON search_spellings (name, md5(spelling));
CREATE INDEX search_spellings_spelling ON search_spellings USING hash (spelling);

-- which units hold a word, and how often each, a place in a title counted as three: of one block of units (by number) in one row, since a row
-- of its own for each would take eight times the room. `units` counts them; a row of none is taken away
CREATE TABLE search_words (
    word text COLLATE "C" NOT NULL,
    block integer NOT NULL,
    units integer NOT NULL,
    ns integer[] NOT NULL,
    held integer[] NOT NULL,
    PRIMARY KEY (word, block)
);
CREATE INDEX search_words_empty ON search_words (word) WHERE units = 0;

-- in which order the words stand: those of a title with the weight A, of a speaker with B, of the text with D. Made by us as the
-- configuration `simple` would, but that words are divided and folded our way
CREATE TABLE search_vectors (n bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX search_vectors_words ON search_vectors USING gin (words) WITH (fastupdate = off);

-- units that are longer than a tsvector can tell, which knows 16,383 places, and 255 of one word: their words as they stand
CREATE TABLE search_long (
    n bigint PRIMARY KEY, words text COLLATE "C" NOT NULL, head text COLLATE "C" NOT NULL, speaker text COLLATE "C" NOT NULL
);
