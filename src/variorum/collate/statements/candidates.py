"""Finds the pairs of quotations that may be of one utterance.

Two joins on the engine, never all pairs: quoted words are looked up by their runs of three words,
whoever speaks; what reporters tell in their own words by the telling words that it shares with what
the same speaker said about the same time, and what an article quotes by what else it quotes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from math import log
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa

from variorum.collate.statements.agreeing import Wording
from variorum.collate.statements.scoring import FULL
from variorum.collate.statements.words import is_content
from variorum.engine.numbers import (
    Numbers,
    batch,
    counts,
    number_of,
    packed,
    pairs_in,
    places,
    unpacked,
)
from variorum.engine.protocol import Engine

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
        ("wording", pa.int32()),
        ("run", pa.int64()),
        ("quoted", pa.bool_()),
        ("length", pa.int32()),
        ("total", pa.int32()),
    ]
)
_BLOCKS: Final = pa.schema([("wording", pa.int32()), ("block", pa.int64()), ("home", pa.bool_())])
_STEMS: Final = pa.schema([("wording", pa.int32()), ("stem", pa.int64())])
_WEIGHTS: Final = pa.schema([("stem", pa.int64()), ("weight", pa.int64())])


class Lookup(NamedTuple):
    """By what a wording is looked up, as packed numbers (`engine.numbers`).

    Runs of its quoted words and, if the reporter's are more, of all; its stems; the blocks of days
    and speaker, or article, that it lies in, and those in which it is looked for as well. `told`:
    the stems in it and around it.
    """

    quoted: bytes
    words: bytes
    stems: bytes
    home: bytes
    away: bytes
    told: tuple[str, ...]


def lookup(one: Wording) -> Lookup:
    """By what a wording is looked up."""
    blocks = _blocks(one)
    return Lookup(
        quoted=_runs(one.quoted),
        words=_runs(one.words) if 2 * len(one.quoted) < len(one.words) else b"",
        stems=packed(one.stems),
        home=packed(block for block, is_home in blocks.items() if is_home),
        away=packed(block for block, is_home in blocks.items() if not is_home),
        told=tuple(sorted(one.stems | one.context)),
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

    def rows(self) -> pa.RecordBatch:
        """The stems, by number, and their weights, as the engine takes them."""
        stems = np.fromiter(map(number_of, self._weights), np.int64, len(self._weights))
        weights = np.fromiter(self._weights.values(), np.int64, len(self._weights))
        return batch(_WEIGHTS, stems, weights)


def find_pairs(
    engine: Engine, wordings: Sequence[Wording], lookups: Sequence[Lookup], weights: Weights
) -> list[tuple[int, int]]:
    """The pairs worth comparing, by place in `wordings`, the smaller first, in order."""
    lengths = np.fromiter((len(one.words) for one in wordings), np.int64, len(wordings))
    engine.load("statement_runs", _RUNS, _run_batches(lookups, lengths))
    engine.load("statement_blocks", _BLOCKS, _block_batches(lookups))
    stems = [one.stems for one in lookups]
    engine.load("statement_stems", _STEMS, [batch(_STEMS, places(stems), unpacked(stems))])
    engine.load("statement_weights", _WEIGHTS, [weights.rows()])
    engine.derive("statement_terms", _TERMS)
    return pairs_in(found for query in (_BY_RUNS, _BY_TERMS) for found in engine.query(query))


_BY_RUNS: Final = f"""
    WITH placed AS (
        SELECT wording, run, quoted, total,
            count(*) OVER (PARTITION BY run, quoted) AS wordings,
            row_number() OVER (PARTITION BY run, quoted ORDER BY length, wording) AS place
        FROM statement_runs
    )
    SELECT least(a.wording, b.wording) AS a, greatest(a.wording, b.wording) AS b
    FROM placed a JOIN placed b ON a.run = b.run AND a.quoted = b.quoted
        AND b.place > a.place
        AND b.place - a.place <= CASE WHEN a.wordings <= {RARE} THEN {RARE} ELSE {NEIGHBOURS} END
    GROUP BY least(a.wording, b.wording), greatest(a.wording, b.wording), a.quoted
    HAVING count(*) >= {LEAST_RUNS} * min(least(a.total, b.total))
"""

_TERMS: Final = f"""
    WITH weighed AS (
        SELECT s.wording, s.stem, w.weight FROM statement_stems s
        JOIN statement_weights w ON w.stem = s.stem
    ), totals AS (
        SELECT wording, sum(weight) AS total FROM weighed GROUP BY wording
    ), every AS (
        SELECT b.wording, b.block, b.home, w.stem, w.weight, t.total
        FROM statement_blocks b JOIN weighed w ON w.wording = b.wording
        JOIN totals t ON t.wording = b.wording
    ), kept AS (
        SELECT block, stem FROM every GROUP BY block, stem
        HAVING count(*) > 1 AND count(*) <= {COMMON}
    )
    SELECT e.* FROM every e JOIN kept k ON k.block = e.block AND k.stem = e.stem
"""

_BY_TERMS: Final = f"""
    SELECT least(a.wording, b.wording) AS a, greatest(a.wording, b.wording) AS b
    FROM statement_terms a JOIN statement_terms b ON a.block = b.block AND a.stem = b.stem
        AND a.home AND a.wording <> b.wording
    GROUP BY a.block, a.wording, b.wording
    HAVING sum(a.weight) >= {LEAST_SHARE} * least(min(a.total), min(b.total))
"""


def _run_batches(lookups: Sequence[Lookup], lengths: Numbers) -> Iterator[pa.RecordBatch]:
    """Runs of quoted words; where the reporter's are more, those of all words lead to copies."""
    for is_quoted, runs in (
        (True, [one.quoted for one in lookups]),
        (False, [one.words for one in lookups]),
    ):
        numbers, where = unpacked(runs), places(runs)
        quoted = np.full(len(numbers), is_quoted)
        yield batch(_RUNS, where, numbers, quoted, lengths[where], counts(runs)[where])


def _block_batches(lookups: Sequence[Lookup]) -> Iterator[pa.RecordBatch]:
    for is_home, blocks in (
        (True, [one.home for one in lookups]),
        (False, [one.away for one in lookups]),
    ):
        numbers = unpacked(blocks)
        yield batch(_BLOCKS, places(blocks), numbers, np.full(len(numbers), is_home))


def _blocks(one: Wording) -> Mapping[str, bool]:
    """Where a wording is looked for: among its speaker's of those days, and in its articles.

    A spokesman's are looked for among those of the body, and its among theirs; a described
    speaker's among those of whoever has a title of the description's longest word.

    The value tells whether it lies there itself.
    """
    who = one.speaker or one.name
    names = [who, *(f"~{voice}" for voice in sorted(one.voices))] if who else []
    titles = sorted({word for title in one.titles for word in title.split()})
    if one.speaker:
        names += [f"#{word}" for word in titles]
    elif titles:
        names.append("#" + max(titles, key=lambda word: (len(word), word)))
    days = _buckets(one)
    spoken = {f"{name}|{key}": home for name in names for key, home in days.items()}
    return spoken | ({f"|{article}": True for article in one.articles} if one.quoted else {})


def _buckets(one: Wording) -> Mapping[str, bool]:
    """The buckets of days that a wording is looked for in, and whether it lies there itself."""
    told = one.said if one.said and (one.said[1] - one.said[0]).days <= DAYS else one.published
    if told is None:
        return {"": True}
    home = told[0].toordinal() // DAYS
    return {"": False} | {str(home + step): step == 0 for step in (-1, 0, 1)}
