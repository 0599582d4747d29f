"""Where a passage begins and ends, as a reader would have it.

Alignment ends at the last equal words. If only a few other words stand between them and
the edge of the paragraph in both texts, the passage is the whole paragraph with an edit
at its edge: "The presidents of Velmark and Torrenia spoke" / "The two presidents spoke".
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from variorum.collate.reuse.alignment import Passage
from variorum.collate.reuse.edits import Change, find_changes, part_at_paragraphs, trimmed
from variorum.collate.reuse.prepared import PreparedText
from variorum.collate.reuse.words import Flags, Words
from variorum.record.reuse import Place

FEW: Final = 8
"""Words to the edge of a paragraph, in both texts, that a passage takes in."""

FEW_FOR_MORE: Final = 24
"""... in one text, if the other has some words there, but few: they came in the place of these."""


class Aligned(NamedTuple):
    """A passage with the changes inside it (word places counted from the passage's start)."""

    passage: Passage
    changes: list[Change]


def align(passage: Passage, a: Words, b: Words) -> Aligned:
    """A passage with the changes inside it."""
    in_a = slice(passage.a_start, passage.a_end)
    in_b = slice(passage.b_start, passage.b_end)
    hashes_a, hashes_b = a.hashes[in_a], b.hashes[in_b]
    changes = [
        part
        for change in find_changes(hashes_a, hashes_b)
        for whole in part_at_paragraphs(change, a.paragraph[in_a], b.paragraph[in_b])
        if (part := trimmed(whole, hashes_a, hashes_b)).size
    ]
    return Aligned(passage, changes)


def to_paragraph_edges(aligned: Sequence[Aligned], a: Words, b: Words) -> Iterator[Aligned]:
    """The passages, widened to the edges of their paragraphs where little is missing."""
    taken_a, taken_b = np.zeros(len(a), dtype=bool), np.zeros(len(b), dtype=bool)
    for passage, _ in aligned:
        taken_a[passage.a_start : passage.a_end] = True
        taken_b[passage.b_start : passage.b_end] = True
    for part in aligned:
        passage = part.passage
        left_a, left_b = _before(a, b, passage, taken_a, taken_b)
        right_a, right_b = _after(a, b, passage, taken_a, taken_b)
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


def _before(
    a: Words, b: Words, passage: Passage, taken_a: Flags, taken_b: Flags
) -> tuple[int, int]:
    """Words from the start of the paragraph to the passage, in both texts, if they are few."""
    first_a, _ = _paragraph(a, passage.a_start)
    first_b, _ = _paragraph(b, passage.b_start)
    is_free = not (
        taken_a[first_a : passage.a_start].any() or taken_b[first_b : passage.b_start].any()
    )
    room = passage.a_start - first_a, passage.b_start - first_b
    return room if is_free and _is_little(room) else (0, 0)


def _after(a: Words, b: Words, passage: Passage, taken_a: Flags, taken_b: Flags) -> tuple[int, int]:
    """Words from the passage to the end of the paragraph, in both texts, if they are few."""
    _, last_a = _paragraph(a, passage.a_end - 1)
    _, last_b = _paragraph(b, passage.b_end - 1)
    is_free = not (taken_a[passage.a_end : last_a].any() or taken_b[passage.b_end : last_b].any())
    room = last_a - passage.a_end, last_b - passage.b_end
    return room if is_free and _is_little(room) else (0, 0)


def _is_little(room: tuple[int, int]) -> bool:
    return max(room) <= FEW or (0 < min(room) <= FEW and max(room) <= FEW_FOR_MORE)


def _paragraph(words: Words, place: int) -> tuple[int, int]:
    """The first word of a word's paragraph, and the one behind its last."""
    number = words.paragraph[place]
    first = int(np.searchsorted(words.paragraph, number))
    return first, int(np.searchsorted(words.paragraph, number, "right"))


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
