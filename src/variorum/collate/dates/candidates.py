"""Finds which references to a weekday may be to one day: they have rare words in common."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import pyarrow as pa

from variorum.engine.protocol import Engine
from variorum.record.day_reference import DayReference

RARE: Final = 200
"""References with a word up to which it helps to find others; all words do in a small heap."""

LEAST_RARE: Final = 4
"""Rare words that two references must share to be compared."""

_SCHEMA: Final = pa.schema(
    [
        ("reference", pa.int32()),
        ("weekday", pa.int8()),
        ("dated", pa.bool_()),
        ("word", pa.string()),
    ]
)


class Told(NamedTuple):
    """A past weekday that an article names; `dated`: whether the article's own day is known."""

    article: int
    reference: DayReference
    dated: bool


def find_same_matter(engine: Engine, told: list[Told]) -> list[tuple[int, int]]:
    """Pairs of an undated and a dated reference, by number, worth comparing; in order."""
    engine.load("days", _SCHEMA, _batches(told))
    rows = (row for batch in engine.query(_PAIRS) for row in batch.to_pylist())
    return sorted((row["asking"], row["telling"]) for row in rows)


_PAIRS: Final = f"""
    WITH rare AS (SELECT word FROM days GROUP BY word HAVING count(*) <= {RARE}),
    kept AS (SELECT d.* FROM days d JOIN rare r ON r.word = d.word)
    SELECT u.reference AS asking, t.reference AS telling
    FROM kept u JOIN kept t ON t.word = u.word AND t.weekday = u.weekday
    WHERE NOT u.dated AND t.dated
    GROUP BY u.reference, t.reference
    HAVING count(*) >= {LEAST_RARE}
"""


def _batches(told: Iterable[Told]) -> Iterator[pa.RecordBatch]:
    for number, one in enumerate(told):
        words = one.reference.context
        yield pa.record_batch(
            [
                pa.array([number] * len(words), pa.int32()),
                pa.array([one.reference.weekday] * len(words), pa.int8()),
                pa.array([one.dated] * len(words), pa.bool_()),
                pa.array(words, pa.string()),
            ],
            schema=_SCHEMA,
        )
