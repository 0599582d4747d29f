-- Since when each article is in the record: when the first record with it was drawn (ISO 8601, UTC,
-- to the millisecond), empty if that was before this was kept.
CREATE TABLE arrivals (article TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO arrivals SELECT id, '' FROM articles;
