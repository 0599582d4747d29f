"""Finds passages that two texts share, however edited: anchors, then local chains.

Anchors are runs of equal words. A passage is a chain of anchors that come in the same
order in both texts with little between them; as in local sequence alignment (Smith and
Waterman 1981) a chain earns its matched words and pays for the words it skips.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.collate.reuse.shingles import shingles
from variorum.collate.reuse.words import Hashes

ANCHOR: Final = 3
"""Words in the shortest anchor. Wire rewrites keep runs of three; two are chance."""

TOO_FREQUENT: Final = 4
"""An anchor word run that stands more often than this in one of the texts is no anchor."""

SKIP_COST: Final = 0.09
"""What a chain pays for each skipped word on either side: a dropped sentence of 25 words
costs 2, less than the shortest anchor earns, a page between two chance anchors costs more."""

BREAK_COST: Final = 0.5
"""What a chain pays for going on to another anchor at all."""

LONGEST_SKIP: Final = 120
"""Words that a chain may skip on one side; beyond it the passages are two."""

LEAST_GAIN: Final = 7.0
"""Matched words less costs that a passage must earn. "told reporters at the White House on
Monday" is seven words and chance."""

Places = NDArray[np.int64]


class Anchor(NamedTuple):
    """`length` equal words that start at word `a` of one text and `b` of the other."""

    a: int
    b: int
    length: int


Chain = list[Anchor]
"""Anchors in the same order in both texts."""


class Passage(NamedTuple):
    """Words `a_start` to `a_end` of one text that are the same text as those of the other."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


class AnchorIndex(NamedTuple):
    """The runs of `ANCHOR` words of one text, made once and used against many texts.

    `grams`: one number for each run, in order; `order`, `ordered`: the same, sorted;
    `frequent`: which runs stand too often in the text to anchor anything.
    """

    grams: Hashes
    order: NDArray[np.int32]
    ordered: Hashes
    frequent: NDArray[np.bool_]


def index_anchors(words: Hashes) -> AnchorIndex:
    """The index of a text's words."""
    grams = shingles(words, ANCHOR)
    order = np.argsort(grams, kind="stable").astype(np.int32)
    ordered = grams[order]
    starts = (
        np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
        if len(grams)
        else order
    )
    counts = np.diff(np.append(starts, len(grams)))
    frequent = np.zeros(len(grams), dtype=bool)
    frequent[order] = np.repeat(counts, counts) > TOO_FREQUENT
    return AnchorIndex(grams, order, ordered, frequent)


def find_passages(a: AnchorIndex, b: AnchorIndex) -> list[Passage]:
    """The passages that two texts share, in the order of the first text.

    Passages may cross (text that was moved), but no word belongs to two.
    """
    return sorted(_hull(chain) for chain in _disjoint(_chains(find_anchors(a, b))))


def find_anchors(a: AnchorIndex, b: AnchorIndex) -> list[Anchor]:
    """The maximal runs of equal words, sorted by place in `a`, then in `b`.

    None if they are too few to make a passage.
    """
    low = np.searchsorted(b.ordered, a.grams, "left")
    inside = low < len(b.ordered)
    found = np.flatnonzero(inside)[b.ordered[low[inside]] == a.grams[inside]]
    found = found[~a.frequent[found]]
    if not len(found):
        return []
    first = low[found]
    count = np.searchsorted(b.ordered, a.grams[found], "right") - first
    first, found, count = (values[count <= TOO_FREQUENT] for values in (first, found, count))
    at_a = np.repeat(found, count)
    within = np.arange(len(at_a)) - np.repeat(np.cumsum(count) - count, count)
    at_b = b.order[np.repeat(first, count) + within]
    return _runs(at_a, at_b) if len(at_a) + ANCHOR > LEAST_GAIN else []


def _runs(at_a: Places, at_b: Places) -> list[Anchor]:
    """Joins matches that follow each other on one diagonal."""
    order = np.lexsort((at_a, at_b - at_a))
    at_a, at_b = at_a[order], at_b[order]
    starts = np.flatnonzero(
        np.concatenate([[True], (np.diff(at_b - at_a) != 0) | (np.diff(at_a) != 1)])
    )
    lengths = np.diff(np.append(starts, len(at_a))) + ANCHOR - 1
    found = zip(at_a[starts].tolist(), at_b[starts].tolist(), lengths.tolist(), strict=True)
    return sorted(Anchor(*run) for run in found)


def _chains(anchors: list[Anchor]) -> Iterator[Chain]:
    """Chains that earn enough, the best first; no anchor is in two."""
    gains, before = _best_chains(anchors)
    used = [False] * len(anchors)

    def rank(place: int) -> tuple[float, int, int]:
        """The sum breaks a tie alike from whichever text the two are looked at."""
        return -gains[place], anchors[place].a + anchors[place].b, place

    for last in sorted(range(len(anchors)), key=rank):
        if gains[last] < LEAST_GAIN:
            return
        chain: list[int] = []
        place = last
        while place >= 0 and not used[place]:
            used[place] = True
            chain.append(place)
            place = before[place]
        if chain and gains[last] - _way_to(chain[-1], anchors, gains) >= LEAST_GAIN:
            yield _trimmed([anchors[place] for place in reversed(chain)])


