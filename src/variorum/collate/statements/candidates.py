"""Finds the pairs of quotations that may be of one utterance.

Two joins on the engine, never all pairs: quoted words are looked up by their runs of three words,
whoever speaks; what reporters tell in their own words by the telling words that it shares with what
the same speaker said about the same time, and what an article quotes by what else it quotes.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, product, repeat
from math import log
from typing import Any, Final, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.collate.statements.agreeing import Wording
from variorum.collate.statements.scoring import FULL
from variorum.collate.statements.words import is_content
from variorum.engine.numbers import (
    Numbers,
    counts,
    distinct,
    number_of,
    packed,
    places,
    unpacked,
)
from variorum.engine.protocol import Engine
from variorum.engine.relating import Relation
from variorum.record.reading import EntityKind

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

    Runs of its quoted words and, if the reporter's are more, of all; its stems; its names and its
    articles; the number of its days. `told`: the stems in it and around it, in order; `own`: which
    of them are in it; `length`: its words; `tie`: tells it from all others.
    """

    quoted: bytes
    words: bytes
    stems: bytes
    names: bytes
    articles: bytes
    day: int
    told: tuple[str, ...]
    own: bytes
    length: int
    tie: int


class Sought(NamedTuple):
    """By what a wording is looked up, what its words weigh now, and the titles it is sought by.

    `titles`: their packed numbers, one for each stem that is sought under it; `titled`: which of
    the wording's stems that is, by place, as packed numbers, too.
    """

    lookup: Lookup
    weights: bytes
    titles: bytes
    titled: bytes


def lookup(one: Wording) -> Lookup:
    """By what a wording is looked up."""
    told = sorted(one.stems | one.context)
    return Lookup(
        quoted=_runs(one.quoted),
        words=_runs(one.words) if 2 * len(one.quoted) < len(one.words) else b"",
        stems=packed(stem for stem in told if stem in one.stems),
        names=packed(_names(one)),
        articles=packed(f"|{article}" for article in sorted(one.articles) if one.quoted),
        day=_day(one),
        told=tuple(told),
        own=bytes(stem in one.stems for stem in told),
        length=len(one.words),
        tie=number_of("\0".join(one.key)),
    )


def _runs(words: tuple[str, ...]) -> bytes:
    """The numbers of runs that say something, each once."""
    if len(words) < RUN:
        return b""
    told = np.array([is_content(word) for word in words])
    numbers = np.array([number_of(word) for word in words], np.int64)
    runs = (numbers[:-2] * _FIRST + numbers[1:-1]) * _SECOND + numbers[2:]
    return distinct(runs[told[:-2] | told[1:-1] | told[2:]]).tobytes()


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


class Titles:
    """What a named speaker is sought by: words of titles, each with stems.

    By those by which others describe somebody within the same days, and by those of a body that
    says something then. Who is named often has many titles, and few of their words are told with
    one of the same stems: to look all up would take most of the room of all that is looked up.
    """

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._told: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for one in wordings:
            for name, stem in product(_other_names(one), one.stems):
                self._told[_day(one) or _ANY][stem].add(name)
                self._told[UNTOLD][stem].add(name)

    def of(self, one: Wording, lookup: Lookup) -> tuple[bytes, bytes]:
        """`titles` and `titled` of `Sought`; none where nobody is named."""
        if not one.speaker or not (names := _sought_names(one.kind, one.voices, one.titles)):
            return b"", b""
        day = lookup.day
        days = (UNTOLD,) if day == UNTOLD else (_ANY, day - 1, day, day + 1)
        told = [self._told[one] for one in days if one in self._told]
        found = sorted(
            {
                (name, at)
                for at, stem in enumerate(sorted(one.stems))
                for some in told
                if stem in some
                for name in names & some[stem]
            }
        )
        numbers = array("q", (_number(name) for name, _ in found))
        return numbers.tobytes(), array("q", (at for _, at in found)).tobytes()


_number: Final = lru_cache(1 << 16)(number_of)


_ANY: Final = -1
"""The number of the days of what may have been said whenever."""


def _every(pairs: Iterable[object]) -> Iterable[bool]:
    """All pairs of a relation are worth comparing."""
    return (True for _ in pairs)


def _run_rows(lookups: Sequence[Lookup]) -> Sequence[NDArray[Any]]:
    """Runs of quoted words; where the reporter's are more, those of all words lead to copies."""
    lengths = np.array([one.length for one in lookups], np.int64)
    ties = np.array([one.tie for one in lookups], np.int64)
    quoted, words = [one.quoted for one in lookups], [one.words for one in lookups]
    where = np.concatenate([places(quoted), places(words)])
    totals = np.concatenate([counts(some)[places(some)] for some in (quoted, words)])
    # A run of all words is another key than the same run of quoted ones.
    keys = np.concatenate([unpacked(quoted), unpacked(words) * _SECOND])
    is_quoted = np.arange(len(keys)) < len(unpacked(quoted))
    return where, keys, is_quoted, lengths[where], totals, ties[where]


