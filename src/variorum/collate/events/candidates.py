"""Finds which tellings may be of one event: kind, a participant or place, and time agree roughly.

One join on the engine over keys, each a kind of event with a participant or a place and a
fortnight, or the words around it; never all pairs.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.collate.events.families import is_mutual
from variorum.collate.events.telling import Actor, Telling
from variorum.engine.numbers import Numbers, counts, number_of, places, unpacked

RARE: Final = 40
"""Tellings with a key up to which each is compared with each; beyond, each is compared with
its `NEIGHBOURS` next ones in order of time and participants."""

NEIGHBOURS: Final = 12

BUCKET: Final = 14
"""Days that a time bucket lasts."""

LONGEST: Final = 62
"""Days up to which a told time gives buckets; a longer one is as good as untold."""

SCHEMA: Final = pa.schema(
    [
        ("item", pa.int32()),
        ("key", pa.int64()),
        ("rank", pa.int64()),
        ("tie", pa.int64()),
        ("party", pa.int32()),
        ("first", pa.int32()),
        ("last", pa.int32()),
        ("dated", pa.bool_()),
        ("hangs", pa.bool_()),
        ("told", pa.bool_()),
        ("placed", pa.bool_()),
    ]
)
"""By what tellings are looked up.

`rank`, `tie`: their order. `party`: `PRINTED` for a run of the words around it, `KEYED` for a key
with a time; for one without, which is of use to what tells none, the number of its participant, or
-1 for a place. `first`, `last`: the days that it may mean, as ordinals, or else those of
publication. `dated`, `hangs`, `told`, `placed`: whether it is dated, hangs on its publication,
tells days and a place.
"""

KEYED: Final = -2
PRINTED: Final = -3


class Placed(NamedTuple):
    """A telling, and the first of the rows that tell so: its article and its number there."""

    telling: Telling
    place: tuple[str, int]


class Lookup(NamedTuple):
    """By what a telling is looked up, as packed numbers (`engine.numbers`), and its place in order.

    `printed`: the words around it; `open_keys`: without the time; `parties`, `span`, `about`: see
    `SCHEMA`.
    """

    printed: bytes
    keys: bytes
    open_keys: bytes
    parties: bytes
    rank: int
    span: tuple[int, int]
    about: tuple[bool, bool, bool, bool]


def lookup(telling: Telling) -> Lookup:
    """By what a telling is looked up."""
    open_keys = sorted(_open_keys(telling))
    return Lookup(
        printed=_numbers(f"#{one}" for one in telling.contexts).tobytes(),
        keys=_keys(telling).tobytes(),
        open_keys=array("q", [number_of(key) for key, _ in open_keys]).tobytes(),
        parties=array("q", [party for _, party in open_keys]).tobytes(),
        rank=_rank(telling),
        span=telling.either_days or telling.published or (0, 0),
        about=(
            telling.published is not None or telling.days is not None,
            bool(telling.steps),
            telling.days is not None,
            bool(telling.places),
        ),
    )


def _rank(telling: Telling) -> int:
    """A number by which tellings are in order of time, and then by participants, roughly."""
    first, last = telling.days or telling.published or (0, 0)
    names = "".join(one.name for one in telling.actors).encode()[:_LETTERS]
    letters = int.from_bytes(names.ljust(_LETTERS, b"\0"), "big")
    return (first << 8 | min(last - first, 255)) << 8 * _LETTERS | letters


_LETTERS: Final = 4


def looked_up(tellings: Sequence[Placed]) -> Sequence[NDArray[Any]]:
    """The columns of `SCHEMA` for some tellings."""
    lookups = [lookup(one.telling) for one in tellings]
    printed, keyed = [one.printed for one in lookups], [one.keys for one in lookups]
    opened = [one.open_keys for one in lookups]
    where = np.concatenate([places(printed), places(keyed), places(opened)])
    keys = unpacked([*printed, *keyed, *opened])
    parties = unpacked([one.parties for one in lookups])
    party: Numbers = np.full(len(keys), KEYED, np.int64)
    party[: counts(printed).sum()] = PRINTED
    party[len(keys) - len(parties) :] = parties
    ranks = np.array([one.rank for one in lookups], np.int64)
    ties = np.array([number_of("{} {}".format(*one.place)) for one in tellings], np.int64)
    spans = np.array([one.span for one in lookups], np.int64).reshape(-1, 2)
    about = np.array([one.about for one in lookups], bool).reshape(-1, len(_ABOUT))
    return where, keys, ranks[where], ties[where], party, *spans[where].T, *about[where].T


_ABOUT: Final = SCHEMA.names[-4:]

MANY: Final = 1000
"""Tellings with a key beyond which it does not help to find what an undated article tells of."""

RANKED: Final = f"""
    SELECT *, CASE WHEN NOT rare THEN lead(rank, {NEIGHBOURS}) OVER (
            PARTITION BY key ORDER BY rank, tie) END AS last_rank,
        CASE WHEN NOT rare THEN lead(tie, {NEIGHBOURS}) OVER (
            PARTITION BY key ORDER BY rank, tie) END AS last_tie
    FROM (
        SELECT *, count(*) OVER (PARTITION BY key) <= {RARE} AS rare,
            count(*) OVER (PARTITION BY key) <= {MANY} AS few
        FROM {{rows}} every_row
    ) counted
