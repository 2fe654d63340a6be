-- which article mentions which entity, how often, and how many of its statements stand there: follows the rows of `settled`
CREATE TABLE document_entities (
    entity TEXT NOT NULL,
    document TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    PRIMARY KEY (entity, document)
) WITHOUT ROWID;
CREATE INDEX document_entities_document ON document_entities (document);
CREATE TRIGGER settled_added AFTER INSERT ON settled BEGIN INSERT INTO document_entities SELECT entity, NEW.document, sum(mention), sum(statement) FROM (SELECT json_extract(value, '$.entity') AS entity, 1 AS mention, 0 AS statement FROM json_each(NEW.body, '$.names') UNION ALL SELECT json_extract(value, '$.speaker'), 0, 1 FROM json_each(NEW.body, '$.quotes')) WHERE entity IS NOT NULL GROUP BY entity; END;
CREATE TRIGGER settled_changed AFTER UPDATE ON settled BEGIN DELETE FROM document_entities WHERE document = OLD.document; INSERT INTO document_entities SELECT entity, NEW.document, sum(mention), sum(statement) FROM (SELECT json_extract(value, '$.entity') AS entity, 1 AS mention, 0 AS statement FROM json_each(NEW.body, '$.names') UNION ALL SELECT json_extract(value, '$.speaker'), 0, 1 FROM json_each(NEW.body, '$.quotes')) WHERE entity IS NOT NULL GROUP BY entity; END;
CREATE TRIGGER settled_gone AFTER DELETE ON settled BEGIN DELETE FROM document_entities WHERE document = OLD.document; END;
UPDATE settled SET body = body;

CREATE INDEX story_documents_story ON story_documents (story);
