"""The embedded engine: DuckDB for tables, a pool of processes for functions."""

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from types import ModuleType
from typing import Final, TypeVar

import duckdb
import pyarrow as pa

from variorum.engine.forgetful import Forgetful
from variorum.engine.tables import FEW, ROWS_PER_BATCH, checked_name, collected
from variorum.record.errors import EngineError, InputError

Given = TypeVar("Given")
Made = TypeVar("Made")

CHUNK: Final = 24
"""Items that travel to a process together."""

_PRELOADED: Final = ("variorum.pipeline",)


class DuckdbEngine(Forgetful):
    """An `Engine` on one machine.

    `memory_limit` bounds DuckDB's tables and joins (what exceeds it is spilled to a
    temporary folder); `processes` is the number of workers for `map`, by default one
    a processor.
    """

    def __init__(self, memory_limit: str = "1GB", processes: int | None = None) -> None:
        self._processes = processes or _processors()
        self._pool: ProcessPoolExecutor | None = None
        self._connection = duckdb.connect(
            config={"threads": str(self._processes), "preserve_insertion_order": "false"}
        )
        _limit_memory(self._connection, memory_limit)
        self._spill = tempfile.TemporaryDirectory(prefix="variorum-")
        self._connection.execute("SET temp_directory = ?", [self._spill.name])

    def load(self, name: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> None:
        """See `Engine.load`. The stream is read in the caller's thread, some rows at a time."""
        with self._connection.cursor() as cursor:
            cursor.register("incoming", schema.empty_table())
            _execute(cursor, f'CREATE OR REPLACE TABLE "{checked_name(name)}" AS FROM incoming')
            for table in collected(schema, batches):
                cursor.register("incoming", table)
                _execute(cursor, f'INSERT INTO "{checked_name(name)}" FROM incoming')

    def derive(self, name: str, sql: str) -> None:
        """See `Engine.derive`."""
        _execute(self._connection, f'CREATE OR REPLACE TABLE "{checked_name(name)}" AS {sql}')

    def query(self, sql: str) -> Iterator[pa.RecordBatch]:
        """See `Engine.query`. Each query has its own cursor, so that one may feed another."""
        with self._connection.cursor() as cursor:
            try:
                yield from cursor.sql(sql).to_arrow_reader(ROWS_PER_BATCH)
            except duckdb.Error as error:
                raise _refused(error) from error

    def map(
        self, function: Callable[[Given], Made], items: Iterable[Given], total: int | None = None
    ) -> Iterator[Made]:
        """See `Engine.map`."""
        items = iter(items)
        head = list(islice(items, FEW))
        if len(head) < FEW or self._processes == 1 or (total is not None and total < FEW):
            yield from map(function, chain(head, items))
            return
        yield from self._spread(function, chain(head, items))

    def close(self) -> None:
        """See `Engine.close`."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
        self._connection.close()
        self._spill.cleanup()

    def _spread(self, function: Callable[[Given], Made], items: Iterator[Given]) -> Iterator[Made]:
        """Chunks go out a few ahead of the results, so that memory stays bounded."""
        pool = self._started_pool()
        waiting: deque[Future[list[Made]]] = deque()
        try:
            while chunk := list(islice(items, CHUNK)):
                with _nothing_to_import():
                    waiting.append(pool.submit(_apply, function, chunk))
                if len(waiting) > 3 * self._processes:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise EngineError(
                "A worker process was ended from outside, perhaps for lack of memory",
                "Try again with fewer of them: --processes 1",
            ) from error

    def _started_pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            for library in ("OPENBLAS", "OMP", "MKL"):
                # Each worker has one processor; threads inside it would fight for the others'.
                os.environ.setdefault(f"{library}_NUM_THREADS", "1")
            methods = multiprocessing.get_all_start_methods()
            context = multiprocessing.get_context(
                "forkserver" if "forkserver" in methods else "spawn"
            )
            if "forkserver" in methods:
                context.set_forkserver_preload(list(_PRELOADED))
            self._pool = ProcessPoolExecutor(
                self._processes, mp_context=context, initializer=_live_with_parent
            )
        return self._pool


@contextmanager
def _nothing_to_import() -> Iterator[None]:
    """Starts processes without the script that called.

    A new process imports the script's file again, and would do all over again what stands there
    outside `if __name__ == "__main__"`. Functions that are mapped are importable without it.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


def _live_with_parent() -> None:
    """Makes a worker end when its parent does, and leave it to the parent what Ctrl-C means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _limit_memory(connection: duckdb.DuckDBPyConnection, memory_limit: str) -> None:
    try:
        connection.execute("SET memory_limit = ?", [memory_limit])
    except duckdb.Error as error:
        connection.close()
        raise InputError(
            f"{memory_limit!r} is no amount of memory", "Give one such as 500MB, 2GB or 60%"
        ) from error


def _execute(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    try:
        connection.execute(sql)
    except duckdb.Error as error:
        raise _refused(error) from error


def _refused(error: duckdb.Error) -> EngineError:
    return EngineError(f"The engine refused a query: {error}", "Report this with the query")


def _processors() -> int:
    """Those that this process may use; not every system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _apply(function: Callable[[Given], Made], chunk: list[Given]) -> list[Made]:
    return [function(item) for item in chunk]
