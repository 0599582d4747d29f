"""One edit between two aligned passages, seen from both sides, and what it may contradict."""

from functools import lru_cache
from typing import Final, Literal, NamedTuple

from variorum.compare.words import first_words, folded_words, last_words, stem, with_context
from variorum.record.reuse import Edit
from variorum.record.span import Span

ConflictKind = Literal["date", "number", "status", "attribution", "wording"]

FEW_WORDS: Final = 7
"""Words of either side up to which an edit is taken for one change, not for a reworked passage."""

CONTEXT: Final = 3
"""Words shown on either side of words that say little by themselves."""

CLOSE: Final = 0.6
"""The share of words in common below which passages are loosely aligned: what stands next to an
edit must be the same on both sides altogether."""


ANCHORS: Final = 3
"""Of the two words on either side of an edit, how many must be the same in both texts."""


class Side(NamedTuple):
    """One side of an edit: the text of its article, and where the edited words stand."""

    article: str
    text: str
    span: Span

    @property
    def words(self) -> str:
        """The edited words."""
        return self.text[self.span.start : self.span.end]


class Difference(NamedTuple):
    """What two articles tell differently, in their words.

    `a`, `b`: the places; `value_a`, `value_b`: what they come to, the same for the same claim;
    `reason`: a sentence a reader can check.
    """

    kind: ConflictKind
    a: Span
    b: Span
    value_a: str
    value_b: str
    confidence: float
    reason: str


def is_one_change(edit: Edit, text_a: str, text_b: str) -> bool:
    """Whether an edit is short enough to be one change of words."""
    sides = (edit.a.of(text_a), edit.b.of(text_b))
    return max(len(folded_words(side)) for side in sides) <= FEW_WORDS


def is_anchored(a: Side, b: Side, similarity: float) -> bool:
    """Whether the words next to an edit are the same on both sides: it stands in one sentence."""
    agreeing = missing = 0
    for one, other in zip(beside(a), beside(b), strict=True):
        agreeing += one is not None and one == other
        missing += one is None and other is None
    wanted = ANCHORS if similarity >= CLOSE else ANCHORS + 1
    return agreeing + missing >= wanted and agreeing > 1


def beside(side: Side) -> list[str | None]:
    """The stems of the two words before and the two after, within the paragraph."""
    start = max(side.text.rfind("\n", 0, side.span.start) + 1, side.span.start - 60)
    end = side.text.find("\n", side.span.end)
    end = min(len(side.text) if end < 0 else end, side.span.end + 60)
    before, after = side.text[start : side.span.start], side.text[side.span.end : end]
    return [*_last_stems(before), *_first_stems(after)]


Stems = tuple[str | None, ...]


@lru_cache(8192)
def _last_stems(text: str) -> Stems:
    """The stems of the last two words, none for what is missing before them."""
    found = [stem(word.folded) for word in last_words(text, 0, len(text), 2)]
    return *[None] * (2 - len(found)), *found


@lru_cache(8192)
def _first_stems(text: str) -> Stems:
    """The stems of the first two words, none for what is missing after them."""
    found = [stem(word.folded) for word in first_words(text, 0, len(text), 2)]
    return *found, *[None] * (2 - len(found))


def in_context(kind: ConflictKind, a: Side, b: Side, confidence: float, reason: str) -> Difference:
    """A difference shown with some words around it."""
    places = [with_context(side.text, side.span, CONTEXT) for side in (a, b)]
    values = [" ".join(folded_words(side.words)) or "—" for side in (a, b)]
    return Difference(kind, places[0], places[1], values[0], values[1], confidence, reason)
