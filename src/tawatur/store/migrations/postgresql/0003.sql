-- by which program each record was made: 0016 of SQLite
ALTER TABLE documents ADD COLUMN read_by text COLLATE "C" NOT NULL DEFAULT '0.1.0';
ALTER TABLE documents ADD COLUMN keyed_by text COLLATE "C" NOT NULL DEFAULT '0.1.0';
CREATE INDEX documents_keyed_by ON documents (keyed_by, id);
ALTER TABLE articles ADD COLUMN made_by text COLLATE "C" NOT NULL DEFAULT '0.1.0';
CREATE INDEX articles_made_by ON articles (made_by);
