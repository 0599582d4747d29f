"""Rows and transactions of a store that is asked in SQL, whichever database keeps it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, ClassVar, Final, NamedTuple, TypeVar

import msgspec

Noun = TypeVar("Noun")
Item = TypeVar("Item")

ROWS_AT_ONCE: Final = 200
"""Rows that one round asks for or writes, so that a database elsewhere answers in few rounds."""


class Changes(NamedTuple):
    """The keys (the first column of each) of rows that are new or another, and of those gone."""

    written: set[str]
    gone: list[str]


class SqlRows(ABC):
    """A connection that reads rows and nouns, and writes in transactions if it may.

    SQL is what SQLite and PostgreSQL both understand, with `?` for values.
    """

    among: ClassVar[str]
    """What stands after a column to ask whether its value is in a list, given as one value."""

    @abstractmethod
    def _transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept, or nothing; one inside another is part of it."""

    @abstractmethod
    def _snapshot(self) -> AbstractContextManager[None]:
        """All that is read inside is as of one time."""

    def _keep_at_once(self) -> None:  # noqa: B027 - most stores always do
        """What the transaction writes is on a disk when it ends, whatever that takes."""

    @abstractmethod
    def _run(self, sql: str, *values: Any) -> int:
        """Run a statement; returns how many rows it changed."""

    @abstractmethod
    def _run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        """Run a statement for each of many rows; returns how many rows that changed."""

    @abstractmethod
    def _rows(self, sql: str, *values: Any) -> Iterator[Any]:
        """The rows of a query, a few at a time: the store may be written to in between."""

    @abstractmethod
    def _listed(self, values: Iterable[Any]) -> Any:
        """A list as one value, for `among`."""

    def _all(self, sql: str, *values: Any) -> list[Any]:
        """All rows of a query whose rows are few, or small."""
        return list(self._rows(sql, *values))

    def _one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        return next(iter(self._all(sql, *values)), None)

    def _nouns(self, noun: type[Noun], sql: str, *values: Any) -> Iterator[Noun]:
        decoder = msgspec.msgpack.Decoder(noun)
        return (decoder.decode(row[0]) for row in self._rows(sql, *values))

    def _noun(self, noun: type[Noun], sql: str, *values: Any) -> Noun | None:
        row = self._one(sql, *values)
        return msgspec.msgpack.decode(row[0], type=noun) if row else None

    def _put(self, table: str, columns: str, rows: Iterable[Sequence[Any]]) -> int:
        """Write rows, each in place of the one with the same key, which are the first columns.

        The key ends at a semicolon: "a, b; payload".
        """
        key, _, rest = columns.partition("; ")
        anew = ", ".join(f"{name} = excluded.{name}" for name in rest.split(", "))
        names = f"{key}, {rest}"
        places = ", ".join("?" * len(names.split(", ")))
        return self._run_many(
            f"INSERT INTO {table} ({names}) VALUES ({places})"
            f" ON CONFLICT ({key}) DO UPDATE SET {anew}",
            rows,
        )

    def _add(self, table: str, columns: str, rows: Iterable[Sequence[Any]]) -> int:
        """Write rows that are not there."""
        places = ", ".join("?" * len(columns.split(", ")))
        return self._run_many(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)

    def _replace(self, table: str, columns: str, rows: Iterable[Sequence[Any]]) -> Changes:
        """Put rows in place of all of a table; what stays the same is not written again.

        `columns`: as for `_put`. Returns the keys of what is another now.
        """
        key, _, rest = columns.partition("; ")
        width = len(key.split(", "))
        before = map(tuple, self._rows(f"SELECT {key}, {rest} FROM {table}"))
        known = {row[:width]: hash(row[width:]) for row in before}
        written: set[Any] = set()
        for part in in_parts(map(tuple, rows)):
            kept = [known.pop(row[:width], None) for row in part]
            new = [row for row, one in zip(part, kept, strict=True) if one is None]
            changed = [
                row
                for row, one in zip(part, kept, strict=True)
                if one is not None and one != hash(row[width:])
            ]
            self._add(table, f"{key}, {rest}", new)
            self._put(table, columns, changed)
            written.update(row[0] for row in (*new, *changed))
        where = " AND ".join(f"{name} = ?" for name in key.split(", "))
        self._run_many(f"DELETE FROM {table} WHERE {where}", list(known))
        return Changes(written, [gone[0] for gone in known])


def packed(noun: msgspec.Struct) -> bytes:
    """A noun as it is kept."""
    return msgspec.msgpack.encode(noun)


def in_parts(items: Iterable[Item], size: int = ROWS_AT_ONCE) -> Iterator[list[Item]]:
    """Items in lists of so many."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
