"""Rows and transactions of the embedded store."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final, TypeVar

import msgspec
from filelock import FileLock

from variorum.record.errors import StoreError

Noun = TypeVar("Noun")

_AT_ONCE: Final = 64
"""Rows that are read at a time: threads that share a reader take turns, and none waits for long."""


def refused(path: Path, verb: str, error: sqlite3.Error, otherwise: str) -> StoreError:
    """What a person is told of a fault: `verb` is what could not be done to the store.

    `otherwise`: the next step, where it is not the disk that gives up.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    is_disk = code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
    step = "Make room on the disk, then give the same command again" if is_disk else otherwise
    return StoreError(f"{path} cannot be {verb}: {error}", step)


class SqliteRows:
    """A connection that reads rows and nouns, and writes in transactions if it has the lock."""

    _path: Path
    _lock: FileLock | None
    _connection: sqlite3.Connection
    _turn: Lock

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._lock is None:
            raise StoreError(f"{self._path} is open for reading only", "Open it for writing")
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                yield
        except sqlite3.OperationalError as error:
            step = "Check that nothing else holds it, then give the same command again"
            raise refused(self._path, "written", error, step) from error

    def _run(self, sql: str, *values: Any) -> None:
        self._connection.execute(sql, values)

    def _many(self, table: str, columns: int, rows: Iterable[tuple[Any, ...]]) -> None:
        places = ", ".join("?" * columns)
        self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)

    def _one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        return next(self._rows(sql, *values), None)

    def _rows(self, sql: str, *values: Any) -> Iterator[Any]:
        try:
            with self._turn:
                cursor = self._connection.execute(sql, values)
            while True:
                with self._turn:
                    rows = cursor.fetchmany(_AT_ONCE)
                # Not `yield from`, which would close the cursor of a store that is closed already.
                for row in rows:  # noqa: UP028
                    yield row
                if len(rows) < _AT_ONCE:
                    return
        except sqlite3.DatabaseError as error:
            step = "Take a copy from before, or build it anew from its inputs"
            raise refused(self._path, "read", error, step) from error

    def _nouns(self, noun: type[Noun], sql: str, *values: Any) -> Iterator[Noun]:
        decoder = msgspec.msgpack.Decoder(noun)
        return (decoder.decode(row[0]) for row in self._rows(sql, *values))


def packed(noun: msgspec.Struct) -> bytes:
    """A noun as it is kept."""
    return msgspec.msgpack.encode(noun)
