-- What reading an article gave: a Reading, or the Failure that says why there is none, in
-- MessagePack. `inputs`: hash of what was read; `maker`: who read it.
CREATE TABLE readings (article TEXT PRIMARY KEY, inputs TEXT NOT NULL, maker TEXT NOT NULL, is_failure INTEGER NOT NULL, payload BLOB NOT NULL) WITHOUT ROWID;

-- Windows that the encoder has read, so that words printed by many are read once. `id`: hash of the words.
CREATE TABLE windows (maker TEXT NOT NULL, id TEXT NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (maker, id));
