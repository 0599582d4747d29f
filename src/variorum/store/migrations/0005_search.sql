-- What can be searched: passages of articles, and what is joined out of them; a passage that many
-- articles print stands here once. `…_key`: folded, for filters. `told`: by how many
-- articles, 1 for a passage; `digest`: of all that a row says.
CREATE TABLE searched (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL,
    speaker TEXT NOT NULL, speaker_name TEXT NOT NULL, speaker_key TEXT NOT NULL,
    issue TEXT NOT NULL, issue_key TEXT NOT NULL, status TEXT NOT NULL,
    told INTEGER NOT NULL, first_day TEXT, last_day TEXT, UNIQUE (kind, id)
);
CREATE TABLE searched_places (
    number INTEGER NOT NULL, article TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    PRIMARY KEY (number, article, start, end)
) WITHOUT ROWID;
CREATE INDEX searched_places_of_article ON searched_places (article);
CREATE TABLE searched_articles (
    article TEXT PRIMARY KEY, outlet TEXT NOT NULL, outlet_key TEXT NOT NULL,
    first_day TEXT, last_day TEXT, is_inferred INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE searched_names (name_key TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (name_key, entity)) WITHOUT ROWID;

-- `rowid` is the number above. `words`: as printed; `about`: who and where, under all their names.
CREATE VIRTUAL TABLE searched_words USING fts5 (words, about, tokenize = "porter unicode61 remove_diacritics 2");
