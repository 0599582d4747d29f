"""Rows and transactions of the embedded store."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final

from filelock import FileLock

from variorum.record.errors import StoreError
from variorum.store.sql_rows import SqlRows

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


class SqliteRows(SqlRows):
    """A connection that reads rows and nouns, and writes in transactions if it has the lock."""

    among = "IN (SELECT value FROM json_each(?))"

    _path: Path
    _lock: FileLock | None
    _connection: sqlite3.Connection
    _turn: Lock

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._lock is None:
            raise StoreError(f"{self._path} is open for reading only", "Open it for writing")
        if self._connection.in_transaction:
            yield
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                yield
        except sqlite3.OperationalError as error:
            step = "Check that nothing else holds it, then give the same command again"
            raise refused(self._path, "written", error, step) from error

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def _run(self, sql: str, *values: Any) -> int:
        return self._connection.execute(sql, values).rowcount

    def _run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        return self._connection.executemany(sql, rows).rowcount

    def _listed(self, values: Iterable[Any]) -> str:
        return json.dumps(list(values))

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
