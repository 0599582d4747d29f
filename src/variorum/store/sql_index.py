"""The index of a store: what is written to it, and whether it agrees with the record."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from variorum.record.article import Article
from variorum.record.when import When
from variorum.store.search_entries import (
    FIRST_JOINED,
    INDEX,
    PASSAGES,
    At,
    Entry,
    Nouns,
    days_of,
    joined_entries,
    names_of,
    passages,
)
from variorum.store.searching import FoundKind, fold
from variorum.store.sql_rows import ROWS_AT_ONCE, Changes, SqlRows, in_parts

Words = tuple[int, str, str]
"""The number of an entry, its words, and who and where it is about."""

INDEX_TABLES: Final = (
    "searched_words", "searched", "searched_places", "searched_articles", "searched_names",
)  # fmt: skip
"""What is made from the rest of the store."""

_OF_ARTICLES: Final = "kind IN ('passage', 'headline')"
_JOINED: Final = "kind IN ('statement', 'event', 'position')"
_SEARCHED: Final = (
    "number, kind, id, digest, speaker, speaker_name, speaker_key, issue, issue_key, status, told,"
    " first_day, last_day"
)


class Changed(NamedTuple):
    """What of the record changed that can be searched.

    `nouns`: all entities, and of the rest what is another, or of somebody whose names are;
    `renamed`: the entities that are another; `gone`: what is no more.
    """

    nouns: Nouns
    renamed: Changes
    gone: list[tuple[FoundKind, str]]


class SqlIndex(SqlRows):
    """The part of a store that keeps the index of what can be searched along with the rest."""

    words_of_entries: str
    """The query for the kind, id, digest, words and about of each entry; null if words are lost."""

    @abstractmethod
    def _insert_words(self, rows: list[Words]) -> None:
        """Take up the words of entries."""

    @abstractmethod
    def _delete_all_words(self) -> None:
        """Forget all words."""

    @abstractmethod
    def _delete_words(self, numbers: list[int]) -> None:
        """Forget the words of entries."""

    def _is_indexed(self) -> bool:
        """Whether the index was made as it is made now."""
        row = self._one("SELECT value FROM facts WHERE name = 'searched'")
        return bool(row and row[0] == INDEX)

    def _rebuild_index(
        self, articles: Iterable[Article], nouns: Nouns, dates: Mapping[str, When]
    ) -> None:
        """Make the index anew from what the store holds."""
        self._delete_all_words()
        for table in INDEX_TABLES[1:]:
            self._run(f"DELETE FROM {table}")
        for part in in_parts(articles):
            self._index_articles(part)
        self._index_joined(nouns, dates)
        self._put("facts", "name; value", [("searched", INDEX)])

    def _index_articles(self, articles: Iterable[Article]) -> None:
        """Put the passages of some articles in place of those that they had."""
        latest = {article.id: article for article in articles}
        self._unindex_articles(list(latest))
        rows = [_article_row(article) for article in latest.values()]
        columns = "article, outlet, outlet_key, first_day, last_day, is_inferred"
        self._add("searched_articles", columns, rows)
        printed = dict.fromkeys(one for article in latest.values() for one in passages(article))
        for part in in_parts(printed, ROWS_AT_ONCE * 10):
            self._index_passages(part)

    def _index_passages(self, printed: list[tuple[Entry, At]]) -> None:
        """A passage that is there already stands at one more place."""
        entries = {entry.id: entry for entry, _ in printed}
        numbers = dict(
            self._all(f"SELECT id, number FROM searched WHERE {_OF_ARTICLES} AND id {self.among}",
                      self._listed(entries))
        )  # fmt: skip
        new = [entry for name, entry in entries.items() if name not in numbers]
        numbers |= {entry.id: number for number, entry in self._insert_entries(new)}
        self._insert_places((numbers[entry.id], *at) for entry, at in printed)

    def _unindex_articles(self, articles: list[str]) -> None:
        """Forget the passages of some articles but those that others print, too."""
        for part in in_parts(articles):
            listed = self._listed(part)
            self._run(f"DELETE FROM searched_articles WHERE article {self.among}", listed)
            rows = self._all(
                "SELECT DISTINCT p.number FROM searched_places p JOIN searched s"
                f" ON s.number = p.number WHERE p.article {self.among} AND s.{_OF_ARTICLES}",
                listed,
            )
            numbers = self._listed(number for (number,) in rows)
            self._run(
                f"DELETE FROM searched_places WHERE number {self.among} AND article {self.among}",
                numbers,
                listed,
            )
            alone = self._all(
                f"SELECT number FROM searched WHERE number {self.among} AND NOT EXISTS"
                " (SELECT 1 FROM searched_places p WHERE p.number = searched.number)",
                numbers,
            )
            self._delete_entries([number for (number,) in alone])

    def _index_joined(self, nouns: Nouns, dates: Mapping[str, When]) -> None:
        """Put what was joined in place of what was; what stays the same is not written again.

        `dates`: the inferred ones of articles that state none.
        """
        sql = f"SELECT kind, id FROM searched WHERE NOT {_OF_ARTICLES}"
        left: dict[tuple[FoundKind, str], None] = dict.fromkeys(map(tuple, self._rows(sql)))

        def noted() -> Iterator[Entry]:
            for entry in joined_entries(nouns):
                left.pop((entry.kind, entry.id), None)
                yield entry

        self._index_entries(noted())
        self._unindex_entries(left)
        self._run("DELETE FROM searched_names")
        self._add("searched_names", "name_key, entity", names_of(nouns.entities))
        self._index_dates(dates)

    def _index_changed(self, changed: Changed, dates: Mapping[str, When]) -> None:
        """Bring along what was joined; `dates` as in `_index_joined`."""
        self._index_entries(joined_entries(changed.nouns))
        self._unindex_entries(changed.gone)
        renamed = changed.renamed
        for part in in_parts([*renamed.written, *renamed.gone]):
            sql = f"DELETE FROM searched_names WHERE entity {self.among}"
            self._run(sql, self._listed(part))
        entities = (one for one in changed.nouns.entities if one.id in renamed.written)
        self._add("searched_names", "name_key, entity", names_of(entities))
        self._index_dates(dates)

    def _index_entries(self, entries: Iterable[Entry]) -> None:
        """Take up entries that are not there, or are there otherwise."""
        for part in in_parts(entries):
            sql = (
                f"SELECT kind, id, number, digest FROM searched WHERE {_JOINED} AND id {self.among}"
            )
            rows = self._all(sql, self._listed(one.id for one in part))
            known = {(kind, name): row for kind, name, *row in rows}
            before = {entry: known.get((entry.kind, entry.id)) for entry in part}
            changed = [one for one, row in before.items() if row is None or row[1] != one.digest]
            self._delete_entries([row[0] for one in changed if (row := before[one])])
            self._insert_places(
                (number, *at)
                for number, entry in self._insert_entries(changed)
                for at in entry.places
            )

    def _unindex_entries(self, entries: Iterable[tuple[FoundKind, str]]) -> None:
        for part in in_parts(entries):
            gone = set(part)
            sql = f"SELECT kind, id, number FROM searched WHERE {_JOINED} AND id {self.among}"
            rows = self._all(sql, self._listed(name for _, name in part))
            self._delete_entries([number for kind, name, number in rows if (kind, name) in gone])

    def _index_dates(self, dates: Mapping[str, When]) -> None:
        """Note the inferred dates of articles that state none."""
        self._run("UPDATE searched_articles SET first_day = NULL, last_day = NULL,"
                  " is_inferred = 0 WHERE is_inferred = 1")  # fmt: skip
        self._run_many(
            "UPDATE searched_articles SET first_day = ?, last_day = ?, is_inferred = 1"
            " WHERE article = ? AND first_day IS NULL",
            ((*days_of(when), article) for article, when in dates.items()),
        )

    def _disagreements(self, articles: Iterable[Article], nouns: Nouns) -> Iterator[str]:
        """Where the index tells other than what it was made from, as sentences."""
        told: dict[tuple[str, str], tuple[str, int]] = {}
        stands: set[tuple[str, str, str, int, int]] = set()
        for entry, places in _entries(articles, nouns):
            told[entry.kind, entry.id] = entry.digest, hash((entry.words, entry.about))
            stands.update((entry.kind, entry.id, *at) for at in places)
        rows = self._rows(self.words_of_entries)
        kept = {(kind, name): (digest, hash(tuple(words))) for kind, name, digest, *words in rows}
        for kind, name in sorted(told.keys() | kept.keys()):
            if told.get((kind, name)) != kept.get((kind, name)):
                yield f"Search has {kind} {name} otherwise than the record"
        sql = (
            'SELECT kind, id, article, start, "end" FROM searched_places'
            " JOIN searched USING (number)"
        )
        for kind, name, article, *_ in sorted(stands ^ set(self._rows(sql))):
            yield f"Search has {kind} {name} at other places of {article} than the record"

    def _insert_entries(self, entries: list[Entry]) -> list[tuple[int, Entry]]:
        """Take up entries that are not there, each under a new number.

        They are either all passages, which are numbered below `FIRST_JOINED`, or all joined.
        """
        if not entries:
            return []
        first = self._next_number(is_passage=entries[0].kind in PASSAGES)
        numbered = list(enumerate(entries, first))
        self._add("searched", _SEARCHED, [_entry_row(*one) for one in numbered])
        self._insert_words([(number, one.words, one.about) for number, one in numbered])
        return numbered

    def _next_number(self, *, is_passage: bool) -> int:
        sql = "SELECT max(number) FROM searched WHERE number "
        sql, least = (sql + "< ?", 0) if is_passage else (sql + ">= ?", FIRST_JOINED - 1)
        row = self._one(sql, FIRST_JOINED)
        return (least if row is None or row[0] is None else int(row[0])) + 1

    def _insert_places(self, places: Iterable[tuple[int, str, int, int]]) -> None:
        self._add("searched_places", 'number, article, start, "end"', dict.fromkeys(places))

    def _delete_entries(self, numbers: list[int]) -> None:
        for part in in_parts(numbers):
            self._delete_words(part)
            listed = self._listed(part)
            self._run(f"DELETE FROM searched_places WHERE number {self.among}", listed)
            self._run(f"DELETE FROM searched WHERE number {self.among}", listed)


def _entries(articles: Iterable[Article], nouns: Nouns) -> Iterator[tuple[Entry, tuple[At, ...]]]:
    for article in articles:
        yield from ((entry, (at,)) for entry, at in passages(article))
    yield from ((entry, entry.places) for entry in joined_entries(nouns))


def _article_row(article: Article) -> tuple[object, ...]:
    outlet = article.outlet or ""
    return article.id, outlet, fold(outlet), *days_of(article.published), 0


def _entry_row(number: int, entry: Entry) -> tuple[object, ...]:
    return (
        number, entry.kind, entry.id, entry.digest, entry.speaker, entry.speaker_name,
        entry.speaker_key, entry.issue, fold(entry.issue), entry.status,
        max(1, len({article for article, *_ in entry.places})), entry.first_day, entry.last_day,
    )  # fmt: skip
