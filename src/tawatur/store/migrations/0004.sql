-- what people judged of stories: kept apart from what is derived, never deleted; `n` is the order of writing
CREATE TABLE story_judgements (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL               -- a StoryJudgement
);