"""
"""With each row of a key that many have the last of its neighbours, if there are more behind it."""

STANDS: Final = ("few", "last_rank", "last_tie")
"""The columns of `RANKED` in which others with the key have a say."""

FAR: Final = 10
"""Days between two publications beyond which two that tell no day need more in common."""

IN_COMMON: Final = 3
"""Keys that these have in common: of a hundred pairs with fewer one is of one event."""

_GAP: Final = "greatest(a.first, b.first) - least(a.last, b.last)"

PAIRS: Final = f"""
    SELECT a.item AS a, b.item AS b
    FROM {{one}} a JOIN {{other}} b ON a.key = b.key
        AND (a.rank < b.rank OR a.rank = b.rank AND a.tie < b.tie)
    WHERE a.party <= {KEYED} AND (a.last_rank IS NULL OR b.rank < a.last_rank
        OR b.rank = a.last_rank AND b.tie <= a.last_tie)
    GROUP BY a.item, b.item
    HAVING bool_or(a.party = {PRINTED} OR CASE WHEN a.told = b.told
            THEN {_GAP} <= CASE WHEN a.told THEN 1 ELSE {FAR} END ELSE true END)
        OR (count(*) >= {IN_COMMON} AND NOT bool_or(a.told AND b.told))
    UNION ALL
    SELECT u.item AS a, t.item AS b
    FROM {{one}} u JOIN {{other}} t ON t.key = u.key
    WHERE u.party > {KEYED} AND u.few AND NOT u.dated AND t.item <> u.item
    GROUP BY u.item, t.item
    HAVING count(DISTINCT u.key) >= 2 AND (
        count(DISTINCT u.party) - max(CAST(u.party < 0 AS INT)) >= 2
        OR bool_or(u.hangs AND t.told OR t.hangs AND u.told)
        OR bool_or(u.placed AND t.placed)
    )
"""
"""Where no publication speaks for it, one participant in common does not do, but with a weekday
that fits or a place."""


def _is_known_by_day(telling: Telling) -> bool:
    """Whether a call or meeting is told with its day: others may not name who took part."""
    days = telling.days
    return days is not None and days[0] == days[1] and is_mutual(telling.families)


def _keys(telling: Telling) -> Numbers:
    """The numbers of each kind with each subject and bucket."""
    subjects = _subjects(telling)
    subjects.update(f"~{who}" for who in telling.about)
    if len(telling.matter) <= WELL_KNOWN:
        # Of what it is, first; of other words that two have the least are likely least of both.
        of_what, beside = telling.matter & telling.objects, telling.matter - telling.objects
        known_by = [*sorted(of_what), *sorted(beside)]
        subjects.update(f"={word}" for word in known_by[:BY_WORDS])
    if not telling.names_somebody or _is_known_by_day(telling):
        subjects.update(f"%{word}" for word in telling.subject[:BY_SUBJECT])
    kinds, whom = _numbers(telling.families), _numbers(subjects)
    both = (kinds[:, np.newaxis] * _FIRST + whom).reshape(-1, 1)
    keyed = both * _SECOND + np.array(_buckets(telling), np.int64)
    return keyed.ravel()


def _numbers(words: Iterable[str]) -> Numbers:
    return np.array([number_of(one) for one in words], np.int64)


_FIRST: Final = 0x4F1BBCDCBFA53E0B
_SECOND: Final = 0x27D4EB2F165667C5
"""Odd numbers that keep apart the same numbers put together in another order."""


BY_WORDS: Final = 5
"""Telling words by which an event is looked up, at most: by more it takes twice as long."""

BY_SUBJECT: Final = 4
"""Words of its article's subject by which an event of nobody known is looked up."""

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
