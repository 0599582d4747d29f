"""Rows and transactions of a store that is asked in SQL, whichever database keeps it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, ClassVar, Final, TypeVar

import msgspec

Noun = TypeVar("Noun")
Item = TypeVar("Item")

ROWS_AT_ONCE: Final = 200
"""Rows that one round asks for or writes, so that a database elsewhere answers in few rounds."""


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


def packed(noun: msgspec.Struct) -> bytes:
    """A noun as it is kept."""
    return msgspec.msgpack.encode(noun)


def in_parts(items: Iterable[Item], size: int = ROWS_AT_ONCE) -> Iterator[list[Item]]:
    """Items in lists of so many."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
