"""Finds which tellings may be of one event: kind, a participant or place, and time agree roughly.

One join on the engine over keys, each a kind of event with a participant or a place and a
fortnight, or the words around it; never all pairs.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa

from variorum.collate.events.telling import Actor, Telling
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
_OPEN: Final = pa.schema(
    [
        ("telling", pa.int32()),
        ("key", pa.string()),
        ("party", pa.int32()),
        ("dated", pa.bool_()),
        ("hangs", pa.bool_()),
        ("told", pa.bool_()),
        ("placed", pa.bool_()),
    ]
)


class Lookup(NamedTuple):
    """By what a telling is looked up, and its place in the order of all.

    `open_keys`: without the time, each with the number of its participant, -1 for a place.
    """

    keys: tuple[str, ...]
    open_keys: tuple[tuple[str, int], ...]
    rank: tuple[object, ...]


def lookup(telling: Telling) -> Lookup:
    """By what a telling is looked up."""
    days = telling.days or telling.published or (0, 0)
    rank = days, [one.name for one in telling.actors], telling.labels
    return Lookup(tuple(sorted(set(_keys(telling)))), tuple(sorted(_open_keys(telling))), rank)


def find_candidates(
    engine: Engine, tellings: Sequence[Telling], lookups: Sequence[Lookup] | None = None
) -> list[tuple[int, int]]:
    """Pairs of tellings, by number, the smaller first, worth comparing; in order.

    The pairs do not depend on the order in which tellings are given, provided that it is
    sorted. `lookups`: by what each is looked up, if that is known.
    """
    lookups = lookups or [lookup(one) for one in tellings]
    order = sorted(range(len(tellings)), key=lambda number: (lookups[number].rank, number))
    places = {number: place for place, number in enumerate(order)}
    engine.load("event_keys", _KEYS, _batches(lookups, places))
    pairs = _pairs(engine, _PAIRS)
    if any(one.published is None and one.days is None for one in tellings):
        engine.load("open_keys", _OPEN, _open_batches(tellings, lookups))
        pairs |= {(min(pair), max(pair)) for pair in _pairs(engine, _OPEN_PAIRS)}
    return sorted(pairs)


def _pairs(engine: Engine, query: str) -> set[tuple[int, int]]:
    return {
        pair
        for batch in engine.query(query)
        for pair in zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True)
    }


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
    WITH rare AS (
        SELECT key FROM open_keys GROUP BY key HAVING count(DISTINCT telling) <= {MANY}
    ),
    kept AS (SELECT o.* FROM open_keys o JOIN rare r ON r.key = o.key)
    SELECT u.telling AS asking, t.telling AS knowing
    FROM kept u JOIN kept t ON t.key = u.key
    WHERE NOT u.dated AND (t.dated OR t.telling > u.telling)
    GROUP BY u.telling, t.telling
    HAVING count(DISTINCT u.key) >= 2 AND (
        count(DISTINCT u.party) - max((u.party < 0)::INT) >= 2
        OR bool_or(u.hangs AND t.told OR t.hangs AND u.told)
        OR bool_or(u.placed AND t.placed)
    )
"""
"""Where no publication speaks for it, one participant in common does not do, but with a weekday
that fits or a place."""


TELLINGS_PER_BATCH: Final = 2000
ROWS_PER_BATCH: Final = 50_000


def _batches(lookups: Sequence[Lookup], places: Mapping[int, int]) -> Iterator[pa.RecordBatch]:
    for first in range(0, len(lookups), TELLINGS_PER_BATCH):
        some = range(first, min(len(lookups), first + TELLINGS_PER_BATCH))
        counts = [len(lookups[number].keys) for number in some]
        columns = (
            np.repeat(np.array(some, np.int32), counts),
            [key for number in some for key in lookups[number].keys],
            np.repeat(np.array([places[number] for number in some], np.int32), counts),
        )
        arrays = [
            pa.array(column, field.type) for column, field in zip(columns, _KEYS, strict=True)
        ]
        yield pa.record_batch(arrays, schema=_KEYS)


def _open_batches(
    tellings: Sequence[Telling], lookups: Sequence[Lookup]
) -> Iterator[pa.RecordBatch]:
    """The keys of what tells no day, and of all that has them."""
    is_dated = [one.published is not None or one.days is not None for one in tellings]
    asked = {
        key
        for one, dated in zip(lookups, is_dated, strict=True)
        if not dated
        for key, _ in one.open_keys
    }
    rows: list[tuple[object, ...]] = []
    for number, one in enumerate(tellings):
        about = is_dated[number], bool(one.steps), one.days is not None, bool(one.places)
        rows.extend(
            (number, key, party, *about) for key, party in lookups[number].open_keys if key in asked
        )
        if len(rows) > ROWS_PER_BATCH:
            yield _packed(rows)
            rows = []
    if rows:
        yield _packed(rows)


def _packed(rows: Sequence[tuple[object, ...]]) -> pa.RecordBatch:
    columns = zip(*rows, strict=True)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _OPEN, strict=True)]
    return pa.record_batch(arrays, schema=_OPEN)


def _keys(telling: Telling) -> Iterator[str]:
    yield from (f"#{one}" for one in telling.contexts)
    subjects = _subjects(telling)
    subjects.update(f"~{who}" for who in telling.about)
    if len(telling.matter) <= WELL_KNOWN:
        subjects.update(f"={word}" for word in telling.matter)
    for bucket in _buckets(telling):
        for kind in telling.families:
            yield from (f"{kind}|{subject}|{bucket}" for subject in subjects)


WELL_KNOWN: Final = 24
"""Telling words of an event beyond which it has others to be looked up by."""


def _open_keys(telling: Telling) -> Iterator[tuple[str, int]]:
    for kind in telling.families:
        yield from ((f"{kind}|@{place}", -1) for place in set(telling.places))
        for party, actor in enumerate(telling.actors):
            yield from ((f"{kind}|{what}", party) for what in _names(actor))


def _subjects(telling: Telling) -> set[str]:
    found = {f"@{place}" for place in telling.places}
    return found.union(*map(_names, telling.actors))


def _names(actor: Actor) -> set[str]:
    return {*actor.keys, *actor.nations}


def _buckets(telling: Telling) -> range:
    """The numbers of the time buckets in which a telling may find others."""
    days = telling.days
    if days and days[1] - days[0] <= LONGEST:
        return range(days[0] // BUCKET, days[1] // BUCKET + 1)
    if telling.published:
        first, last = telling.published
        return range((first - BUCKET) // BUCKET, (last + 1) // BUCKET + 1)
    return range(0)
