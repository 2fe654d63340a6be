-- what people judged of names: kept apart from what is derived, never deleted; `n` is the order of writing
CREATE TABLE name_judgements (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL               -- a Judgement
);

-- what became of each in the last run: replaced as a whole
CREATE TABLE name_outcomes (
    judgement TEXT PRIMARY KEY,
    body TEXT NOT NULL               -- an Outcome
) WITHOUT ROWID;
