"""All rows of a store that is asked in SQL, for another."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from variorum.store.protocol import Row
from variorum.store.sql_record import SqlRecord

KEPT: Final = {
    "pages": "id, payload",
    "sources": "source, page",
    "articles": "id, key, payload",
    "failures": "source, payload",
    "readings": "article, inputs, maker, is_failure, payload",
    "windows": "maker, id, payload",
    "scores": "a, b, key, payload",
    "dates": "article, payload",
    "reuses": "id, a, b, payload",
    "pairs": "a, b, payload",
    "lineage": "child, parent, payload",
    "dispatches": "id, payload",
    "entities": "id, payload",
    "joined": "entity, into_entity",
    "statements": "id, payload",
    "events": "id, payload",
    "positions": "id, payload",
    "stories": "id, payload",
    "corrections": "id, payload",
    "watched": "address, payload",
    "arrivals": "article, at",
    "facts": "name, value",
}
"""The tables that are no index, and their columns; what another points at comes before it."""

OF_INDEX: Final = "searched"
"""The fact that tells who made the index: it stays with it."""


class SqlCopy(SqlRecord):
    """The part of a `Store` that gives and takes all rows."""

    def kept_rows(self) -> Iterator[Row]:
        """See `Store.kept_rows`."""
        with self._snapshot():
            for table, columns in KEPT.items():
                first_two = ", ".join(columns.split(", ")[:2])
                for values in self._rows(f"SELECT {columns} FROM {table} ORDER BY {first_two}"):
                    if (table, values[0]) != ("facts", OF_INDEX):
                        yield Row(table, tuple(values))

    def take_rows(self, rows: Iterable[Row]) -> None:
        """See `Store.take_rows`."""
        with self._transaction():
            for table in reversed(KEPT):
                self._run(f"DELETE FROM {table}")
            for table, of_table in groupby(rows, key=lambda row: row.table):
                self._add(table, KEPT[table], (row.values for row in of_table))
            self._rebuild_index(self.articles(), self._nouns_searched(), self.dates())

    def is_empty(self) -> bool:
        """See `Store.is_empty`."""
        return not any(
            self._one(f"SELECT 1 FROM {table} LIMIT 1") for table in KEPT if table != "facts"
        )
