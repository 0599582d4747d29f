"""Where a passage begins and ends, as a reader would have it.

Alignment ends at the last equal words. If only a few other words stand between them and
the edge of the paragraph in both texts, the passage is the whole paragraph with an edit
at its edge: "The presidents of Velmark and Torrenia spoke" / "The two presidents spoke".
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from variorum.collate.reuse.alignment import Passage
from variorum.collate.reuse.edits import Change, find_changes
from variorum.collate.reuse.prepared import PreparedText
from variorum.collate.reuse.words import Flags, Words
from variorum.record.reuse import Place

FEW: Final = 8
"""Words to the edge of a paragraph, in both texts, that a passage takes in."""


class Aligned(NamedTuple):
    """A passage with the changes inside it (word places counted from the passage's start)."""

    passage: Passage
    changes: list[Change]


def align(passage: Passage, a: Words, b: Words) -> Aligned:
    """A passage with the changes inside it."""
    hashes_a = a.hashes[passage.a_start : passage.a_end]
    hashes_b = b.hashes[passage.b_start : passage.b_end]
    return Aligned(passage, find_changes(hashes_a, hashes_b))


def to_paragraph_edges(aligned: Sequence[Aligned], a: Words, b: Words) -> Iterator[Aligned]:
    """The passages, widened to the edges of their paragraphs where little is missing."""
    taken_a, taken_b = np.zeros(len(a), dtype=bool), np.zeros(len(b), dtype=bool)
    for passage, _ in aligned:
        taken_a[passage.a_start : passage.a_end] = True
        taken_b[passage.b_start : passage.b_end] = True
    for part in aligned:
        passage = part.passage
        left_a, left_b = (
            _room_before(a, passage.a_start, taken_a),
            _room_before(b, passage.b_start, taken_b),
        )
        right_a, right_b = (
            _room_after(a, passage.a_end, taken_a),
            _room_after(b, passage.b_end, taken_b),
        )
        if max(left_a, left_b) > FEW:
            left_a = left_b = 0
        if max(right_a, right_b) > FEW:
            right_a = right_b = 0
        if not left_a + left_b + right_a + right_b:
            yield part
            continue
        wider = Passage(
            passage.a_start - left_a,
            passage.a_end + right_a,
            passage.b_start - left_b,
            passage.b_end + right_b,
        )
        taken_a[wider.a_start : wider.a_end] = True
        taken_b[wider.b_start : wider.b_end] = True
        yield align(wider, a, b)


def _room_before(words: Words, start: int, taken: Flags) -> int:
    """Words between the start of the paragraph and `start`; too many if one is taken."""
    first = int(np.searchsorted(words.paragraph, words.paragraph[start]))
    return start - first if not taken[first:start].any() else FEW + 1


def _room_after(words: Words, end: int, taken: Flags) -> int:
    last = int(np.searchsorted(words.paragraph, words.paragraph[end - 1], "right"))
    return last - end if not taken[end:last].any() else FEW + 1


def places_of(
    a: str, text_a: PreparedText, b: str, text_b: PreparedText, passage: Passage
) -> tuple[Place, Place]:
    """The characters of a passage, with the marks around it that both texts have."""
    start_a, start_b = (
        int(text_a.words.starts[passage.a_start]),
        int(text_b.words.starts[passage.b_start]),
    )
    end_a, end_b = (
        int(text_a.words.ends[passage.a_end - 1]),
        int(text_b.words.ends[passage.b_end - 1]),
    )
    while _same_mark(text_a.characters, start_a - 1, text_b.characters, start_b - 1):
        start_a, start_b = start_a - 1, start_b - 1
    while _same_mark(text_a.characters, end_a, text_b.characters, end_b):
        end_a, end_b = end_a + 1, end_b + 1
    return Place(a, start_a, end_a), Place(b, start_b, end_b)


_ALIKE: Final = str.maketrans("“”„«»‘’", '"""""\'\'')


def _same_mark(text_a: str, at_a: int, text_b: str, at_b: int) -> bool:
    """Whether both texts have the same punctuation mark at a place; quotation marks are alike."""
    if not (0 <= at_a < len(text_a) and 0 <= at_b < len(text_b)):
        return False
    one, other = text_a[at_a].translate(_ALIKE), text_b[at_b].translate(_ALIKE)
    return one == other and not one.isalnum() and not one.isspace()
