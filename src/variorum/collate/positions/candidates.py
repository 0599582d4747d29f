"""Finds issues that may be one: they share a rare word, or two words that are not common."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

import msgspec
import pyarrow as pa

from variorum.engine.protocol import Engine

RARE: Final = 60
"""Issues up to which what they share makes each a candidate with each."""

NEIGHBOURS: Final = 6
"""Beyond, with so many next ones of the same actor or key: 10,000 need no 50 million pairs."""

_MOST_WORDS: Final = 8

_SCHEMA: Final = pa.schema([("issue", pa.int32()), ("word", pa.string())])
_HELD: Final = pa.schema([("issue", pa.int32()), ("actor", pa.string()), ("word", pa.string())])


class IssueKey(msgspec.Struct, frozen=True):
    """An issue's stems, and who stands somewhere on it (keys of actors)."""

    stems: tuple[str, ...]
    actors: tuple[str, ...]


def find_candidates(engine: Engine, issues: Sequence[IssueKey]) -> list[tuple[int, int]]:
    """Pairs of issues by their numbers, in order: one join on words, one on actors and words."""
    engine.load("issue_words", _SCHEMA, _batches(issues))
    engine.load("actor_words", _HELD, _held(issues))
    pairs = {
        (row["a"], row["b"])
        for sql in (_BY_WORDS, _BY_ACTOR)
        for batch in engine.query(sql)
        for row in batch.to_pylist()
    }
    return sorted(pairs)


def _pairs(table: str, keys: str, a_is_b: str) -> str:
    return f"""
    WITH placed AS (
        SELECT issue, {keys}, count(*) OVER (PARTITION BY {keys}) AS issues,
            row_number() OVER (PARTITION BY {keys} ORDER BY issue) AS place
        FROM {table}
    )
    SELECT DISTINCT a.issue AS a, b.issue AS b
    FROM placed a JOIN placed b ON {a_is_b} AND b.place > a.place
        AND b.place - a.place <= CASE WHEN a.issues <= {RARE} THEN {RARE} ELSE {NEIGHBOURS} END
    """


_BY_WORDS: Final = _pairs("issue_words", "word", "a.word = b.word")
_BY_ACTOR: Final = _pairs("actor_words", "actor, word", "a.word = b.word AND a.actor = b.actor")


def _batches(issues: Sequence[IssueKey]) -> Iterable[pa.RecordBatch]:
    """The words of issues, and their pairs of words."""
    for number, issue in enumerate(issues):
        stems = sorted(issue.stems)[:_MOST_WORDS]
        keys = stems + [f"{one} {other}" for one, other in combinations(stems, 2)]
        columns = [pa.array([number] * len(keys), pa.int32()), pa.array(keys, pa.string())]
        yield pa.record_batch(columns, schema=_SCHEMA)


def _held(issues: Sequence[IssueKey]) -> Iterable[pa.RecordBatch]:
    for number, issue in enumerate(issues):
        rows = [(actor, word) for actor in issue.actors for word in issue.stems[:_MOST_WORDS]]
        columns = [
            pa.array([number] * len(rows), pa.int32()),
            pa.array([actor for actor, _ in rows], pa.string()),
            pa.array([word for _, word in rows], pa.string()),
        ]
        yield pa.record_batch(columns, schema=_HELD)
