-- The tables of the SQLite store as they were after its migration 0006, with the same names, columns
-- and meanings (see ../migrations), so that a row of one is a row of the other. Text is ordered by
-- code point, as SQLite does, whatever the language of the database.
CREATE TABLE pages (id text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);
CREATE TABLE sources (source text COLLATE "C" PRIMARY KEY, page text COLLATE "C" NOT NULL REFERENCES pages (id));
CREATE INDEX sources_of_page ON sources (page);

CREATE TABLE articles (id text COLLATE "C" PRIMARY KEY, key text COLLATE "C" NOT NULL, payload bytea NOT NULL);
CREATE TABLE failures (source text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);
CREATE TABLE dates (article text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);
CREATE TABLE reuses (id text COLLATE "C" PRIMARY KEY, a text COLLATE "C" NOT NULL, b text COLLATE "C" NOT NULL, payload bytea NOT NULL);
CREATE INDEX reuses_of_pair ON reuses (a, b);
CREATE TABLE pairs (a text COLLATE "C" NOT NULL, b text COLLATE "C" NOT NULL, payload bytea NOT NULL, PRIMARY KEY (a, b));
CREATE TABLE lineage (child text COLLATE "C" NOT NULL, parent text COLLATE "C" NOT NULL, payload bytea NOT NULL, PRIMARY KEY (child, parent));
CREATE TABLE dispatches (id text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);
CREATE TABLE scores (a text COLLATE "C" NOT NULL, b text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, payload bytea NOT NULL, PRIMARY KEY (a, b));
CREATE TABLE facts (name text COLLATE "C" PRIMARY KEY, value text COLLATE "C" NOT NULL);

CREATE TABLE readings (article text COLLATE "C" PRIMARY KEY, inputs text COLLATE "C" NOT NULL, maker text COLLATE "C" NOT NULL, is_failure integer NOT NULL, payload bytea NOT NULL);
CREATE TABLE windows (maker text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, payload bytea NOT NULL, PRIMARY KEY (maker, id));

CREATE TABLE entities (id text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);
CREATE TABLE joined (entity text COLLATE "C" PRIMARY KEY, into_entity text COLLATE "C" NOT NULL);
CREATE TABLE statements (id text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);
CREATE TABLE events (id text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);
CREATE TABLE positions (id text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);
CREATE TABLE stories (id text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);

CREATE TABLE corrections (id text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);
CREATE TABLE watched (address text COLLATE "C" PRIMARY KEY, payload bytea NOT NULL);

CREATE TABLE searched (
    number bigint PRIMARY KEY, kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL, speaker text COLLATE "C" NOT NULL,
    speaker_name text COLLATE "C" NOT NULL, speaker_key text COLLATE "C" NOT NULL,
    issue text COLLATE "C" NOT NULL, issue_key text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL, told integer NOT NULL, first_day text COLLATE "C",
    last_day text COLLATE "C", UNIQUE (kind, id)
);
CREATE TABLE searched_places (
    number bigint NOT NULL, article text COLLATE "C" NOT NULL, start integer NOT NULL,
    "end" integer NOT NULL, PRIMARY KEY (number, article, start, "end")
);
CREATE INDEX searched_places_of_article ON searched_places (article);
CREATE TABLE searched_articles (
    article text COLLATE "C" PRIMARY KEY, outlet text COLLATE "C" NOT NULL,
    outlet_key text COLLATE "C" NOT NULL, first_day text COLLATE "C", last_day text COLLATE "C",
    is_inferred integer NOT NULL
);
CREATE TABLE searched_names (name_key text COLLATE "C" NOT NULL, entity text COLLATE "C" NOT NULL, PRIMARY KEY (name_key, entity));

-- `tokens`: the words, and after a line's end those of `about`, taken apart by SQLite's FTS5, each
-- between two spaces; `size`: how many; `lexemes`: each once, cut short if it is long.
CREATE TABLE searched_words (
    number bigint PRIMARY KEY, words text COLLATE "C" NOT NULL, about text COLLATE "C" NOT NULL,
    tokens text COLLATE "C" NOT NULL, size integer NOT NULL, lexemes tsvector NOT NULL
);
-- One index for passages and one for what is joined, which are always asked apart. What waits to be
-- sorted in (by default 4 MB) is read by each search.
CREATE INDEX searched_words_of_passages ON searched_words USING gin (lexemes)
    WITH (gin_pending_list_limit = 256) WHERE number < 1099511627776;
CREATE INDEX searched_words_of_joined ON searched_words USING gin (lexemes)
    WITH (gin_pending_list_limit = 256) WHERE number >= 1099511627776;
