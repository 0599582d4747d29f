"""Finds which tellings may be of one event: kind, a participant or place, and time agree roughly.

One join on the engine over keys, each a kind of event with a participant or a place and a
fortnight, or the words around it; never all pairs.
"""

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa

from variorum.collate.events.telling import Actor, Telling
from variorum.engine.numbers import batch, number_of, packed, pairs_in, places, unpacked
from variorum.engine.protocol import Engine

RARE: Final = 40
"""Tellings with a key up to which each is compared with each; beyond, each is compared with
its `NEIGHBOURS` next ones in order of time and participants."""

NEIGHBOURS: Final = 12

BUCKET: Final = 14
"""Days that a time bucket lasts."""

LONGEST: Final = 62
"""Days up to which a told time gives buckets; a longer one is as good as untold."""

_KEYS: Final = pa.schema([("telling", pa.int32()), ("key", pa.int64()), ("place", pa.int32())])
_OPEN: Final = pa.schema(
    [
        ("telling", pa.int32()),
        ("key", pa.int64()),
        ("party", pa.int32()),
        ("dated", pa.bool_()),
        ("hangs", pa.bool_()),
        ("told", pa.bool_()),
        ("placed", pa.bool_()),
    ]
)


class Lookup(NamedTuple):
    """By what a telling is looked up, as packed numbers (`engine.numbers`), and its place in order.

    `open_keys`: without the time; `parties`: for each of these the number of its participant, -1
    for a place; `about`: whether it is dated, hangs on its publication, tells days and a place.
    """

    keys: bytes
    open_keys: bytes
    parties: bytes
    rank: str
    about: tuple[bool, bool, bool, bool]


def lookup(telling: Telling) -> Lookup:
    """By what a telling is looked up."""
    days = telling.days or telling.published or (0, 0)
    names, labels = (
        "\0".join(some) for some in ([one.name for one in telling.actors], telling.labels)
    )
    open_keys = sorted(_open_keys(telling))
    return Lookup(
        keys=packed(_keys(telling)),
        open_keys=array("q", [number_of(key) for key, _ in open_keys]).tobytes(),
        parties=array("q", [party for _, party in open_keys]).tobytes(),
        rank=f"{days[0]:08}{days[1]:08}{names}\0\0{labels}",
        about=(
            telling.published is not None or telling.days is not None,
            bool(telling.steps),
            telling.days is not None,
            bool(telling.places),
        ),
    )


def find_candidates(engine: Engine, lookups: Sequence[Lookup]) -> list[tuple[int, int]]:
    """Pairs of tellings, by number, the smaller first, worth comparing; in order.

    `lookups`: by what each is looked up. The pairs do not depend on the order in which tellings are
    given, provided that it is sorted.
    """
    ranks = [one.rank for one in lookups]
    order = sorted(range(len(lookups)), key=ranks.__getitem__)
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    keys = [one.keys for one in lookups]
    where = places(keys)
    engine.load("event_keys", _KEYS, [batch(_KEYS, where, unpacked(keys), place[where])])
    found = [engine.query(_PAIRS)]
    if not all(one.about[0] for one in lookups):
        engine.load("open_keys", _OPEN, [_open_rows(lookups)])
        found.append(engine.query(_OPEN_PAIRS))
    return pairs_in(chain.from_iterable(found))


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
    SELECT least(u.telling, t.telling) AS a, greatest(u.telling, t.telling) AS b
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


def _open_rows(lookups: Sequence[Lookup]) -> pa.RecordBatch:
    """The keys of what tells no day, and of all that has them."""
    own = [one.open_keys for one in lookups]
    keys, where = unpacked(own), places(own)
    about = np.array([one.about for one in lookups])[where]
    asked = np.isin(keys, keys[~about[:, 0]])
    parties = unpacked([one.parties for one in lookups])
    columns = where, keys, parties, *about.T
    return batch(_OPEN, *(column[asked] for column in columns))


def _keys(telling: Telling) -> Iterator[str]:
    yield from (f"#{one}" for one in telling.contexts)
    subjects = _subjects(telling)
    subjects.update(f"~{who}" for who in telling.about)
    if len(telling.matter) <= WELL_KNOWN:
        # Of the words that two have in common the least are likely among the least of both.
        subjects.update(f"={word}" for word in sorted(telling.matter)[:KEYED])
    for bucket in _buckets(telling):
        for kind in telling.families:
            yield from (f"{kind}|{subject}|{bucket}" for subject in subjects)


KEYED: Final = 6
"""Telling words by which an event is looked up, at most: by more it takes twice as long."""

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
