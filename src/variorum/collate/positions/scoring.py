"""How sure it is that two issues are one. Pure: it depends on the pair alone."""

from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

JOINED: Final = 0.6
"""Score from which two issues are held for one; set on pairs of Helsinki and seed issues."""

_OVERLAP, _HEAD, _CONTEXT = 0.55, 0.25, 0.2
_LEAST_CONTEXT: Final = 0.65
"""Likeness of their sentences below which one word in common is not taken for an issue: of 53 pairs
of AllSides issues read, all 18 that shared one word were about different things."""


class Issue(msgspec.Struct, frozen=True, eq=False):
    """An issue as it is compared.

    `weights`: its stems with how telling each is; `vector`: the mean of its sentences', of length
    1 or empty, as `in_whole_numbers`; `articles`: who prints it; `actors`: who stands somewhere on
    it.
    """

    weights: dict[str, float]
    head: str
    names: frozenset[str]
    turned: bool
    vector: bytes
    articles: frozenset[str]
    actors: frozenset[str] = frozenset()


_SCALE: Final = 1 << 14
_WHOLE: Final = np.dtype("<i2")


def in_whole_numbers(vector: NDArray[np.float64]) -> bytes:
    """A vector of length 1 in numbers whose products are the same on every machine."""
    return np.rint(vector * _SCALE).astype(_WHOLE).tobytes()


class Likeness(msgspec.Struct, frozen=True):
    """A score from 0 to 1, with sentences that tell why."""

    score: float
    reasons: tuple[str, ...]


def score_pair(pair: tuple[Issue, Issue]) -> Likeness:
    """How sure it is that two issues are one."""
    return score(*pair)


def score(one: Issue, other: Issue) -> Likeness:
    """How sure it is that two issues are one."""
    if one.turned != other.turned:
        return Likeness(0.0, ("One is about ending what the other is about",))
    if conflicting(one.names, other.names):
        return Likeness(0.0, ("They name different things",))
    if (one.weights.keys() <= one.names) != (other.weights.keys() <= other.names):
        return Likeness(0.0, ("One is somebody or some place, the other is something about it",))
    shared = sorted(one.weights.keys() & other.weights.keys())
    if not shared:
        return Likeness(0.0, ("They share no word",))
    weight = sum(one.weights[word] + other.weights[word] for word in shared)
    overlap = weight / (sum(one.weights.values()) + sum(other.weights.values()))
    is_same_head = one.head == other.head
    context = _context(one, other)
    is_lone = len(shared) == 1 and overlap < 1 and shared[0] not in one.names
    if is_lone and context < _LEAST_CONTEXT and not _are_near(one, other):
        return Likeness(0.0, ("One word is shared, and the sentences are about different things",))
    value = _OVERLAP * overlap + _HEAD * is_same_head + _CONTEXT * context
    value += _NESTED * (is_same_head and _is_nested(one, other))
    reasons = [f"They share {', '.join(shared)}"]
    reasons += [f"Both are about {one.head}"] if is_same_head else []
    return Likeness(round(value, 4), tuple(reasons))


_NESTED: Final = 0.1
"""Points where one who stands on both says of one only more: "compensation for the crew"."""


def _is_nested(one: Issue, other: Issue) -> bool:
    """Whether one says what the other does and more, and somebody stands on both."""
    words, others = one.weights.keys(), other.weights.keys()
    return (words <= others or others <= words) and not one.actors.isdisjoint(other.actors)


def _are_near(one: Issue, other: Issue) -> bool:
    """Whether one article or one actor has both."""
    return bool(one.articles & other.articles or one.actors & other.actors)


def _context(one: Issue, other: Issue) -> float:
    """How alike the sentences are, from 0 to 1; a half where that is not known."""
    if len(one.vector) != len(other.vector) or not one.vector:
        return 0.5
    a, b = (np.frombuffer(of.vector, _WHOLE).astype(np.int64) for of in (one, other))
    return max(0.0, int(a @ b) / _SCALE**2)


def conflicting(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each names what the other does not: sanctions on Iran are none on Russia."""
    return bool(one - other) and bool(other - one)
