-- What is joined out of many readings: nouns in MessagePack. `joined` tells for the entity of an
-- article the one of the record.
CREATE TABLE entities (id TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE joined (entity TEXT PRIMARY KEY, into_entity TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE statements (id TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE events (id TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE positions (id TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE stories (id TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;

-- The record of before knew none of these: the next build draws it anew.
DELETE FROM facts WHERE name = 'collated';
