"""Finds the pairs of quotations that may be of one utterance.

Two joins on the engine, never all pairs: quoted words are looked up by their runs of three words,
whoever speaks; what reporters tell in their own words by the telling words that it shares with what
the same speaker said about the same time, and what an article quotes by what else it quotes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat
from math import log
from typing import Any, Final, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.collate.statements.agreeing import Wording
from variorum.collate.statements.scoring import FULL, Weighed
from variorum.collate.statements.words import is_content
from variorum.engine.numbers import (
    Numbers,
    counts,
    number_of,
    packed,
    places,
    unpacked,
)
from variorum.engine.protocol import Engine
from variorum.engine.relating import Relation

RUN: Final = 3
"""Words in a run."""

RARE: Final = 100
"""Wordings up to which a run pairs each with each. Beyond, one is paired with its `NEIGHBOURS` next
ones in length: a slogan that a thousand articles quote needs no half million comparisons."""

NEIGHBOURS: Final = 12

LEAST_RUNS: Final = 0.2
"""Of the runs of the shorter one: what shares half of its words in order shares these."""

COMMON: Final = 200
"""A word that one speaker has in more wordings of some days than this does not lead to pairs."""

LEAST_SHARE: Final = 0.35
"""Of the telling words of the shorter one, by weight: with less no pair is likely enough."""

DAYS: Final = 4
"""Days in a bucket. Reports in the same bucket or in adjoining ones are compared."""

_RUNS: Final = pa.schema(
    [
        ("item", pa.int32()),
        ("key", pa.int64()),
        ("quoted", pa.bool_()),
        ("length", pa.int32()),
        ("total", pa.int32()),
        ("tie", pa.int64()),
    ]
)
"""By which runs wordings are looked up.

`quoted`: whether it is one of quoted words; `length`, `tie`: their order; `total`: the wording's
runs of that sort.
"""

UNTOLD: Final = 0
"""The number of the days of what does not tell when."""

_TERMS: Final = pa.schema(
    [
        ("item", pa.int32()),
        ("key", pa.int64()),
        ("name", pa.int32()),
        ("day", pa.int32()),
        ("lies", pa.bool_()),
        ("weight", pa.int8()),
        ("total", pa.int32()),
    ]
)
"""By which stems wordings are looked up, each under all of a wording's names.

`name`: its number, of which the key is another with that of the stem; `day`: the number of its
days; `lies`: whether it is to be found by those of that name; `weight`: of the stem; `total`: of
all of the wording.
"""


class Lookup(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """By what a wording is looked up, as packed numbers (`engine.numbers`).

    Runs of its quoted words and, if the reporter's are more, of all; its stems; the names that it
    is to be found by, those that it is only sought by, and its articles; the number of its days.
    `told`: the stems in it and around it, in order; `own`: which of them are in it; `tie`: tells it
    from others of its length.
    """

    quoted: bytes
    words: bytes
    stems: bytes
    names: bytes
    sought: bytes
    articles: bytes
    day: int
    told: tuple[str, ...]
    own: bytes
    tie: int


class Sought(NamedTuple):
    """A wording, by what it is looked up, and how much that says now."""

    weighed: Weighed
    lookup: Lookup


def lookup(one: Wording) -> Lookup:
    """By what a wording is looked up."""
    told = sorted(one.stems | one.context)
    return Lookup(
        quoted=_runs(one.quoted),
        words=_runs(one.words) if 2 * len(one.quoted) < len(one.words) else b"",
        stems=packed(stem for stem in told if stem in one.stems),
        names=packed(_names(one)),
        sought=packed(_described_names(one)),
        articles=packed(f"|{article}" for article in sorted(one.articles) if one.quoted),
        day=_day(one),
        told=tuple(told),
        own=bytes(stem in one.stems for stem in told),
        tie=number_of("\0".join(one.key)),
    )


def _runs(words: tuple[str, ...]) -> bytes:
    """The numbers of runs that say something, each once."""
    if len(words) < RUN:
        return b""
    told = np.array([is_content(word) for word in words])
    numbers = np.array([number_of(word) for word in words], np.int64)
    runs = (numbers[:-2] * _FIRST + numbers[1:-1]) * _SECOND + numbers[2:]
    return np.unique(runs[told[:-2] | told[1:-1] | told[2:]]).tobytes()


_FIRST: Final = 0x4F1BBCDCBFA53E0B
_SECOND: Final = 0x27D4EB2F165667C5
"""Odd numbers that keep apart runs of the same words in another order."""


class Weights:
    """How much a stem says, from 0 to `FULL`: the less, the more wordings have it.

    As many wordings that have none of them as `_UNSEEN` are thought to stand beside, so that words
    that two articles share are not thought common for that. In whole numbers, so that one wording
    more changes few of them.
    """

    _UNSEEN: Final = 200

    def __init__(self, wordings: Sequence[Wording]) -> None:
        counts = Counter(chain.from_iterable(one.stems for one in wordings))
        total = log(len(wordings) + self._UNSEEN)
        self._weights = {
            stem: max(0, round(FULL * (1 - log(count + 1) / total)))
            for stem, count in counts.items()
        }

    def of(self, lookup: Lookup) -> bytes:
        """The weights of a wording's words; `FULL` of those that are in none."""
        return bytes(map(self._weights.get, lookup.told, repeat(FULL)))


