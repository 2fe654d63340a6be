-- what people know better of articles: speakers, dates, origins, kinds of line; kept apart from what is derived, never deleted;
-- `n` is the order of writing
CREATE TABLE corrections (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL               -- a Correction
);
