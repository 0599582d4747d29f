"""Rows and transactions of a store on a PostgreSQL server."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from threading import Lock
from typing import Any, Final

import psycopg
from psycopg.pq import TransactionStatus

from variorum.record.errors import StoreError
from variorum.store.naming import StoreName
from variorum.store.postgres_database import Connection, connect, telling, with_nul
from variorum.store.sql_rows import SqlRows, in_parts

_AT_ONCE: Final = 64
"""Rows that are fetched at a time."""

_WRITTEN_AT_ONCE: Final = 500
"""Rows that are sent to be written at a time."""


class PostgresRows(SqlRows):
    """A connection that reads rows and nouns, and writes in transactions if it has the lock.

    One that only reads is made anew if the server was away; threads that share it take turns.
    """

    among = "= ANY(?)"

    _name: StoreName
    _write: bool
    _connection: Connection
    _turn: Lock

    def __init__(self) -> None:
        self._turn = Lock()
        self._is_open = True
        self._numbers = count()
        self._abandoned: list[str] = []

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if not self._write:
            raise StoreError(f"{self._name} is open for reading only", "Open it for writing")
        if self._connection.info.transaction_status != TransactionStatus.IDLE:
            yield
            return
        with telling(self._name, "written"), self._connection.transaction():
            self._run("UPDATE variorum SET changed_by = pg_current_xact_id()::text::bigint")
            yield

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        if self._connection.info.transaction_status != TransactionStatus.IDLE:
            yield
            return
        with telling(self._name, "read"), self._reachable().transaction():
            self._run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield

    def _run(self, sql: str, *values: Any) -> int:
        return self._connection.execute(_theirs(sql), values).rowcount

    def _run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        changed = 0
        # In parts, since what makes the rows may read from the same connection.
        for part in in_parts(rows, _WRITTEN_AT_ONCE):
            with self._connection.cursor() as cursor:
                cursor.executemany(_theirs(sql), part)
                changed += cursor.rowcount
        return changed

    def _add(self, table: str, columns: str, rows: Iterable[Sequence[Any]]) -> int:
        """See `SqlRows._add`. COPY takes a third of the time that INSERT takes."""
        written = 0
        for part in in_parts(rows, _WRITTEN_AT_ONCE):
            with (
                self._connection.cursor() as cursor,
                cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copying,
            ):
                for row in part:
                    copying.write_row(row)
            written += len(part)
        return written

    def _listed(self, values: Iterable[Any]) -> list[Any]:
        return list(values)

    def _all(self, sql: str, *values: Any) -> list[Any]:
        with telling(self._name, "read"):
            return self._asked(_theirs(sql), values)

    def _rows(self, sql: str, *values: Any) -> Iterator[Any]:
        """The server holds the rows: they are as of now, whatever is written in between."""
        self._drop_abandoned()
        cursor = f"rows_{next(self._numbers)}"
        is_done = False
        try:
            with telling(self._name, "read"):
                self._asked(
                    f"DECLARE {cursor} NO SCROLL CURSOR WITH HOLD FOR {_theirs(sql)}", values
                )
            while not is_done:
                with telling(self._name, "read"):
                    rows = self._asked(f"FETCH {_AT_ONCE} FROM {cursor}", ())
                    is_done = len(rows) < _AT_ONCE
                    if is_done:
                        self._asked(f"CLOSE {cursor}", ())
                yield from rows
        finally:
            if not is_done:
                # Nothing may be asked here: a thread that is just asking may have come by to clean.
                self._abandoned.append(cursor)

    def _drop_abandoned(self) -> None:
        """Lets go of rows that nobody fetched to the end."""
        if self._abandoned:
            names, self._abandoned = self._abandoned, []
            for (name,) in self._all("SELECT name FROM pg_cursors WHERE name = ANY(?)", names):
                self._all(f"CLOSE {name}")

    def _asked(self, sql: str, values: Sequence[Any]) -> list[Any]:
        if not self._is_open:
            raise psycopg.InterfaceError("the store is closed")
        connection = self._reachable()
        is_inside = (
            sql.startswith("FETCH") or connection.info.transaction_status != TransactionStatus.IDLE
        )
        try:
            return _fetched(connection, sql, values)
        except psycopg.OperationalError:
            if self._write or not connection.closed or is_inside:
                raise
            return _fetched(self._reachable(), sql, values)

    def _reachable(self) -> Connection:
        """The connection; a reader's anew if it was lost."""
        with self._turn:
            if self._connection.closed and self._is_open and not self._write:
                self._connection = connect(self._name, write=False)
            return self._connection


def _fetched(connection: Connection, sql: str, values: Sequence[Any]) -> list[Any]:
    with connection.cursor(binary=True) as cursor:
        cursor.execute(sql, values)
        return list(map(with_nul, cursor.fetchall())) if cursor.description else []


def _theirs(sql: str) -> str:
    """Our SQL with places for values as psycopg marks them."""
    return sql.replace("%", "%%").replace("?", "%s")