def _every(pairs: Sequence[tuple[Sought, Sought]]) -> Iterable[bool]:
    """All pairs of a relation are worth comparing."""
    return [True] * len(pairs)


def _run_rows(sought: Sequence[Sought]) -> Sequence[NDArray[Any]]:
    """Runs of quoted words; where the reporter's are more, those of all words lead to copies."""
    lengths = np.array([len(one.weighed.wording.words) for one in sought], np.int64)
    ties = np.array([one.lookup.tie for one in sought], np.int64)
    quoted = [one.lookup.quoted for one in sought]
    words = [one.lookup.words for one in sought]
    where = np.concatenate([places(quoted), places(words)])
    totals = np.concatenate([counts(some)[places(some)] for some in (quoted, words)])
    # A run of all words is another key than the same run of quoted ones.
    keys = np.concatenate([unpacked(quoted), unpacked(words) * _SECOND])
    is_quoted = np.arange(len(keys)) < len(unpacked(quoted))
    return where, keys, is_quoted, lengths[where], totals, ties[where]


def _term_rows(sought: Sequence[Sought]) -> Sequence[NDArray[Any]]:
    """Each stem under each name; those that weigh nothing say nothing."""
    stems, theirs, weights = _stems(sought)
    totals = np.bincount(theirs, weights, len(sought)).astype(np.int64)
    named = [_named(sought, *one) for one in _NAMED]
    names, where, days, lie = (np.concatenate(some) for some in zip(*named, strict=True))
    many = np.bincount(theirs, minlength=len(sought))
    each = many[where]
    first = (np.cumsum(many) - many)[where] - (np.cumsum(each) - each)
    stem, name = (
        (np.arange(each.sum()) + np.repeat(first, each)),
        np.repeat(np.arange(len(each)), each),
    )
    item, keys = where[name], names[name] * _SECOND + stems[stem]
    return item, keys, names[name] >> _HALF, days[name], lie[name], weights[stem], totals[item]


_HALF: Final = 32

_NAMED: Final = (("names", True, True), ("sought", True, False), ("articles", False, True))
"""The names of a lookup; whether its day counts there, and whether it is to be found there."""


def _named(
    sought: Sequence[Sought], field: str, is_dated: bool, lies: bool
) -> tuple[Numbers, Numbers, Numbers, NDArray[np.bool_]]:
    """All names of a kind, by number, whose they are, of which days, and if it lies there."""
    parts = [getattr(one.lookup, field) for one in sought]
    where = places(parts)
    days = np.array([one.lookup.day if is_dated else UNTOLD for one in sought], np.int64)
    return unpacked(parts), where, days[where], np.full(len(where), lies)


def _stems(sought: Sequence[Sought]) -> tuple[Numbers, Numbers, NDArray[np.uint8]]:
    """All stems that weigh something, by number, whose they are, and what they weigh."""
    told = np.frombuffer(b"".join(one.weighed.weights for one in sought), np.uint8)
    weights = told[np.frombuffer(b"".join(one.lookup.own for one in sought), np.bool_)]
    stems = [one.lookup.stems for one in sought]
    says = weights > 0
    return unpacked(stems)[says], places(stems)[says], weights[says]


