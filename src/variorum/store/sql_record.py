"""The record and what people corrected, in a store that is asked in SQL."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from variorum.record.correction import Correction, merged
from variorum.record.event import Event
from variorum.record.lineage import Dispatch, Lineage, Pair
from variorum.record.position import Position
from variorum.record.reading import Entity
from variorum.record.reuse import Reuse
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.record.when import When
from variorum.store.protocol import Collation, Score
from variorum.store.search_entries import Nouns
from variorum.store.searching import FoundKind, fold
from variorum.store.sql_index import Changed
from variorum.store.sql_pages import SqlPages
from variorum.store.sql_rows import Changes, packed

_SEARCHED: Final[tuple[tuple[str, FoundKind], ...]] = (
    ("statements", "statement"), ("events", "event"), ("positions", "position"),
)  # fmt: skip
"""What is joined and can be searched: its table, and its kind there."""


def _named(noun: Statement | Event | Position) -> Iterable[str | None]:
    """The entities by whose names something can be found."""
    if isinstance(noun, Event):
        return [one.entity for one in noun.participants]
    return (noun.actor if isinstance(noun, Position) else noun.speaker,)


class SqlRecord(SqlPages):
    """The part of a `Store` that keeps the record, and the corrections that lie beside it."""

    def _nouns_searched(self) -> Nouns:
        return Nouns(list(self.entities()), self.statements(), self.events(), self.positions())

    def _index(self) -> None:
        """Makes the index of a store that has none, or one made by another version."""
        if not self._is_indexed():
            with self._transaction():
                self._rebuild_index(self.articles(), self._nouns_searched(), self.dates())

    def scores(self) -> Iterator[Score]:
        """See `Store.scores`."""
        return map(Score._make, self._rows("SELECT a, b, key, payload FROM scores ORDER BY a, b"))

    def add_scores(self, scores: Iterable[Score]) -> None:
        """See `Store.add_scores`."""
        with self._transaction():
            self._put("scores", "a, b; key, payload", scores)

    def drop_scores(self, pairs: Iterable[tuple[str, str]]) -> None:
        """See `Store.drop_scores`."""
        with self._transaction():
            self._run_many("DELETE FROM scores WHERE a = ? AND b = ?", pairs)

    def collated(self) -> str | None:
        """See `Store.collated`."""
        row = self._one("SELECT value FROM facts WHERE name = 'collated'")
        return row[0] if row else None

    def replace_collation(self, collation: Collation) -> None:
        """See `Store.replace_collation`."""
        with self._transaction():
            changed = self._replace_derived(collation)
            self._index_changed(changed, collation.dates)
            self._note_arrivals(collation.drawn)
            self._put("facts", "name; value", [("collated", collation.digest)])

    def _replace_derived(self, collation: Collation) -> Changed:
        """Write what is another; returns what of it can be searched."""
        dates = ((article, packed(when)) for article, when in collation.dates.items())
        self._replace("dates", "article; payload", dates)
        reuses = ((one.id, one.a.article, one.b.article, packed(one)) for one in collation.reuses)
        self._replace("reuses", "id; a, b, payload", reuses)
        pairs = ((one.a, one.b, packed(one)) for one in collation.pairs)
        self._replace("pairs", "a, b; payload", pairs)
        edges = ((one.child, one.parent, packed(one)) for one in collation.lineage)
        self._replace("lineage", "child, parent; payload", edges)
        self._replace_nouns("dispatches", collation.dispatches)
        joined = collation.joined
        self._replace("joined", "entity; into_entity", joined.joined.items())
        self._replace_nouns("stories", joined.stories)
        entities = list(joined.entities)
        renamed = self._replace_nouns("entities", entities)
        named_anew = renamed.written.union(renamed.gone)
        gone: list[tuple[FoundKind, str]] = []
        changed: dict[FoundKind, list[Any]] = {}
        for table, kind in _SEARCHED:
            nouns = list(getattr(joined, table))
            changes = self._replace_nouns(table, nouns)
            gone += [(kind, one) for one in changes.gone]
            changed[kind] = [
                one
                for one in nouns
                if one.id in changes.written or not named_anew.isdisjoint(_named(one))
            ]
        nouns_changed = Nouns(entities, changed["statement"], changed["event"], changed["position"])
        return Changed(nouns_changed, renamed, gone)

    def _replace_nouns(self, table: str, nouns: Iterable[Any]) -> Changes:
        return self._replace(table, "id; payload", ((one.id, packed(one)) for one in nouns))

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
        rows = self._nouns(Reuse, "SELECT payload FROM reuses WHERE a = ? AND b = ? ORDER BY id",
                           a, b)  # fmt: skip
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
        return self._noun(Statement, "SELECT payload FROM statements WHERE id = ?", statement)

    def events(self) -> Iterator[Event]:
        """See `Store.events`."""
        return self._nouns(Event, "SELECT payload FROM events ORDER BY id")

    def event(self, event: str) -> Event | None:
        """See `Store.event`."""
        return self._noun(Event, "SELECT payload FROM events WHERE id = ?", event)

    def positions(self) -> Iterator[Position]:
        """See `Store.positions`."""
        return self._nouns(Position, "SELECT payload FROM positions ORDER BY id")

    def position(self, position: str) -> Position | None:
        """See `Store.position`."""
        return self._noun(Position, "SELECT payload FROM positions WHERE id = ?", position)

    def stories(self) -> Iterator[StoryGroup]:
        """See `Store.stories`."""
        return self._nouns(StoryGroup, "SELECT payload FROM stories ORDER BY id")

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
            self._keep_at_once()
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
            self._keep_at_once()
            known = self._correction(correction)
            undone = known.undo(author) if known else None
            if undone:
                self._keep(undone)
        return undone

    def _correction(self, correction: str) -> Correction | None:
        return self._noun(Correction, "SELECT payload FROM corrections WHERE id = ?", correction)

    def _keep(self, correction: Correction) -> None:
        self._put("corrections", "id; payload", [(correction.id, packed(correction))])
