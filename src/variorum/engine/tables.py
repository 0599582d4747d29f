"""What engines share: names of tables, and streams of rows in pieces of a good size."""

from collections.abc import Iterable, Iterator
from typing import Final

import pyarrow as pa

from variorum.record.errors import EngineError

ROWS_PER_BATCH: Final = 100_000

FEW: Final = 96
"""Below this many items other processes cost more (a second to start) than they save."""


def collected(schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Batches put together until there are `ROWS_PER_BATCH` rows."""
    waiting: list[pa.RecordBatch] = []
    rows = 0
    for batch in batches:
        waiting.append(batch)
        rows += batch.num_rows
        if rows >= ROWS_PER_BATCH:
            yield pa.Table.from_batches(waiting, schema)
            waiting, rows = [], 0
    if waiting:
        yield pa.Table.from_batches(waiting, schema)


def checked_name(name: str) -> str:
    """The name of a table; raises `EngineError` for what is none."""
    if not name.isidentifier():
        raise EngineError(f"{name!r} is no table name", "Use letters, digits and underscores")
    return name