_RANKED_RUNS: Final = f"""
    SELECT *, CASE WHEN NOT rare THEN lead(length, {NEIGHBOURS}) OVER (
            PARTITION BY key ORDER BY length, tie) END AS last_length,
        CASE WHEN NOT rare THEN lead(tie, {NEIGHBOURS}) OVER (
            PARTITION BY key ORDER BY length, tie) END AS last_tie
    FROM (
        SELECT *, count(*) OVER (PARTITION BY key) <= {RARE} AS rare FROM {{rows}} every_row
    ) counted
"""

_RUN_PAIRS: Final = f"""
    SELECT a.item AS a, b.item AS b
    FROM {{one}} a JOIN {{other}} b ON a.key = b.key
        AND (a.length < b.length OR a.length = b.length AND a.tie < b.tie)
    WHERE a.last_length IS NULL OR b.length < a.last_length
        OR b.length = a.last_length AND b.tie <= a.last_tie
    GROUP BY a.item, b.item, a.quoted
    HAVING count(*) >= {LEAST_RUNS} * min(least(a.total, b.total))
"""

_RANKED_TERMS: Final = f"""
    WITH led AS (
        SELECT * FROM {{rows}} r SEMI JOIN (SELECT key FROM {{rows}} h WHERE lies) l ON l.key = r.key
    ), placed AS (
        SELECT item, key, name, weight, total, CAST(day + step AS INT) AS day,
            lies AND step = 0 AS home
        FROM led CROSS JOIN (VALUES (-1), (0), (1)) AS steps(step) WHERE day <> {UNTOLD}
        UNION ALL
        SELECT item, key, name, weight, total, {UNTOLD} AS day, lies AND day = {UNTOLD} AS home
        FROM led r SEMI JOIN (SELECT key FROM led WHERE lies AND day = {UNTOLD}) u ON u.key = r.key
    )
    SELECT item, key, name, weight, total, day, home FROM (
        SELECT *, count(*) OVER (PARTITION BY key, day) AS wordings FROM placed
    ) counted WHERE wordings <= {COMMON}
"""

_TERM_PAIRS: Final = (
    """
    SELECT a.item AS a, b.item AS b
    FROM {one} a JOIN {other} b ON a.key = b.key AND a.day = b.day AND a.item <> b.item
    WHERE a.home
    GROUP BY a.name, a.day, a.item, b.item
    HAVING sum(a.weight) >= """
    + f"""{LEAST_SHARE} * least(min(a.total), min(b.total))
"""
)

_BY_RUNS: Final = Relation("statement_runs", _RUNS, _run_rows, _RANKED_RUNS, _RUN_PAIRS, _every)
_BY_TERMS: Final = Relation(
    "statement_terms", _TERMS, _term_rows, _RANKED_TERMS, _TERM_PAIRS, _every
)
RELATIONS: Final = (_BY_RUNS, _BY_TERMS)


def find_pairs(engine: Engine, sought: Sequence[Sought]) -> list[tuple[int, int]]:
    """The pairs worth comparing, by place in `sought`, the smaller first, in order."""
    return sorted({(a, b) for by in RELATIONS for a, b, _ in engine.related(by).among(sought)})


def _names(one: Wording) -> list[str]:
    """What a wording is to be found by: its speaker, and whom that one speaks for.

    A spokesman's are looked for among those of the body, and its among theirs; a described
    speaker's among those of whoever has a title of the description's longest word.
    """
    who = one.speaker or one.name
    names = [who, *(f"~{voice}" for voice in sorted(one.voices))] if who else []
    words = _title_words(one)
    if words and not one.speaker:
        names.append("#" + max(words, key=lambda word: (len(word), word)))
    return names


def _described_names(one: Wording) -> list[str]:
    """What a wording is sought by if its speaker is described only."""
    return [f"#{word}" for word in _title_words(one)] if one.speaker else []


def _title_words(one: Wording) -> list[str]:
    return sorted({word for title in one.titles for word in title.split()})


def _day(one: Wording) -> int:
    """The number of the days in which a wording is looked for, and in those next to them."""
    told = one.said if one.said and (one.said[1] - one.said[0]).days <= DAYS else one.published
    return told[0].toordinal() // DAYS if told else UNTOLD
