-- What people corrected: a Correction in MessagePack. It is no part of what is derived from
-- articles: it stays when the record is drawn anew, and when an article that it is about goes.
CREATE TABLE corrections (id TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;
