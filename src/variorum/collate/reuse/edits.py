"""The edits that turn one passage into another, word by word."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from variorum.collate.reuse.kinds import kind_of_edit
from variorum.collate.reuse.prepared import PreparedText
from variorum.collate.reuse.words import Hashes, Words
from variorum.record.reuse import Edit, EditOperation
from variorum.record.span import Span

_FIRST_SYMBOL: Final = 0xE000
"""Words travel to rapidfuzz as code points from here on: past the surrogates, one a word."""

LONG_REPLACEMENT: Final = 8
"""Words on both sides from which a replacement is no rewording but other text."""

LONGEST_CHANCE: Final = 4
"""Equal words in a row up to which larger changes on both sides make them chance."""

Paragraphs = NDArray[np.int32]
"""The number of the paragraph in which each word stands, in order."""


class Change(NamedTuple):
    """Words `a_start` to `a_end` of one text became words `b_start` to `b_end` of the other.

    One of the two ranges may be empty.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int

    @property
    def size(self) -> int:
        """Words on the longer side."""
        return max(self.a_end - self.a_start, self.b_end - self.b_start)


def find_changes(a: Hashes, b: Hashes) -> list[Change]:
    """The word edits that turn `a` into `b`, as a reader would mark them.

    From the fewest insertions and deletions, equal words that stand between two larger
    changes are given up (they agree by chance: "of", "the"), and a sentence that has
    another's place is a deletion and an insertion, not a replacement.
    """
    if np.array_equal(a, b):
        return []
    changes = _joined([Change(*places) for places in _unequal(*_as_symbols(a, b))])
    return [part for change in changes for part in _taken_apart(change)]


def _unequal(a: str, b: str) -> Iterator[tuple[int, int, int, int]]:
    for op in Indel.opcodes(a, b):
        if op.tag != "equal":
            yield op.src_start, op.src_end, op.dest_start, op.dest_end


def _joined(changes: list[Change]) -> list[Change]:
    """Joins neighbours until no equal run between them is chance."""
    joined: list[Change] = []
    for change in changes:
        whole = change
        while joined and _belong_together(joined[-1], whole):
            before = joined.pop()
            whole = Change(before.a_start, whole.a_end, before.b_start, whole.b_end)
        joined.append(whole)
    return joined


def _belong_together(first: Change, second: Change) -> bool:
    """Whether the equal words between two changes agree by chance.

    Between two stretches that were only dropped, or only added, they do not.
    """
    if first.b_start == first.b_end and second.b_start == second.b_end:
        return False
    if first.a_start == first.a_end and second.a_start == second.a_end:
        return False
    between = second.a_start - first.a_end
    return between <= LONGEST_CHANCE and between < min(first.size, second.size)


def _taken_apart(change: Change) -> Iterator[Change]:
    """A long replacement says nothing word for word: what went, then what came."""
    removed, added = change.a_end - change.a_start, change.b_end - change.b_start
    if min(removed, added) < LONG_REPLACEMENT:
        yield change
    else:
        yield Change(change.a_start, change.a_end, change.b_start, change.b_start)
        yield Change(change.a_end, change.a_end, change.b_start, change.b_end)


def part_at_paragraphs(change: Change, a: Paragraphs, b: Paragraphs) -> Iterator[Change]:
    """A change parted where paragraphs end, so that each part is told for itself.

    "began, said the agency. ¶ A whole paragraph." that became "started." is a change of
    words and a paragraph left out. `a` and `b`: the paragraph of each word of the passages.
    """
    head_a, tail_a = _cuts(change.a_start, change.a_end, a)
    head_b, tail_b = _cuts(change.b_start, change.b_end, b)
    corners = [
        (change.a_start, change.b_start),
        (head_a, head_b),
        (tail_a, tail_b),
        (change.a_end, change.b_end),
    ]
    for (a_start, b_start), (a_end, b_end) in pairwise(corners):
        if (a_start, b_start) != (a_end, b_end):
            yield from _taken_apart(Change(a_start, a_end, b_start, b_end))


def trimmed(change: Change, a: Hashes, b: Hashes) -> Change:
    """A change without equal words at its ends."""
    a_start, a_end, b_start, b_end = change
    while a_start < a_end and b_start < b_end and a[a_start] == b[b_start]:
        a_start, b_start = a_start + 1, b_start + 1
    while a_start < a_end and b_start < b_end and a[a_end - 1] == b[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
    return Change(a_start, a_end, b_start, b_end)


def _cuts(start: int, end: int, paragraph: Paragraphs) -> tuple[int, int]:
    """Where, within a stretch, the paragraph ends that it broke off, and the last one begins.

    The stretch's start and end, where no paragraph is broken.
    """
    if start == end:
        return start, start
    is_inside = start > 0 and paragraph[start - 1] == paragraph[start]
    goes_on = end < len(paragraph) and paragraph[end] == paragraph[end - 1]
    first, last = (
        int(np.searchsorted(paragraph, paragraph[start], "right")),
        int(np.searchsorted(paragraph, paragraph[end - 1])),
    )
    head = min(first, end) if is_inside else start
    return head, max(last, head) if goes_on else end


def _as_symbols(a: Hashes, b: Hashes) -> tuple[str, str]:
    _, numbers = np.unique(np.concatenate([a, b]), return_inverse=True)
    codes = (numbers + _FIRST_SYMBOL).astype("<u4")
    return _text(codes[: len(a)]), _text(codes[len(a) :])


def _text(codes: NDArray[np.uint32]) -> str:
    return codes.tobytes().decode("utf-32-le")


def as_edits(
    changes: Sequence[Change], a: PreparedText, b: PreparedText, shift: tuple[int, int]
) -> tuple[Edit, ...]:
    """Changes of words as edits of characters. `shift`: the words at which the passages start."""
    edits = []
    for change in changes:
        span_a = _characters(a.words, shift[0], change.a_start, change.a_end)
        span_b = _characters(b.words, shift[1], change.b_start, change.b_end)
        kind = kind_of_edit(span_a.of(a.characters), span_b.of(b.characters))
        edits.append(Edit(_operation(change), span_a, span_b, kind))
    return tuple(edits)


def _operation(change: Change) -> EditOperation:
    if change.a_start == change.a_end:
        return "insert"
    return "delete" if change.b_start == change.b_end else "replace"


def _characters(words: Words, first: int, start: int, end: int) -> Span:
    """The characters of some words of a passage that begins with the word `first`.

    If there are no words, the place behind the word before, or the passage's start.
    """
    if start < end:
        return Span(int(words.starts[first + start]), int(words.ends[first + end - 1]))
    place = int(words.ends[first + start - 1]) if start else int(words.starts[first])
    return Span(place, place)
