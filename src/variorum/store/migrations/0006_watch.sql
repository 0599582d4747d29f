-- Addresses that `variorum watch` asks again and again; payload: a Watched in MessagePack.
CREATE TABLE watched (address TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;