def _way_to(place: int, anchors: Sequence[Anchor], gains: Sequence[float]) -> float:
    """What the best chain to an anchor has earned, less costs, before it comes to it."""
    return gains[place] - anchors[place].length


def _trimmed(chain: Chain) -> Chain:
    """A chain of which no two anchors share words: what overlaps stays with the first."""
    trimmed = chain[:1]
    for a, b, length in chain[1:]:
        before = trimmed[-1]
        over = max(0, before.a + before.length - a, before.b + before.length - b)
        trimmed.append(Anchor(a + over, b + over, length - over))
    return trimmed


def _best_chains(anchors: list[Anchor]) -> tuple[list[float], list[int]]:
    """For each anchor the gain of the best chain that ends in it, and the anchor before (or -1)."""
    table = np.array(anchors, dtype=np.int64).reshape(-1, 3)
    starts_a, starts_b, lengths = np.ascontiguousarray(table.T)
    ends_a, ends_b = starts_a + lengths, starts_b + lengths
    gains = lengths.astype(float)
    before = [-1] * len(anchors)
    first = 0
    for place, (a, b, length) in enumerate(anchors):
        while ends_a[first] < a - LONGEST_SKIP and first < place:
            first += 1
        if first == place:
            continue
        near = slice(first, place)
        skip_a, skip_b = a - ends_a[near], b - ends_b[near]
        less, more = np.minimum(skip_a, skip_b), np.maximum(skip_a, skip_b)
        over = np.minimum(less, 0)
        reachable = (more <= LONGEST_SKIP) & (less > -length)
        reachable &= (starts_a[near] < a) & (starts_b[near] < b)
        cost = BREAK_COST + SKIP_COST * (np.maximum(more, 0) + less - over) - over
        worth = np.where(reachable, gains[near] - cost, 0)
        best = int(worth.argmax())
        if worth[best] > 0:
            gains[place] += worth[best]
            before[place] = first + best
    return gains.tolist(), before


def _hull(chain: Chain) -> Passage:
    first, last = chain[0], chain[-1]
    return Passage(first.a, last.a + last.length, first.b, last.b + last.length)


def _disjoint(chains: Iterable[Chain]) -> list[Chain]:
    """Chains of which no two share words.

    A paragraph that was moved may lie, in one of the texts, between two anchors of a better
    chain: that one is cut there, and gives up a few words that it matched on the way. If it
    matched a whole passage on the way, the worse chain is cut there too.
    """
    kept: list[Chain] = []
    for chain in chains:
        for part in _cut_at_passages(chain, kept):
            kept = _with(kept, part)
    return [chain for chain in kept if _length(chain) >= LEAST_GAIN]


def _cut_at_passages(chain: Chain, kept: Sequence[Chain]) -> list[Chain]:
    """A chain cut where an anchor that is kept already and earns enough alone lies in it."""
    parts = [chain]
    for anchor in _touched(chain, kept):
        if anchor.length >= LEAST_GAIN:
            parts = [piece for part in parts for piece in _cut_around(part, _hull([anchor]))]
    return parts


def _with(kept: list[Chain], chain: Chain) -> list[Chain]:
    """The chains and another, if it matches more words than they would have to give up."""
    touched = _touched(chain, kept)
    if 2 * _length(touched) > _length(chain) or _length(chain) < LEAST_GAIN:
        return kept
    hull = _hull(chain)
    freed = ([anchor for anchor in other if anchor not in touched] for other in kept)
    return [part for other in freed if other for part in _cut_around(other, hull)] + [chain]


def _touched(chain: Chain, kept: Sequence[Chain]) -> list[Anchor]:
    """The anchors of other chains that lie within the reach of a chain, in either text."""
    hull = _hull(chain)
    return [anchor for other in kept for anchor in other if _touches(hull, anchor)]


def _length(anchors: Iterable[Anchor]) -> int:
    return sum(anchor.length for anchor in anchors)


def _touches(hull: Passage, anchor: Anchor) -> bool:
    in_a = hull.a_start < anchor.a + anchor.length and anchor.a < hull.a_end
    in_b = hull.b_start < anchor.b + anchor.length and anchor.b < hull.b_end
    return in_a or in_b


def _cut_around(chain: Chain, hull: Passage) -> list[Chain]:
    """A chain cut in two where the hull of another lies between its anchors, in either text."""
    in_a = sum(anchor.a < hull.a_start for anchor in chain)
    in_b = sum(anchor.b < hull.b_start for anchor in chain)
    cuts = sorted({0, in_a, in_b, len(chain)})
    return [chain[start:end] for start, end in pairwise(cuts)]
