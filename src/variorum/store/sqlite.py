"""The embedded store: one SQLite file."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Final, Self

import msgspec

from variorum.record.article import Article
from variorum.record.correction import Correction, merged
from variorum.record.event import Event
from variorum.record.failure import Failure
from variorum.record.lineage import Dispatch, Lineage, Pair
from variorum.record.position import Position
from variorum.record.reading import Entity, Reading
from variorum.record.reuse import Reuse
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.record.when import When
from variorum.store.protocol import (
    Collation,
    KeptArticle,
    KeptReading,
    Quoting,
    ReadingKey,
    Score,
)
from variorum.store.search_entries import Nouns
from variorum.store.searching import Found, SearchRequest, fold
from variorum.store.sqlite_arrivals import SqliteArrivals
from variorum.store.sqlite_file import checked_version, connect, locked, prepare
from variorum.store.sqlite_index import (
    add_passages,
    disagreements,
    drop_passages,
    is_current,
    rebuild,
    replace_joined,
)
from variorum.store.sqlite_rows import packed
from variorum.store.sqlite_search import Searcher
from variorum.store.sqlite_watched import SqliteWatched

_JOINED: Final = ("entities", "statements", "events", "positions", "stories")
_DERIVED: Final = ("dates", "reuses", "pairs", "lineage", "dispatches", "joined", *_JOINED)


class _Counted(msgspec.Struct):
    """A reading of which nothing is decoded but how many quotations it has."""

    quotations: list[msgspec.Raw]


class SqliteStore(SqliteArrivals, SqliteWatched):
    """A `Store` in one file. Opened to `write`, it is this process's alone to change."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self._path = path
        self._turn = Lock()
        self._lock = locked(path) if write else None
        try:
            self._connection = connect(path, write=write)
        except BaseException:
            self._unlock()
            raise
        try:
            version = checked_version(self._connection, path, write=write)
            if write:
                prepare(self._connection, path, version)
                self._index()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """See `Store.close`."""
        self._connection.close()
        self._unlock()

    def _index(self) -> None:
        """Makes the index of a store that has none, or one made by another version."""
        if not is_current(self._connection):
            with self._transaction():
                rebuild(self._connection, self.articles(), self._nouns_searched(), self.dates())

    def _nouns_searched(self) -> Nouns:
        return Nouns(list(self.entities()), self.statements(), self.events(), self.positions())

    def _unlock(self) -> None:
        if self._lock:
            self._lock.release()

    def sources(self) -> dict[str, str]:
        """See `Store.sources`."""
        return dict(self._rows("SELECT source, page FROM sources ORDER BY source"))

    def add_page(self, source: str, page: str, payload: bytes | None) -> None:
        """See `Store.add_page`."""
        with self._transaction():
            if payload is not None:
                self._run("INSERT OR IGNORE INTO pages VALUES (?, ?)", page, payload)
            self._run("INSERT OR REPLACE INTO sources VALUES (?, ?)", source, page)
            self._run("DELETE FROM failures WHERE source = ?", source)

    def drop_unsourced(self) -> None:
        """See `Store.drop_unsourced`."""
        with self._transaction():
            pages = list(self._rows("SELECT id FROM pages EXCEPT SELECT page FROM sources"))
            for (page,) in pages:
                self._run("DELETE FROM pages WHERE id = ?", page)
                self._run("DELETE FROM articles WHERE id = ?", page)
                drop_passages(self._connection, page)
                self._run("DELETE FROM readings WHERE article = ?", page)
                self._run("DELETE FROM arrivals WHERE article = ?", page)
            if pages:
                self._run("DELETE FROM scores WHERE a NOT IN (SELECT id FROM pages)"
                          " OR b NOT IN (SELECT id FROM pages)")  # fmt: skip
                self._clear_collation()
                replace_joined(self._connection, Nouns(), {})

    def _clear_collation(self) -> None:
        for table in _DERIVED:
            self._run(f"DELETE FROM {table}")
        self._run("DELETE FROM facts WHERE name = 'collated'")

    def add_failure(self, failure: Failure) -> None:
        """See `Store.add_failure`."""
        with self._transaction():
            self._run(
                "INSERT OR REPLACE INTO failures VALUES (?, ?)", failure.source, packed(failure)
            )

    def drop_failures(self, sources: Iterable[str]) -> None:
        """See `Store.drop_failures`."""
        with self._transaction():
            self._connection.executemany(
                "DELETE FROM failures WHERE source = ?", ((source,) for source in sources)
            )

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """See `Store.pages`."""
        return self._rows("SELECT id, payload FROM pages ORDER BY id")

    def page_payloads(self, pages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """See `Store.page_payloads`."""
        for page in pages:
            row = self._one("SELECT id, payload FROM pages WHERE id = ?", page)
            if row:
                yield row

    def article_keys(self) -> dict[str, str]:
        """See `Store.article_keys`."""
        return dict(self._rows("SELECT id, key FROM articles ORDER BY id"))

    def add_articles(self, articles: Iterable[KeptArticle]) -> None:
        """See `Store.add_articles`."""
        with self._transaction():
            for one in articles:
                self._run("INSERT OR REPLACE INTO articles VALUES (?, ?, ?)", *one)
                article = msgspec.msgpack.decode(one.payload, type=Article)
                add_passages(self._connection, article)

    def kept_articles(self) -> Iterator[KeptArticle]:
        """See `Store.kept_articles`."""
        return map(KeptArticle._make, self._rows("SELECT * FROM articles ORDER BY id"))

    def kept_article(self, article: str) -> KeptArticle | None:
        """See `Store.kept_article`."""
        row = self._one("SELECT * FROM articles WHERE id = ?", article)
        return KeptArticle(*row) if row else None

    def articles(self) -> Iterator[Article]:
        """See `Store.articles`."""
        return self._nouns(Article, "SELECT payload FROM articles ORDER BY id")

    def article(self, article: str) -> Article | None:
        """See `Store.article`."""
        kept = self.kept_article(article)
        return msgspec.msgpack.decode(kept.payload, type=Article) if kept else None

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
            (article, *key, isinstance(result, Failure), packed(result))
            for article, key, result in readings
        )
        with self._transaction():
            sql = "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)"
            self._outdate(self._connection.executemany(sql, rows).rowcount)

    def drop_readings(self, articles: Iterable[str]) -> None:
        """See `Store.drop_readings`."""
        with self._transaction():
            sql = "DELETE FROM readings WHERE article = ?"
            rows = ((article,) for article in articles)
            self._outdate(self._connection.executemany(sql, rows).rowcount)

    def _outdate(self, changes: int) -> None:
        """After changes the record is still there to read, but of readings that were."""
        if changes > 0:
            self._run("DELETE FROM facts WHERE name = 'collated'")

    def readings(self) -> Iterator[Reading]:
        """See `Store.readings`."""
        sql = "SELECT payload FROM readings WHERE NOT is_failure ORDER BY article"
        return self._nouns(Reading, sql)

    def quotings(self) -> Iterator[Quoting]:
        """See `Store.quotings`."""
        sql = "SELECT payload FROM readings WHERE NOT is_failure ORDER BY article"
        return self._nouns(Quoting, sql)

    def count_quotations(self) -> int:
        """See `Store.count_quotations`."""
        sql = "SELECT payload FROM readings WHERE NOT is_failure"
        return sum(len(reading.quotations) for reading in self._nouns(_Counted, sql))

    def reading(self, article: str) -> Reading | None:
        """See `Store.reading`."""
        sql = "SELECT payload FROM readings WHERE article = ? AND NOT is_failure"
        return next(self._nouns(Reading, sql, article), None)

    def reading_payloads(self) -> Iterator[tuple[KeptArticle, bytes | None]]:
        """See `Store.reading_payloads`."""
        sql = (
            "SELECT id, key, articles.payload, readings.payload FROM articles"
            " LEFT JOIN readings ON article = id AND NOT is_failure ORDER BY id"
        )
        return ((KeptArticle(*kept), reading) for *kept, reading in self._rows(sql))

    def unread(self) -> Iterator[Failure]:
        """See `Store.unread`."""
        sql = "SELECT payload FROM readings WHERE is_failure ORDER BY article"
        return self._nouns(Failure, sql)

    def windows(self, maker: str, ids: Iterable[str]) -> dict[str, bytes]:
        """See `Store.windows`."""
        sql = "SELECT id, payload FROM windows WHERE maker = ? AND id = ?"
        return {window: row[1] for window in ids if (row := self._one(sql, maker, window))}

    def add_windows(self, maker: str, windows: Iterable[tuple[str, bytes]]) -> None:
        """See `Store.add_windows`."""
        rows = ((maker, *window) for window in windows)
        with self._transaction():
            self._connection.executemany("INSERT OR REPLACE INTO windows VALUES (?, ?, ?)", rows)

    def drop_windows(self, but_of: str) -> None:
        """See `Store.drop_windows`."""
        with self._transaction():
            self._run("DELETE FROM windows WHERE maker <> ?", but_of)

    def scores(self) -> Iterator[Score]:
        """See `Store.scores`."""
        return map(Score._make, self._rows("SELECT a, b, key, payload FROM scores ORDER BY a, b"))

    def add_scores(self, scores: Iterable[Score]) -> None:
        """See `Store.add_scores`."""
        with self._transaction():
            self._connection.executemany(
                "INSERT OR REPLACE INTO scores VALUES (?, ?, ?, ?)", scores
            )

    def drop_scores(self, pairs: Iterable[tuple[str, str]]) -> None:
        """See `Store.drop_scores`."""
        with self._transaction():
            self._connection.executemany("DELETE FROM scores WHERE a = ? AND b = ?", pairs)

    def collated(self) -> str | None:
        """See `Store.collated`."""
        row = self._one("SELECT value FROM facts WHERE name = 'collated'")
        return row[0] if row else None

    def replace_collation(self, collation: Collation) -> None:
        """See `Store.replace_collation`."""
        with self._transaction():
            self._clear_collation()
            self._many(
                "dates", 2, ((article, packed(when)) for article, when in collation.dates.items())
            )
            self._many(
                "reuses",
                4,
                ((one.id, one.a.article, one.b.article, packed(one)) for one in collation.reuses),
            )
            self._many("pairs", 3, ((one.a, one.b, packed(one)) for one in collation.pairs))
            self._many(
                "lineage", 3, ((one.child, one.parent, packed(one)) for one in collation.lineage)
            )
            self._many("dispatches", 2, ((one.id, packed(one)) for one in collation.dispatches))
            self._many("joined", 2, collation.joined.joined.items())
            for noun in _JOINED:
                rows = ((one.id, packed(one)) for one in getattr(collation.joined, noun))
                self._many(noun, 2, rows)
            replace_joined(self._connection, self._nouns_searched(), collation.dates)
            self._note_arrivals(collation.drawn)
            self._run("INSERT INTO facts VALUES ('collated', ?)", collation.digest)

    def dates(self) -> dict[str, When]:
        """See `Store.dates`."""
        rows = self._rows("SELECT article, payload FROM dates ORDER BY article")
        return {article: msgspec.msgpack.decode(payload, type=When) for article, payload in rows}

    def reuses(self) -> Iterator[Reuse]:
        """See `Store.reuses`."""
        rows = self._nouns(Reuse, "SELECT payload FROM reuses ORDER BY a, b, id")
        return iter(sorted(rows, key=lambda one: (one.a.article, one.b.article, one.a.start)))

    def reuses_between(self, a: str, b: str) -> list[Reuse]:
        """See `Store.reuses_between`."""
        rows = self._nouns(Reuse, "SELECT payload FROM reuses WHERE a = ? AND b = ?", a, b)
        return sorted(rows, key=lambda one: one.a.start)

    def pairs(self) -> Iterator[Pair]:
        """See `Store.pairs`."""
        return self._nouns(Pair, "SELECT payload FROM pairs ORDER BY a, b")

    def lineage(self) -> Iterator[Lineage]:
        """See `Store.lineage`."""
        return self._nouns(Lineage, "SELECT payload FROM lineage ORDER BY child, parent")

    def dispatches(self) -> Iterator[Dispatch]:
        """See `Store.dispatches`."""
        return self._nouns(Dispatch, "SELECT payload FROM dispatches ORDER BY id")

    def entities(self) -> Iterator[Entity]:
        """See `Store.entities`."""
        return self._nouns(Entity, "SELECT payload FROM entities ORDER BY id")

    def joined_entities(self) -> dict[str, str]:
        """See `Store.joined_entities`."""
        return dict(self._rows("SELECT entity, into_entity FROM joined ORDER BY entity"))

    def statements(self) -> Iterator[Statement]:
        """See `Store.statements`."""
        return self._nouns(Statement, "SELECT payload FROM statements ORDER BY id")

    def statement(self, statement: str) -> Statement | None:
        """See `Store.statement`."""
        sql = "SELECT payload FROM statements WHERE id = ?"
        return next(self._nouns(Statement, sql, statement), None)

    def event(self, event: str) -> Event | None:
        """See `Store.event`."""
        return next(self._nouns(Event, "SELECT payload FROM events WHERE id = ?", event), None)

    def position(self, position: str) -> Position | None:
        """See `Store.position`."""
        sql = "SELECT payload FROM positions WHERE id = ?"
        return next(self._nouns(Position, sql, position), None)

    def events(self) -> Iterator[Event]:
        """See `Store.events`."""
        return self._nouns(Event, "SELECT payload FROM events ORDER BY id")

    def positions(self) -> Iterator[Position]:
        """See `Store.positions`."""
        return self._nouns(Position, "SELECT payload FROM positions ORDER BY id")

    def stories(self) -> Iterator[StoryGroup]:
        """See `Store.stories`."""
        return self._nouns(StoryGroup, "SELECT payload FROM stories ORDER BY id")

    def search(self, request: SearchRequest) -> Found:
        """See `Store.search`."""
        return Searcher(self._rows, request).answer()

    def named(self, name: str) -> list[Entity]:
        """See `Store.named`."""
        sql = ("SELECT payload FROM entities JOIN searched_names ON entity = id"
               " WHERE name_key = ? ORDER BY id")  # fmt: skip
        return list(self._nouns(Entity, sql, fold(name)))

    def corrections(self) -> Iterator[Correction]:
        """See `Store.corrections`."""
        rows = self._nouns(Correction, "SELECT payload FROM corrections")
        return iter(sorted(rows, key=lambda one: one.order))

    def add_corrections(self, corrections: Iterable[Correction]) -> int:
        """See `Store.add_corrections`."""
        changed = 0
        with self._transaction():
            for one in corrections:
                known = self._correction(one.id)
                kept = merged(known, one) if known else one
                if kept != known:
                    changed += 1
                    self._keep(kept)
        return changed

    def undo_correction(self, correction: str, author: str) -> Correction | None:
        """See `Store.undo_correction`."""
        with self._transaction():
            known = self._correction(correction)
            undone = known.undo(author) if known else None
            if undone:
                self._keep(undone)
        return undone

    def _correction(self, correction: str) -> Correction | None:
        sql = "SELECT payload FROM corrections WHERE id = ?"
        return next(self._nouns(Correction, sql, correction), None)

    def _keep(self, correction: Correction) -> None:
        sql = "INSERT OR REPLACE INTO corrections VALUES (?, ?)"
        self._run(sql, correction.id, packed(correction))

    def version(self) -> str:
        """See `Store.version`."""
        row = self._one("PRAGMA data_version")
        return f"{id(self._connection)}-{row[0] if row else 0}"

    def problems(self) -> list[str]:
        """See `Store.problems`."""
        found = [row[0] for row in self._rows("PRAGMA integrity_check") if row[0] != "ok"]
        found += [
            f"Table {row[0]} points at a row that is not there"
            for row in self._rows("PRAGMA foreign_key_check")
        ]
        if not found:
            nouns = self._nouns_searched()
            found += disagreements(self._connection, self.articles(), nouns)
        return found
