-- As the migration 0007 of SQLite: since when each article is in the record.
CREATE TABLE arrivals (article text COLLATE "C" PRIMARY KEY, at text COLLATE "C" NOT NULL);
INSERT INTO arrivals SELECT id, '' FROM articles;
