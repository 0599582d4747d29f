"""Finds the pairs of quotations that may be of one utterance.

Two joins on the engine, never all pairs: quoted words are looked up by their runs of three words,
whoever speaks; what reporters tell in their own words by the telling words that it shares with what
the same speaker said about the same time, and what an article quotes by what else it quotes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum, log
from typing import Final

import pyarrow as pa

from variorum.collate.statements.scoring import Wording
from variorum.collate.statements.words import is_content
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
        ("run", pa.string()),
        ("quoted", pa.bool_()),
        ("length", pa.int32()),
        ("total", pa.int32()),
    ]
)
_TERMS: Final = pa.schema(
    [
        ("wording", pa.int32()),
        ("block", pa.string()),
        ("home", pa.bool_()),
        ("term", pa.string()),
        ("weight", pa.float64()),
        ("total", pa.float64()),
    ]
)
_ROWS_A_BATCH: Final = 50_000


class Weights:
    """How much a stem says, from 0 to 1: the less, the more wordings have it.

    As many wordings that have none of them as `_UNSEEN` are thought to stand beside, so that words
    that two articles share are not thought common for that.
    """

    _UNSEEN: Final = 200

    def __init__(self, wordings: Sequence[Wording]) -> None:
        counts = Counter(stem for one in wordings for stem in one.stems)
        total = log(len(wordings) + self._UNSEEN)
        self._weights = {
            stem: max(0.0, 1 - log(count + 1) / total) for stem, count in counts.items()
        }

    def __call__(self, stem: str) -> float:
        """The weight of one stem; 1 if no wording has it."""
        return self._weights.get(stem, 1.0)

    def of(self, stems: frozenset[str]) -> float:
        """The weight of all of them, whatever their order."""
        return fsum(map(self, stems))


def find_pairs(
    engine: Engine, wordings: Sequence[Wording], weights: Weights
) -> list[tuple[int, int]]:
    """The pairs worth comparing, by place in `wordings`, the smaller first, in order."""
    engine.load("statement_runs", _RUNS, _run_batches(wordings))
    engine.load("statement_terms", _TERMS, _term_batches(wordings, weights))
    pairs: set[tuple[int, int]] = set()
    for query in (_BY_RUNS, _BY_TERMS):
        for batch in engine.query(query):
            pairs.update(zip(*(batch.column(name).to_pylist() for name in "ab"), strict=True))
    return sorted(pairs)


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

_BY_TERMS: Final = f"""
    WITH kept AS (
        SELECT block, term FROM statement_terms GROUP BY block, term HAVING count(*) <= {COMMON}
    ), terms AS (
        SELECT t.* FROM statement_terms t
        JOIN kept k ON k.block = t.block AND k.term = t.term
    )
    SELECT least(a.wording, b.wording) AS a, greatest(a.wording, b.wording) AS b
    FROM terms a JOIN terms b ON a.block = b.block AND a.term = b.term
        AND a.home AND a.wording <> b.wording
    GROUP BY a.block, a.wording, b.wording
    HAVING sum(a.weight) >= {LEAST_SHARE} * least(min(a.total), min(b.total))
"""


def _run_batches(wordings: Sequence[Wording]) -> Iterator[pa.RecordBatch]:
    """Runs of quoted words; where the reporter's are more, those of all words lead to copies."""
    yield from _batches(
        _RUNS,
        (
            (number, run, is_quoted, len(one.words), len(runs))
            for number, one in enumerate(wordings)
            for is_quoted in (True, False)
            if is_quoted or 2 * len(one.quoted) < len(one.words)
            for runs in [_runs(one.quoted if is_quoted else one.words)]
            for run in sorted(runs)
        ),
    )


def _runs(words: tuple[str, ...]) -> set[str]:
    runs = (words[place : place + RUN] for place in range(len(words) - RUN + 1))
    return {" ".join(run) for run in runs if any(map(is_content, run))}


def _term_batches(wordings: Sequence[Wording], weights: Weights) -> Iterator[pa.RecordBatch]:
    yield from _batches(
        _TERMS,
        (
            (number, block, is_home, term, weight, total)
            for number, one in enumerate(wordings)
            for total in [weights.of(one.stems)]
            for block, is_home in _blocks(one).items()
            for term in sorted(one.stems)
            for weight in [weights(term)]
        ),
    )


def _blocks(one: Wording) -> Mapping[str, bool]:
    """Where a wording is looked for: among its speaker's of those days, and in its articles.

    A spokesman's are looked for among those of the body, and its among theirs.

    The value tells whether it lies there itself.
    """
    who = one.speaker or one.name
    names = [who, *(f"~{voice}" for voice in sorted(one.voices))] if who else []
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


def _batches(schema: pa.Schema, rows: Iterator[tuple[object, ...]]) -> Iterator[pa.RecordBatch]:
    waiting: list[tuple[object, ...]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _ROWS_A_BATCH:
            yield _batch(schema, waiting)
            waiting = []
    if waiting:
        yield _batch(schema, waiting)


def _batch(schema: pa.Schema, rows: Sequence[tuple[object, ...]]) -> pa.RecordBatch:
    columns = zip(*rows, strict=True)
    arrays = [pa.array(list(one), kind) for one, kind in zip(columns, schema.types, strict=True)]
    return pa.record_batch(arrays, schema=schema)
