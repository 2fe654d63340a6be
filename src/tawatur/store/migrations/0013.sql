-- what the watch has told, or had seen before it began to tell (`made` is empty then); never deleted, so that nothing is told twice
CREATE TABLE alerts (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    made TEXT,
    body TEXT                        -- an Alert
);

-- by which way an alert went out: `sending` is written before, so that one that was cut off is not sent again
CREATE TABLE deliveries (
    alert TEXT NOT NULL,
    way TEXT NOT NULL,
    state TEXT NOT NULL,             -- sending, sent, failed
    told TEXT NOT NULL,              -- when, an ISO time with zone
    error TEXT,
    PRIMARY KEY (alert, way)
) WITHOUT ROWID;
