-- what people judged of findings: kept apart from what is derived, never deleted; `n` is the order of writing
CREATE TABLE finding_judgements (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL               -- a FindingJudgement
);
