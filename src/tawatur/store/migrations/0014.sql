-- the tombstones of articles that were taken down: nothing of the article is in them
CREATE TABLE forgotten (
    document TEXT PRIMARY KEY,
    body TEXT NOT NULL               -- a Forgotten
) WITHOUT ROWID;
