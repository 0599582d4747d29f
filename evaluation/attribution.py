"""How well attributions were found: spans of source, cue and content, and all three together.

Three figures, all over whole collections (micro averages):

- *exact*: a span counts if all its parts are right to the character; a part of a broken
  content that the cue interrupts counts for itself in `parts`, as taggers are scored.
- *overlap*: characters of one role in both, against those marked and those found.
- *whole*: an attribution counts if its source, its cue and its content each share at least
  `JOINED` of the characters that either covers with those of one true attribution.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from variorum.record.span import Span

Role = Literal["source", "cue", "content"]
ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")

JOINED: Final = 0.8


class Marked(NamedTuple):
    """One attribution in a text: the parts of each role in order, none where it is not told."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


class Scores(NamedTuple):
    """All figures of one collection."""

    exact: Mapping[Role, Score]
    parts: Mapping[Role, Score]
    overlap: Mapping[Role, Score]
    whole: Score


Pair = tuple[Sequence[Marked], Sequence[Marked]]
"""What is true of one article, and what was found in it."""


def score(articles: Iterable[Pair]) -> Scores:
    """The figures of a collection of articles."""
    pairs = list(articles)
    return Scores(
        exact={role: _exact(pairs, role, broken=False) for role in ROLES},
        parts={role: _exact(pairs, role, broken=True) for role in ROLES},
        overlap={role: _overlap(pairs, role) for role in ROLES},
        whole=_whole(pairs),
    )


def harmonic(right: float, found: float, true: float) -> Score:
    """The score for `right` of `found` against `true`."""
    precision, recall = right / found if found else 0.0, right / true if true else 0.0
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)


def _exact(pairs: Sequence[Pair], role: Role, *, broken: bool) -> Score:
    right = found = true = 0
    for gold, marked in pairs:
        there, here = _spans(gold, role, broken=broken), _spans(marked, role, broken=broken)
        right, found, true = right + len(there & here), found + len(here), true + len(there)
    return harmonic(right, found, true)


def _spans(marked: Sequence[Marked], role: Role, *, broken: bool) -> set[tuple[Span, ...]]:
    spans = {parts for one in marked if (parts := getattr(one, role))}
    return {(part,) for parts in spans for part in parts} if broken else spans


def _overlap(pairs: Sequence[Pair], role: Role) -> Score:
    right = found = true = 0
    for gold, marked in pairs:
        there = {at for one in gold for at in _characters(getattr(one, role))}
        here = {at for one in marked for at in _characters(getattr(one, role))}
        right, found, true = right + len(there & here), found + len(here), true + len(there)
    return harmonic(right, found, true)


def _characters(parts: Iterable[Span]) -> set[int]:
    return {at for part in parts for at in range(part.start, part.end)}


def _whole(pairs: Sequence[Pair]) -> Score:
    right = found = true = 0
    for gold, marked in pairs:
        open_ = list(gold)
        for one in marked:
            match = next((other for other in open_ if _agree(one, other)), None)
            if match is not None:
                open_.remove(match)
        right, found, true = right + len(gold) - len(open_), found + len(marked), true + len(gold)
    return harmonic(right, found, true)


def _agree(one: Marked, other: Marked) -> bool:
    return all(
        _shared(getattr(one, role), getattr(other, role)) >= JOINED
        for role in ("cue", "source", "content")
    )


def _shared(parts: Sequence[Span], others: Sequence[Span]) -> float:
    if not parts and not others:
        return 1.0
    here, there = _characters(parts), _characters(others)
    return len(here & there) / len(here | there)
