-- by which program each record was made (see tawatur.made_by); what was kept before this was written down is of the first version:
-- a document read, its outlet and line keys made, an article cleaned and annotated. What is made of several articles: `state`, «derived by»
ALTER TABLE documents ADD COLUMN read_by TEXT NOT NULL DEFAULT '0.1.0';
ALTER TABLE documents ADD COLUMN keyed_by TEXT NOT NULL DEFAULT '0.1.0';
CREATE INDEX documents_keyed_by ON documents (keyed_by, id);
ALTER TABLE articles ADD COLUMN made_by TEXT NOT NULL DEFAULT '0.1.0';
CREATE INDEX articles_made_by ON articles (made_by);
