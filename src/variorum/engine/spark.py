"""The distributed engine: Apache Spark for tables, and its workers for functions.

Needs the extra `spark` and a Java runtime (17 or newer).
"""

import os
import pickle
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, TypeVar

import pyarrow as pa
from pyarrow import parquet
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from variorum.engine.forgetful import Forgetful
from variorum.engine.tables import FEW, ROWS_PER_BATCH, checked_name, collected
from variorum.record.errors import EngineError, InputError

Given = TypeVar("Given")
Made = TypeVar("Made")

ITEMS_PER_JOB: Final = 4_000
"""Items that one job maps; results of a job come together."""

_UNSIGNED: Final = pa.decimal128(20, 0)
"""What Spark, which has no unsigned numbers, makes of a 64-bit one."""

_PACKED: Final = pa.schema([("place", pa.int64()), ("item", pa.binary())])


class SparkEngine(Forgetful):
    """An `Engine` on a Spark cluster, or on this machine with a master such as `local[2]`.

    `memory` bounds what a worker holds before it spills to disk; less than Spark needs to start
    (`LEAST_MEMORY`) is taken for that. `folder` is where tables lie, as
    Parquet: it must be reachable under one name by the driver and by all workers; by default a
    temporary folder of this machine. Raises `EngineError` if Spark cannot be started.
    """

    def __init__(
        self, master: str = "local[*]", memory: str = "1GB", folder: Path | None = None
    ) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="variorum-", dir=folder))
        self._tables = 0
        self._paths: dict[str, Path] = {}
        try:
            self._spark = _started(master, memory, self._folder)
        except InputError:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        except Exception as error:
            # Java missing, a cluster that is not there: the gateway raises errors of many kinds.
            shutil.rmtree(self._folder, ignore_errors=True)
            raise EngineError(
                f"Spark cannot be started at {master}: {error}",
                "Check that Java 17 or newer is installed and that the cluster answers",
            ) from error

    def load(self, name: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> None:
        """See `Engine.load`."""
        checked_name(name)
        path = self._new_path()
        path.mkdir()
        with parquet.ParquetWriter(path / "part-0.parquet", schema) as writer:
            for table in collected(schema, batches):
                writer.write_table(table)
        self._show(name, path)

    def derive(self, name: str, sql: str) -> None:
        """See `Engine.derive`."""
        checked_name(name)
        self._show(name, self._written(sql))

    def query(self, sql: str) -> Iterator[pa.RecordBatch]:
        """See `Engine.query`. The result is written out, and read from there in order."""
        path = self._written(sql)
        for file in sorted(path.glob("part-*.parquet")):
            with parquet.ParquetFile(file) as opened:
                for batch in opened.iter_batches(ROWS_PER_BATCH):
                    yield _with_unsigned(batch)
        shutil.rmtree(path, ignore_errors=True)

    def map(
        self, function: Callable[[Given], Made], items: Iterable[Given], total: int | None = None
    ) -> Iterator[Made]:
        """See `Engine.map`."""
        items = iter(items)
        head = list(islice(items, FEW))
        if len(head) < FEW or (total is not None and total < FEW):
            yield from map(function, chain(head, items))
            return
        rest = chain(head, items)
        while job := list(islice(rest, ITEMS_PER_JOB)):
            yield from self._mapped(function, job)

    def close(self) -> None:
        """See `Engine.close`."""
        self._spark.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _new_path(self) -> Path:
        self._tables += 1
        return self._folder / f"table-{self._tables}"

    def _show(self, name: str, path: Path) -> None:
        """Give a table its name; what had it goes, for whatever was made of that is written out."""
        self._spark.read.parquet(str(path)).createOrReplaceTempView(name)
        if before := self._paths.get(name):
            shutil.rmtree(before, ignore_errors=True)
        self._paths[name] = path

    def _written(self, sql: str) -> Path:
        """The result of a query as Parquet, so that it is worked out once and stays as it is."""
        path = self._new_path()
        try:
            self._spark.sql(sql).write.parquet(str(path))
        except PySparkException as error:
            raise EngineError(
                f"The engine refused a query: {error}", "Report this with the query"
            ) from error
        return path

    def _mapped(self, function: Callable[[Given], Made], job: list[Given]) -> Iterator[Made]:
        packed = pa.table([range(len(job)), [pickle.dumps(one) for one in job]], schema=_PACKED)
        workers = self._spark.sparkContext.defaultParallelism
        frame = self._spark.createDataFrame(packed).repartition(4 * workers, "place")
        done = frame.mapInArrow(_worker(pickle.dumps(function)), "place long, item binary")
        for item in done.toArrow().sort_by("place")["item"]:
            made, error = pickle.loads(item.as_py())  # our own workers packed it
            if error is not None:
                raise error
            yield made


def _worker(packed: bytes) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What each worker does: applies a function, which it finds by name, to each item."""

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        function = pickle.loads(packed)  # the driver packed it
        for batch in batches:
            made = [pickle.dumps(_tried(function, item.as_py())) for item in batch["item"]]
            yield pa.record_batch([batch["place"], pa.array(made, pa.binary())], schema=_PACKED)

    return work


def _tried(function: Callable[[Any], Any], packed: bytes) -> tuple[Any, BaseException | None]:
    """What a function makes of an item, or the exception that it raises."""
    try:
        return function(pickle.loads(packed)), None  # the driver packed it
    except Exception as error:  # it is raised again where the caller is
        return None, error


_AMOUNT: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([MGT])i?B?", re.IGNORECASE)
_UNITS: Final = {"M": 1, "G": 1_000, "T": 1_000_000}

LEAST_MEMORY: Final = 512
"""Megabytes; Spark does not start with less than 450."""


def _megabytes(memory: str) -> int:
    amount = _AMOUNT.fullmatch(memory.strip())
    if amount is None:
        raise InputError(f"{memory!r} is no amount of memory", "Give one such as 800MB or 2GB")
    return max(LEAST_MEMORY, int(float(amount[1]) * _UNITS[amount[2].upper()]))


def _started(master: str, memory: str, folder: Path) -> SparkSession:
    builder: Any = SparkSession.builder
    settings = {
        "spark.executor.memory": f"{_megabytes(memory)}m",
        "spark.local.dir": str(folder / "scratch"),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.ansi.enabled": "true",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
    }
    if master.startswith("local"):
        # Everything is in the driver, its memory too, and a few partitions are enough for a few
        # processors. Workers find what the caller does.
        settings |= {
            "spark.driver.memory": settings["spark.executor.memory"],
            "spark.driver.host": "127.0.0.1",
            "spark.sql.shuffle.partitions": "8",
            "spark.executorEnv.PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        }
    session: SparkSession = (
        builder.master(master).appName("variorum").config(map=settings).getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return session


def _with_unsigned(batch: pa.RecordBatch) -> pa.RecordBatch:
    """A batch with what was unsigned as it was."""
    columns = [
        column.cast(pa.uint64()) if column.type == _UNSIGNED else column for column in batch.columns
    ]
    return pa.record_batch(columns, names=batch.schema.names)
