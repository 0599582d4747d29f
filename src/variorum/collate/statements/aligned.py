"""Which quotations stand in one place: of a passage that two articles share, or in each other.

Reuse is known before quotations are joined. Where a passage of one article is another's, edited,
what the one reports there is what the other reports there, though few words of it may be left.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from variorum.collate.statements.rows import QuotationRow
from variorum.collate.statements.sharing import shared_words
from variorum.record.reuse import Reuse
from variorum.record.span import Span

ALIGNED: Final = 0.5
"""Share of the longer quotation that stands beside the other. In the tuning half of the Helsinki
labels 171 of 182 pairs with so much in common are one utterance; most others share no telling word.
"""

Pair = tuple[str, str]
"""The ids of two quotations, the smaller first."""


class Standing(NamedTuple):
    """How two quotations stand to each other: in the same place, or one inside the other.

    `share`: the share of the longer one that stands beside the other.
    """

    kind: Literal["place", "inside"]
    share: float


def standings(rows: Sequence[QuotationRow], reuses: Iterable[Reuse]) -> dict[Pair, Standing]:
    """The pairs of quotations that stand in one place, and how."""
    found = {pair: Standing("place", share) for pair, share in aligned_pairs(rows, reuses).items()}
    return found | dict.fromkeys(nested_pairs(rows), Standing("inside", 1.0))


def nested_pairs(rows: Iterable[QuotationRow]) -> Iterator[Pair]:
    """The quotations of one article and speaker of which one stands inside the other."""
    for placed in _by_article(rows).values():
        for at, outer in enumerate(placed.rows):
            for inner in placed.rows[at + 1 :]:
                if inner.start >= outer.end:
                    break
                if inner.end <= outer.end and inner.speaker and inner.speaker == outer.speaker:
                    yield _ordered(outer, inner)


class _Segment(NamedTuple):
    """Characters that stand beside each other: the same on both sides, or a few put for others."""

    a: Span
    b: Span
    is_equal: bool


def aligned_pairs(rows: Iterable[QuotationRow], reuses: Iterable[Reuse]) -> dict[Pair, float]:
    """The quotations of two articles that stand beside each other, with the share that does."""
    theirs = _by_article(rows)
    found: dict[Pair, float] = {}
    for reuse in reuses:
        here = _within(theirs.get(reuse.a.article), reuse.a.span)
        there = _within(theirs.get(reuse.b.article), reuse.b.span) if here else []
        if not there:
            continue
        segments = list(_segments(reuse))
        for a in here:
            for b in there:
                share = _share(a, b, segments)
                if share >= ALIGNED:
                    pair = _ordered(a, b)
                    found[pair] = max(share, found.get(pair, 0.0))
    return found


def _ordered(a: QuotationRow, b: QuotationRow) -> Pair:
    return min(a.quotation, b.quotation), max(a.quotation, b.quotation)


class _Placed(NamedTuple):
    """The quotations of an article by where they begin; `longest`: characters of the longest."""

    rows: Sequence[QuotationRow]
    starts: Sequence[int]
    longest: int


def _by_article(rows: Iterable[QuotationRow]) -> Mapping[str, _Placed]:
    found: dict[str, list[QuotationRow]] = defaultdict(list)
    for row in rows:
        found[row.article].append(row)
    placed = {}
    for article, some in found.items():
        some.sort(key=lambda row: (row.start, -row.end, row.quotation))
        longest = max(row.end - row.start for row in some)
        placed[article] = _Placed(some, [row.start for row in some], longest)
    return placed


def _within(placed: _Placed | None, span: Span) -> list[QuotationRow]:
    """The quotations that share characters with a span."""
    if placed is None:
        return []
    first = bisect_left(placed.starts, span.start - placed.longest)
    last = bisect_left(placed.starts, span.end)
    return [row for row in placed.rows[first:last] if row.end > span.start]


def _segments(reuse: Reuse) -> Iterator[_Segment]:
    """What stands beside what, in order; long passages that only one side has are left out."""
    a, b = reuse.a.start, reuse.b.start
    for edit in reuse.edits:
        if edit.a.start > a:
            yield _Segment(Span(a, edit.a.start), Span(b, edit.b.start), is_equal=True)
        if edit.op == "replace" and edit.kind != "passage":
            yield _Segment(edit.a, edit.b, is_equal=False)
        a, b = edit.a.end, edit.b.end
    if a < reuse.a.end:
        yield _Segment(Span(a, reuse.a.end), Span(b, reuse.b.end), is_equal=True)


def _share(a: QuotationRow, b: QuotationRow, segments: Sequence[_Segment]) -> float:
    """The characters of two quotations that stand beside each other, of the longer one's."""
    first = max(0, bisect_right(segments, a.start, key=_start) - 1)
    last = bisect_left(segments, a.end, key=_start)
    some = segments[first:last]
    beside = sum(_beside(a, b, segment) for segment in some)
    share = min(1.0, beside / max(1, a.end - a.start, b.end - b.start))
    if share < ALIGNED or all(_drift(segment) <= _STEADY for segment in some):
        return share
    return min(share, shared_words(tuple(a.words.split()), tuple(b.words.split())).whole)


def _start(segment: _Segment) -> int:
    return segment.a.start


_STEADY: Final = 6
"""Characters by which the sides of equal words differ by marks and spaces alone. If they differ by
more, a caption or the like stands between them, and which words stand beside which, only they tell.
"""


def _drift(segment: _Segment) -> int:
    return abs(len(segment.a) - len(segment.b)) if segment.is_equal else 0


def _beside(a: QuotationRow, b: QuotationRow, segment: _Segment) -> int:
    """The characters of two quotations that stand beside each other in a segment."""
    start, end = max(a.start, segment.a.start), min(a.end, segment.a.end)
    if segment.is_equal:
        shifts = segment.b.start - segment.a.start, segment.b.end - segment.a.end
        return max(0, *(min(end + by, b.end) - max(start + by, b.start) for by in shifts))
    there = min(b.end, segment.b.end) - max(b.start, segment.b.start)
    return max(0, min(end - start, there))
