"""Finds issues that may be one: they share a rare word, or two words that are not common."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

import msgspec
import pyarrow as pa

from variorum.engine.numbers import batch, packed, pairs_in, places, unpacked
from variorum.engine.protocol import Engine

RARE: Final = 60
"""Issues up to which what they share makes each a candidate with each."""

NEIGHBOURS: Final = 6
"""Beyond, with so many next ones of the same actor or key: 10,000 need no 50 million pairs."""

_MOST_WORDS: Final = 8

_SCHEMA: Final = pa.schema([("issue", pa.int32()), ("key", pa.int64())])


class IssueKey(msgspec.Struct, frozen=True):
    """An issue's stems, and who stands somewhere on it (keys of actors)."""

    stems: tuple[str, ...]
    actors: tuple[str, ...]


def find_candidates(engine: Engine, issues: Sequence[IssueKey]) -> list[tuple[int, int]]:
    """Pairs of issues by their numbers, in order: one join on words, one on actors and words."""
    by_words = list(engine.remember(_words, issues))
    by_actors = list(engine.remember(_held, issues))
    engine.load("issue_words", _SCHEMA, [batch(_SCHEMA, places(by_words), unpacked(by_words))])
    engine.load("actor_words", _SCHEMA, [batch(_SCHEMA, places(by_actors), unpacked(by_actors))])
    tables = "issue_words", "actor_words"
    return pairs_in(found for table in tables for found in engine.query(_pairs(table)))


def _pairs(table: str) -> str:
    return f"""
    WITH placed AS (
        SELECT issue, key, count(*) OVER (PARTITION BY key) AS issues,
            row_number() OVER (PARTITION BY key ORDER BY issue) AS place
        FROM {table}
    )
    SELECT DISTINCT a.issue AS a, b.issue AS b
    FROM placed a JOIN placed b ON a.key = b.key AND b.place > a.place
        AND b.place - a.place <= CASE WHEN a.issues <= {RARE} THEN {RARE} ELSE {NEIGHBOURS} END
    """


def _words(issue: IssueKey) -> bytes:
    """The words of an issue, and their pairs."""
    stems = sorted(issue.stems)[:_MOST_WORDS]
    return packed([*stems, *(f"{one} {other}" for one, other in combinations(stems, 2))])


def _held(issue: IssueKey) -> bytes:
    """Each of who stands somewhere on an issue with each of its words."""
    return packed(f"{who}|{word}" for who in issue.actors for word in issue.stems[:_MOST_WORDS])
