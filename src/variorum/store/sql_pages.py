"""Pages, articles and readings, in a store that is asked in SQL."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from variorum.record.article import Article
from variorum.record.failure import Failure
from variorum.record.reading import Reading
from variorum.record.watched import Watched
from variorum.store.protocol import KeptArticle, KeptReading, Quoting, ReadingKey
from variorum.store.search_entries import Nouns
from variorum.store.sql_arrivals import SqlArrivals
from variorum.store.sql_index import SqlIndex
from variorum.store.sql_rows import in_parts, packed

DERIVED: Final = (
    "dates", "reuses", "pairs", "lineage", "dispatches", "joined",
    "entities", "statements", "events", "positions", "stories",
)  # fmt: skip
"""The tables of the record that was drawn from all articles."""

PAYLOADS_AT_ONCE: Final = 50
"""Pages that are held at a time."""


class _Counted(msgspec.Struct):
    """A reading of which nothing is decoded but how many quotations it has."""

    quotations: list[msgspec.Raw]


class SqlPages(SqlIndex, SqlArrivals):
    """The part of a `Store` that keeps what articles were made from, articles and readings."""

    def sources(self) -> dict[str, str]:
        """See `Store.sources`."""
        return dict(self._rows("SELECT source, page FROM sources ORDER BY source"))

    def add_page(self, source: str, page: str, payload: bytes | None) -> None:
        """See `Store.add_page`."""
        with self._transaction():
            if payload is not None:
                sql = "INSERT INTO pages (id, payload) VALUES (?, ?) ON CONFLICT DO NOTHING"
                self._run(sql, page, payload)
            self._put("sources", "source; page", [(source, page)])
            self._run("DELETE FROM failures WHERE source = ?", source)

    def drop_unsourced(self) -> None:
        """See `Store.drop_unsourced`."""
        with self._transaction():
            rows = self._all("SELECT id FROM pages EXCEPT SELECT page FROM sources")
            pages = [page for (page,) in rows]
            for part in in_parts(pages):
                listed = self._listed(part)
                self._run(f"DELETE FROM pages WHERE id {self.among}", listed)
                self._run(f"DELETE FROM articles WHERE id {self.among}", listed)
                self._run(f"DELETE FROM readings WHERE article {self.among}", listed)
                self._run(f"DELETE FROM arrivals WHERE article {self.among}", listed)
                self._unindex_articles(part)
            if pages:
                self._run("DELETE FROM scores WHERE a NOT IN (SELECT id FROM pages)"
                          " OR b NOT IN (SELECT id FROM pages)")  # fmt: skip
                self._clear_collation()
                self._index_joined(Nouns(), {})

    def _clear_collation(self) -> None:
        for table in DERIVED:
            self._run(f"DELETE FROM {table}")
        self._run("DELETE FROM facts WHERE name = 'collated'")

    def add_failure(self, failure: Failure) -> None:
        """See `Store.add_failure`."""
        with self._transaction():
            self._put("failures", "source; payload", [(failure.source, packed(failure))])

    def drop_failures(self, sources: Iterable[str]) -> None:
        """See `Store.drop_failures`."""
        with self._transaction():
            rows = ((source,) for source in sources)
            self._run_many("DELETE FROM failures WHERE source = ?", rows)

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """See `Store.pages`."""
        return self._rows("SELECT id, payload FROM pages ORDER BY id")

    def page_payloads(self, pages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """See `Store.page_payloads`."""
        sql = f"SELECT id, payload FROM pages WHERE id {self.among}"
        for part in in_parts(pages, PAYLOADS_AT_ONCE):
            found = dict(self._all(sql, self._listed(part)))
            yield from ((page, found[page]) for page in part if page in found)

    def article_keys(self) -> dict[str, str]:
        """See `Store.article_keys`."""
        return dict(self._rows("SELECT id, key FROM articles ORDER BY id"))

    def add_articles(self, articles: Iterable[KeptArticle]) -> None:
        """See `Store.add_articles`."""
        decoder = msgspec.msgpack.Decoder(Article)
        with self._transaction():
            for part in in_parts(articles):
                self._put("articles", "id; key, payload", part)
                self._index_articles(decoder.decode(one.payload) for one in part)

    def kept_articles(self, only: Iterable[str] | None = None) -> Iterator[KeptArticle]:
        """See `Store.kept_articles`."""
        rows = self._rows_of(only, "SELECT id, key, payload FROM articles {} ORDER BY id")
        return map(KeptArticle._make, rows)

    def _rows_of(self, only: Iterable[str] | None, sql: str) -> Iterator[Any]:
        """The rows of a query over all articles, or some; `{}` is where it says which."""
        if only is None:
            return self._rows(sql.format(""))
        chosen = sql.format(f"WHERE id {self.among}")
        parts = in_parts(sorted(only))
        return (row for part in parts for row in self._rows(chosen, self._listed(part)))

    def kept_article(self, article: str) -> KeptArticle | None:
        """See `Store.kept_article`."""
        row = self._one("SELECT id, key, payload FROM articles WHERE id = ?", article)
        return KeptArticle(*row) if row else None

    def articles(self) -> Iterator[Article]:
        """See `Store.articles`."""
        return self._nouns(Article, "SELECT payload FROM articles ORDER BY id")

    def article(self, article: str) -> Article | None:
        """See `Store.article`."""
        return self._noun(Article, "SELECT payload FROM articles WHERE id = ?", article)

    def failures(self) -> Iterator[Failure]:
        """See `Store.failures`."""
        return self._nouns(Failure, "SELECT payload FROM failures ORDER BY source")

    def reading_keys(self) -> dict[str, ReadingKey]:
        """See `Store.reading_keys`."""
        rows = self._rows("SELECT article, inputs, maker FROM readings ORDER BY article")
        return {article: ReadingKey(*key) for article, *key in rows}

    def add_readings(self, readings: Iterable[KeptReading]) -> None:
        """See `Store.add_readings`."""
        rows = (
            (article, *key, int(isinstance(result, Failure)), packed(result))
            for article, key, result in readings
        )
        with self._transaction():
            columns = "article; inputs, maker, is_failure, payload"
            self._outdate(self._put("readings", columns, rows))

    def drop_readings(self, articles: Iterable[str]) -> None:
        """See `Store.drop_readings`."""
        with self._transaction():
            rows = ((article,) for article in articles)
            self._outdate(self._run_many("DELETE FROM readings WHERE article = ?", rows))

    def _outdate(self, changes: int) -> None:
        """After changes the record is still there to read, but of readings that were."""
        if changes > 0:
            self._run("DELETE FROM facts WHERE name = 'collated'")

    def readings(self) -> Iterator[Reading]:
        """See `Store.readings`."""
        sql = "SELECT payload FROM readings WHERE is_failure = 0 ORDER BY article"
        return self._nouns(Reading, sql)

    def quotings(self) -> Iterator[Quoting]:
        """See `Store.quotings`."""
        sql = "SELECT payload FROM readings WHERE is_failure = 0 ORDER BY article"
        return self._nouns(Quoting, sql)

    def count_quotations(self) -> int:
        """See `Store.count_quotations`."""
        sql = "SELECT payload FROM readings WHERE is_failure = 0"
        return sum(len(reading.quotations) for reading in self._nouns(_Counted, sql))

    def reading(self, article: str) -> Reading | None:
        """See `Store.reading`."""
        sql = "SELECT payload FROM readings WHERE article = ? AND is_failure = 0"
        return self._noun(Reading, sql, article)

    def reading_payloads(
        self, only: Iterable[str] | None = None
    ) -> Iterator[tuple[KeptArticle, bytes | None]]:
        """See `Store.reading_payloads`."""
        sql = (
            "SELECT id, key, articles.payload, readings.payload FROM articles"
            " LEFT JOIN readings ON article = id AND is_failure = 0 {} ORDER BY id"
        )
        return ((KeptArticle(*kept), reading) for *kept, reading in self._rows_of(only, sql))

    def unread(self) -> Iterator[Failure]:
        """See `Store.unread`."""
        sql = "SELECT payload FROM readings WHERE is_failure = 1 ORDER BY article"
        return self._nouns(Failure, sql)

    def windows(self, maker: str, ids: Iterable[str]) -> dict[str, bytes]:
        """See `Store.windows`."""
        sql = f"SELECT id, payload FROM windows WHERE maker = ? AND id {self.among}"
        return {
            window: payload
            for part in in_parts(ids)
            for window, payload in self._all(sql, maker, self._listed(part))
        }

    def add_windows(self, maker: str, windows: Iterable[tuple[str, bytes]]) -> None:
        """See `Store.add_windows`."""
        with self._transaction():
            self._put("windows", "maker, id; payload", ((maker, *window) for window in windows))

    def drop_windows(self, but_of: str) -> None:
        """See `Store.drop_windows`."""
        with self._transaction():
            self._run("DELETE FROM windows WHERE maker <> ?", but_of)

    def watched(self) -> Iterator[Watched]:
        """See `Store.watched`."""
        return self._nouns(Watched, "SELECT payload FROM watched ORDER BY address")

    def add_watched(self, watched: Iterable[Watched]) -> None:
        """See `Store.add_watched`."""
        with self._transaction():
            self._put(
                "watched", "address; payload", ((one.address, packed(one)) for one in watched)
            )
