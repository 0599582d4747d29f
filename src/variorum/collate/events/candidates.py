"""Finds which tellings may be of one event: kind, a participant or place, and time agree roughly.

One join on the engine over keys, each a kind of event with a participant or a place and a
fortnight, or the words around it; never all pairs.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import pyarrow as pa

from variorum.collate.events.telling import Telling
from variorum.engine.protocol import Engine

RARE: Final = 40
"""Tellings with a key up to which each is compared with each; beyond, each is compared with
its `NEIGHBOURS` next ones in order of time and participants."""

NEIGHBOURS: Final = 12

BUCKET: Final = 14
"""Days that a time bucket lasts."""

LONGEST: Final = 62
"""Days up to which a told time gives buckets; a longer one is as good as untold."""

_KEYS: Final = pa.schema([("telling", pa.int32()), ("key", pa.string()), ("place", pa.int32())])
_OPEN: Final = pa.schema([("telling", pa.int32()), ("key", pa.string()), ("dated", pa.bool_())])


def find_candidates(engine: Engine, tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs of tellings, by number, the smaller first, worth comparing; in order.

    The pairs do not depend on the order in which tellings are given, provided that it is
    sorted.
    """
    order = sorted(range(len(tellings)), key=lambda number: _rank(tellings[number], number))
    places = {number: place for place, number in enumerate(order)}
    engine.load("event_keys", _KEYS, _batches(tellings, places))
    pairs = {tuple(row.values()) for batch in engine.query(_PAIRS) for row in batch.to_pylist()}
    if any(one.published is None and one.days is None for one in tellings):
        engine.load("open_keys", _OPEN, _open_batches(tellings))
        open_pairs = (row for batch in engine.query(_OPEN_PAIRS) for row in batch.to_pylist())
        pairs |= {tuple(sorted(row.values())) for row in open_pairs}
    return sorted((min(pair), max(pair)) for pair in pairs)


def _rank(telling: Telling, number: int) -> tuple[object, ...]:
    days = telling.days or telling.published or (0, 0)
    return days, [one.name for one in telling.actors], telling.labels, number


_PAIRS: Final = f"""
    WITH counted AS (
        SELECT telling, key, count(*) OVER (PARTITION BY key) AS many,
            row_number() OVER (PARTITION BY key ORDER BY place) AS place
        FROM event_keys
    )
    SELECT DISTINCT least(a.telling, b.telling) AS a, greatest(a.telling, b.telling) AS b
    FROM counted a JOIN counted b ON a.key = b.key AND a.place < b.place
    WHERE a.many <= {RARE} OR b.place - a.place <= {NEIGHBOURS}
"""

MANY: Final = 3000
"""Tellings with a key beyond which it does not help to find what an undated article tells of."""

_OPEN_PAIRS: Final = f"""
    WITH rare AS (SELECT key FROM open_keys GROUP BY key HAVING count(*) <= {MANY}),
    kept AS (SELECT o.* FROM open_keys o JOIN rare r ON r.key = o.key)
    SELECT u.telling AS asking, t.telling AS knowing
    FROM kept u JOIN kept t ON t.key = u.key
    WHERE NOT u.dated AND (t.dated OR t.telling > u.telling)
    GROUP BY u.telling, t.telling
    HAVING count(*) >= 2
"""


TELLINGS_PER_BATCH: Final = 2000


def _batches(tellings: Sequence[Telling], places: Mapping[int, int]) -> Iterator[pa.RecordBatch]:
    def rows(number: int) -> list[tuple[object, ...]]:
        return [(number, key, places[number]) for key in sorted(set(_keys(tellings[number])))]

    return _packed(len(tellings), rows, _KEYS)


def _open_batches(tellings: Sequence[Telling]) -> Iterator[pa.RecordBatch]:
    def rows(number: int) -> list[tuple[object, ...]]:
        one = tellings[number]
        dated = one.published is not None or one.days is not None
        keys = {f"{kind}|{what}" for kind in one.families for what in _subjects(one)}
        return [(number, key, dated) for key in sorted(keys)]

    return _packed(len(tellings), rows, _OPEN)


def _packed(
    count: int, rows: Callable[[int], list[tuple[object, ...]]], schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    """The rows of some tellings at a time as columns."""
    for first in range(0, count, TELLINGS_PER_BATCH):
        some = range(first, min(count, first + TELLINGS_PER_BATCH))
        if found := [row for number in some for row in rows(number)]:
            columns = zip(*found, strict=True)
            arrays = [
                pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)
            ]
            yield pa.record_batch(arrays, schema=schema)


def _keys(telling: Telling) -> Iterator[str]:
    yield from (f"#{one}" for one in telling.contexts)
    for bucket in _buckets(telling):
        for kind in telling.families:
            for subject in _subjects(telling):
                yield f"{kind}|{subject}|{bucket}"


def _subjects(telling: Telling) -> set[str]:
    found = {f"@{place}" for place in telling.places}
    for actor in telling.actors:
        found |= actor.keys | set(actor.nations)
    return found


def _buckets(telling: Telling) -> range:
    """The numbers of the time buckets in which a telling may find others."""
    days = telling.days
    if days and days[1] - days[0] <= LONGEST:
        return range(days[0] // BUCKET, days[1] // BUCKET + 1)
    if telling.published:
        first, last = telling.published
        return range((first - BUCKET) // BUCKET, (last + 1) // BUCKET + 1)
    return range(0)
