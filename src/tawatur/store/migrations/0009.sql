-- what each article's headline and lead tell by their words alone, so that it is read once
CREATE TABLE told (
    document TEXT PRIMARY KEY,
    state TEXT NOT NULL,             -- that of the article from which it was read
    body BLOB NOT NULL               -- a Told
) WITHOUT ROWID;
