"""Scores one pair of articles: their shared passages, and what kind of text is shared."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.collate.reuse.alignment import find_passages
from variorum.collate.reuse.edges import Aligned, align, places_of, to_paragraph_edges
from variorum.collate.reuse.edits import as_edits
from variorum.collate.reuse.kinds import attributions, hedges, tense
from variorum.collate.reuse.prepared import WORD_WEIGHT, PreparedText
from variorum.collate.reuse.words import Flags, Words
from variorum.record.identity import identify
from variorum.record.maker import Maker
from variorum.record.reuse import Reuse

MAKER: Final = Maker("reuse", 2)

SHORTEST_PARAGRAPH: Final = 6
"""Words of the shortest paragraph that is looked at for being the same word for word."""

LEAD_WORDS: Final = 45
"""Words at the head of a report that count as its lead: a long first sentence, or two."""


class Side(msgspec.Struct, frozen=True):
    """One of the two texts, seen against the other; all counts are words of the body.

    - `words`, `narrative`: all, and those outside quotations;
    - `shared`, `shared_narrative`: those of them that stand in the other text too;
    - `lead`: share of the lead that stands in the other text;
    - `before`, `after`: words before the first and after the last shared passage;
    - `between`: words left out of or put into the stretch from the first to the last;
    - `spread`: share of the paragraphs of which a quarter or more is shared.
    """

    words: int
    narrative: int
    shared: int
    shared_narrative: int
    lead: float
    before: int
    after: int
    between: int
    spread: float


class Overlap(msgspec.Struct, frozen=True):
    """What two articles share. `a` and `b` are ids, `a` the smaller.

    - `weight`: shared words of narrative, names and stock phrases counted less;
    - `longest`: the same of the longest unbroken run;
    - `reworded`: words replaced by others inside passages, as a share of the shared ones;
    - `restyled`: of those, the share that is only spelling, abbreviation or articles;
    - `moved`: share of the shared words in passages that stand in another order;
    - `hedged_a`, `hedged_b`: edits in which only that side has a qualifier;
    - `attributed_a`, `attributed_b`: edits in which only that side says who said so;
    - `future_a`, `future_b`: edits in which that side speaks of what is to come and the other
      of what is past.
    """

    a: str
    b: str
    side_a: Side
    side_b: Side
    weight: float
    longest: float
    reworded: float
    restyled: float
    moved: float
    hedged_a: int
    hedged_b: int
    attributed_a: int
    attributed_b: int
    future_a: int
    future_b: int


class PairScore(NamedTuple):
    """The overlap of two articles and its passages, in the order of the first."""

    overlap: Overlap
    reuses: tuple[Reuse, ...]


Links = NDArray[np.int64]
"""For each word of one text the number of its counterpart in the other, -1 if it has none."""


def score_pair(a: str, text_a: PreparedText, b: str, text_b: PreparedText) -> PairScore | None:
    """What two articles share, or None if they share no passage."""
    words_a, words_b = text_a.words, text_b.words
    aligned = [
        align(passage, words_a, words_b)
        for passage in find_passages(text_a.anchors, text_b.anchors)
    ]
    if not aligned:
        return None
    link_a = _links(aligned, len(words_a))
    link_b = _reversed(link_a, len(words_b))
    shared = int((link_a >= 0).sum())
    narrative = _narrative(words_a, words_b, link_a)
    reuses = tuple(
        _reuse(a, text_a, b, text_b, part) for part in to_paragraph_edges(aligned, words_a, words_b)
    )
    overlap = Overlap(
        a=a,
        b=b,
        side_a=_side(words_a, link_a, int(narrative.sum())),
        side_b=_side(words_b, link_b, int(narrative.sum())),
        weight=int(text_a.weights[narrative].sum()) / WORD_WEIGHT,
        longest=_longest_run(text_a.weights, narrative, link_a) / WORD_WEIGHT,
        reworded=round(sum(map(_rewording, aligned)) / shared, 4),
        restyled=_restyled(reuses),
        moved=_moved(aligned),
        **_leanings(reuses, text_a.characters, text_b.characters),
    )
    return PairScore(overlap, reuses)


def _restyled(reuses: Sequence[Reuse]) -> float:
    """The share of edits, passages dropped or added aside, that change nothing but style."""
    kinds = [edit.kind for reuse in reuses for edit in reuse.edits if edit.kind != "passage"]
    return round(kinds.count("style") / len(kinds), 3) if kinds else 1.0


def _leanings(reuses: Sequence[Reuse], a: str, b: str) -> dict[str, int]:
    """On how many edits each side hedges, attributes or looks ahead where the other does not."""
    counts = dict.fromkeys(_LEANINGS, 0)
    for edit in (edit for reuse in reuses for edit in reuse.edits if edit.kind != "passage"):
        before, after = edit.a.of(a), edit.b.of(b)
        for name, measure in _MEASURES.items():
            one, other = measure(before), measure(after)
            if one != other and (name != "future" or one * other < 0):
                counts[f"{name}_{'a' if one > other else 'b'}"] += 1
    return counts


_MEASURES: Final = {"hedged": hedges, "attributed": attributions, "future": tense}
_LEANINGS: Final = tuple(f"{name}_{side}" for name in _MEASURES for side in "ab")


def _links(aligned: Sequence[Aligned], count: int) -> Links:
    """The words between the changes of a passage agree one by one."""
    link = np.full(count, -1, dtype=np.int64)
    for (a_start, a_end, b_start, _), changes in aligned:
        at_a, at_b = a_start, b_start
        for change in changes:
            same = a_start + change.a_start - at_a
            link[at_a : at_a + same] = np.arange(at_b, at_b + same)
            at_a, at_b = a_start + change.a_end, b_start + change.b_end
        link[at_a:a_end] = np.arange(at_b, at_b + a_end - at_a)
    return link


def _reversed(link: Links, count: int) -> Links:
    back = np.full(count, -1, dtype=np.int64)
    places = np.flatnonzero(link >= 0)
    back[link[places]] = places
    return back


def _narrative(a: Words, b: Words, link: Links) -> Flags:
    """Which words of `a` are shared and quoted speech in neither text."""
    flags = link >= 0
    flags[flags] = ~a.quoted[flags] & ~b.quoted[link[flags]]
    return flags


def _side(words: Words, link: Links, narrative: int) -> Side:
    shared = link >= 0
    places = np.flatnonzero(shared)
    lead = shared[:LEAD_WORDS]
    first, last = int(places[0]), int(places[-1])
    return Side(
        words=len(words),
        narrative=int((~words.quoted).sum()),
        shared=len(places),
        shared_narrative=narrative,
        lead=round(float(lead.mean()), 3),
        before=first,
        after=len(words) - 1 - last,
        between=int((~shared[first:last]).sum()),
        spread=_spread(words, shared),
    )


def _spread(words: Words, shared: Flags) -> float:
    starts, lengths = _paragraphs(words)
    long_enough = lengths >= SHORTEST_PARAGRAPH
    mostly = np.add.reduceat(shared.astype(int), starts) * 4 >= lengths
    return round(float(mostly[long_enough].mean()), 3) if long_enough.any() else 0.0


def _paragraphs(words: Words) -> tuple[Links, Links]:
    """The first word and the number of words of each paragraph."""
    starts = np.flatnonzero(np.diff(words.paragraph, prepend=-1))
    return starts, np.diff(np.append(starts, len(words)))


def _longest_run(weights: NDArray[np.int32], flags: Flags, link: Links) -> int:
    """The greatest weight of neighbouring words whose counterparts are neighbours too."""
    places = np.flatnonzero(flags)
    if not len(places):
        return 0
    breaks = (np.diff(places) != 1) | (np.diff(link[places]) != 1)
    starts = np.flatnonzero(np.concatenate([[True], breaks]))
    return int(np.add.reduceat(weights[places], starts).max())


def _rewording(part: Aligned) -> int:
    """Words of a passage that were replaced, or dropped or added singly."""
    sizes = (
        max(change.a_end - change.a_start, change.b_end - change.b_start) for change in part.changes
    )
    return sum(size for size in sizes if size <= LONGEST_REWORDING)


LONGEST_REWORDING: Final = 12
"""Beyond this many words a change is a sentence dropped or added, not one reworded."""


def _moved(aligned: Sequence[Aligned]) -> float:
    """The share of the passages' words that stand outside the longest stretch in common order."""
    sizes = [passage.a_end - passage.a_start for passage, _ in aligned]
    starts = [passage.b_start for passage, _ in aligned]
    best: list[int] = []
    for place, size in enumerate(sizes):
        before = (best[k] for k in range(place) if starts[k] < starts[place])
        best.append(size + max(before, default=0))
    return round(1 - max(best) / sum(sizes), 3)


def _reuse(a: str, text_a: PreparedText, b: str, text_b: PreparedText, part: Aligned) -> Reuse:
    passage, changes = part
    place_a, place_b = places_of(a, text_a, b, text_b, passage)
    dropped = sum(change.a_end - change.a_start for change in changes)
    length_a, length_b = passage.a_end - passage.a_start, passage.b_end - passage.b_start
    return Reuse(
        id=identify("reuse", a, place_a.start, place_a.end, b, place_b.start, place_b.end),
        a=place_a,
        b=place_b,
        similarity=round(2 * (length_a - dropped) / (length_a + length_b), 4),
        edits=as_edits(changes, text_a, text_b, (passage.a_start, passage.b_start)),
        maker=str(MAKER),
    )
