-- Pages as they were read (payload: the page in MessagePack) and the sources they were read from.
CREATE TABLE pages (id TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (source TEXT PRIMARY KEY, page TEXT NOT NULL REFERENCES pages (id)) WITHOUT ROWID;
CREATE INDEX sources_of_page ON sources (page);

-- Nouns of the record: payload is the noun in MessagePack. `key`: hash of what it was made from.
CREATE TABLE articles (id TEXT PRIMARY KEY, key TEXT NOT NULL, payload BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE failures (source TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE dates (article TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE reuses (id TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, payload BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX reuses_of_pair ON reuses (a, b);
CREATE TABLE pairs (a TEXT NOT NULL, b TEXT NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE lineage (child TEXT NOT NULL, parent TEXT NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (child, parent)) WITHOUT ROWID;
CREATE TABLE dispatches (id TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;

-- Scores of pairs, so that a heap that grows by one article compares only what is new.
CREATE TABLE scores (a TEXT NOT NULL, b TEXT NOT NULL, key TEXT NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;

-- `collated`: digest of the articles from which the record above was drawn.
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