def _term_rows(sought: Sequence[Sought]) -> Sequence[NDArray[Any]]:
    """Each stem under each name, and those that are sought under titles; not those of no weight."""
    parts = [one.lookup.stems for one in sought]
    stems, theirs, many = unpacked(parts), places(parts), counts(parts)
    weights = _weights(sought)
    totals = np.bincount(theirs, weights, len(sought)).astype(np.int64)
    names, where, days = _names_of(sought)
    first = np.cumsum(many) - many  # Of each wording's stems.
    each = many[where]
    name = np.repeat(np.arange(len(each)), each)
    stem = np.arange(each.sum()) + np.repeat(first[where] - (np.cumsum(each) - each), each)
    titles, titled = [one.titles for one in sought], [one.titled for one in sought]
    named = places(titles)
    told = _days(sought)[named]
    item = np.concatenate([where[name], named])
    who = np.concatenate([names[name], unpacked(titles)])
    what = np.concatenate([stem, first[named] + unpacked(titled)])
    day = np.concatenate([days[name], told])
    # Under its titles it is only sought: those who are described are there.
    lies = np.concatenate([np.ones(len(name), bool), told == UNTOLD])
    says = weights[what] > 0
    item, who, what, day, lies = (one[says] for one in (item, who, what, day, lies))
    keys = who * _SECOND + stems[what]
    return item, keys, who >> _HALF, day, lies, weights[what], totals[item]


_HALF: Final = 32


def _names_of(sought: Sequence[Sought]) -> tuple[Numbers, Numbers, Numbers]:
    """All names and articles, by number, whose they are, and of which days."""
    named, held = [one.lookup.names for one in sought], [one.lookup.articles for one in sought]
    by_name, by_article = places(named), places(held)
    days = np.concatenate([_days(sought)[by_name], np.full(len(by_article), UNTOLD)])
    return unpacked([*named, *held]), np.concatenate([by_name, by_article]), days


def _days(sought: Sequence[Sought]) -> Numbers:
    return np.array([one.lookup.day for one in sought], np.int64)


def _weights(sought: Sequence[Sought]) -> NDArray[np.uint8]:
    """What the stems of all weigh, one after the other."""
    told = np.frombuffer(b"".join(one.weights for one in sought), np.uint8)
    return told[np.frombuffer(b"".join(one.lookup.own for one in sought), np.bool_)]


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
    SELECT *, {COMMON} >= CASE WHEN day = {UNTOLD} THEN count(*) OVER (PARTITION BY key)
        ELSE count(*) OVER (PARTITION BY key ORDER BY day RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING)
        END AS rare
    FROM {{rows}} every_row
"""

_TERM_PAIRS: Final = f"""
    SELECT a.item AS a, b.item AS b
    FROM (
        SELECT *, day + step AS beside FROM {{one}} o
        CROSS JOIN (VALUES (-1), (0), (1)) AS steps(step)
        WHERE lies AND rare AND day <> {UNTOLD}
    ) a JOIN {{other}} b ON a.key = b.key AND a.beside = b.day AND a.item <> b.item
    GROUP BY a.name, a.item, b.item
    HAVING sum(a.weight) >= {LEAST_SHARE} * least(min(a.total), min(b.total))
    UNION ALL
    SELECT a.item AS a, b.item AS b
    FROM {{one}} a JOIN {{other}} b ON a.key = b.key AND a.item <> b.item
    WHERE a.lies AND a.rare AND a.day = {UNTOLD}
    GROUP BY a.name, a.item, b.item
    HAVING sum(a.weight) >= {LEAST_SHARE} * least(min(a.total), min(b.total))
"""
"""What lies on some days is compared with what those and the next ones have; what tells none, with
all."""

_BY_RUNS: Final = Relation(
    "statement_runs",
    _RUNS,
    _run_rows,
    _RANKED_RUNS,
    ("last_length", "last_tie"),
    _RUN_PAIRS,
    _every,
)
_BY_TERMS: Final = Relation(
    "statement_terms", _TERMS, _term_rows, _RANKED_TERMS, ("rare",), _TERM_PAIRS, _every
)


def find_pairs(
    engine: Engine, lookups: Sequence[Lookup], sought: Sequence[Sought]
) -> list[tuple[int, int]]:
    """The pairs worth comparing, by place, the smaller first, in order."""
    found = (
        engine.related(_BY_RUNS).among(lookups),
        engine.related(_BY_TERMS).among(sought),
    )
    return sorted({(a, b) for some in found for a, b, _ in some})


def _names(one: Wording) -> list[str]:
    """What a wording is to be found by: its speaker, or what others seek it by."""
    who = one.speaker or one.name
    return [*([who] if who else []), *_other_names(one)]


def _other_names(one: Wording) -> list[str]:
    """By what a wording is found that has another speaker.

    What is no person by what it is called, for those who speak for it; a described speaker by the
    description's longest word, for whoever has a title with it.
    """
    voices = [] if one.kind == PERSON else [f"~{voice}" for voice in sorted(one.voices)]
    described = _description(one)
    return [*voices, f"#{described}"] if described else voices


@lru_cache(1 << 14)
def _sought_names(
    kind: EntityKind | None, voices: frozenset[str], titles: frozenset[str]
) -> frozenset[str]:
    """The names of others (`_other_names`) that a named speaker's words may be those of."""
    called = {f"~{voice}" for voice in voices} if kind == PERSON else set[str]()
    return frozenset(called | {f"#{word}" for title in titles for word in title.split()})


PERSON: Final = "person"


def _description(one: Wording) -> str:
    """The longest word by which a speaker is described whom nobody names; else none."""
    if one.speaker or not one.titles:
        return ""
    words = {word for title in one.titles for word in title.split()}
    return max(words, key=lambda word: (len(word), word))


def _day(one: Wording) -> int:
    """The number of the days in which a wording is looked for, and in those next to them."""
    told = one.said if one.said and (one.said[1] - one.said[0]).days <= DAYS else one.published
    return told[0].toordinal() // DAYS if told else UNTOLD
