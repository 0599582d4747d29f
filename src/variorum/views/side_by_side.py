"""Two related texts in rows, cut into pieces that are the same, replaced, dropped or added.

A browser gets the pieces ready: nobody counts offsets there.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from variorum.collate.reuse.words import words_in
from variorum.record.article import Article
from variorum.record.reuse import Edit, EditKind, Reuse
from variorum.record.span import Span


class Piece(NamedTuple):
    """A stretch of text. `mark`: how it differs from the other side; `kind` as in `Edit`.

    `span`: where it stands; blocks that are no body text are in the span, not in `text`.
    """

    text: str
    mark: Literal["same", "changed", "dropped", "added"]
    span: Span
    kind: EditKind | None = None


class Row(NamedTuple):
    """What stands side by side: a stretch of a paragraph on each side, empty if one has none.

    `moved`: the two stand in another order in their texts than their neighbours.
    """

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    moved: bool = False


def side_by_side(a: Article, b: Article, reuses: Sequence[Reuse]) -> list[Row]:
    """The rows of two articles in the order of `a`; `reuses` are seen from `a`."""
    ordered = sorted(reuses, key=lambda reuse: reuse.a.start)
    in_place = _in_common_order(ordered)
    rows: list[Row] = []
    reached_a = reached_b = 0
    for reuse, is_in_place in zip(ordered, in_place, strict=True):
        rows.extend(_alone(a, reached_a, reuse.a.start, "dropped"))
        if is_in_place:
            moved = [
                other.b.span for other, fits in zip(ordered, in_place, strict=True) if not fits
            ]
            rows.extend(_alone(b, reached_b, reuse.b.start, "added", moved))
            reached_b = reuse.b.end
        rows.extend(_aligned(a, b, reuse, moved=not is_in_place))
        reached_a = reuse.a.end
    moved = [other.b.span for other, fits in zip(ordered, in_place, strict=True) if not fits]
    rows.extend(_alone(a, reached_a, len(a.text), "dropped"))
    rows.extend(_alone(b, reached_b, len(b.text), "added", moved))
    return rows


def _in_common_order(reuses: Sequence[Reuse]) -> list[bool]:
    """Which passages belong to the largest set that comes in the same order in both texts."""
    best: list[tuple[int, int]] = []
    for place, reuse in enumerate(reuses):
        before = [(best[k][0], k) for k in range(place) if reuses[k].b.end <= reuse.b.start]
        weight, previous = max(before, default=(0, -1))
        best.append((weight + reuse.a.end - reuse.a.start, previous))
    flags = [False] * len(reuses)
    place = max(range(len(reuses)), key=lambda k: best[k][0], default=-1)
    while place >= 0:
        flags[place] = True
        place = best[place][1]
    return flags


def _alone(
    article: Article,
    start: int,
    end: int,
    mark: Literal["dropped", "added"],
    without: Sequence[Span] = (),
) -> Iterator[Row]:
    """A row for each stretch of body text that only one side has."""
    for block in article.blocks_of("body"):
        first, last = max(block.start, start), min(block.end, end)
        for span in _outside(first, last, without):
            whole = span.of(article.text)
            text = whole.strip()
            if any(map(str.isalnum, text)):
                at = span.start + len(whole) - len(whole.lstrip())
                piece = (Piece(text, mark, Span(at, at + len(text)), "passage"),)
                yield Row(piece, ()) if mark == "dropped" else Row((), piece)


def _outside(start: int, end: int, without: Sequence[Span]) -> Iterator[Span]:
    """The parts of a range that none of some spans covers."""
    for span in sorted(without):
        if span.end > start and span.start < end:
            if span.start > start:
                yield Span(start, span.start)
            start = max(start, span.end)
    if start < end:
        yield Span(start, end)


class _Cell(NamedTuple):
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]


def _aligned(a: Article, b: Article, reuse: Reuse, *, moved: bool) -> Iterator[Row]:
    """A passage, cut where a paragraph of `a` ends."""
    left: list[Piece] = []
    right: list[Piece] = []
    for cell in _cells(a, b, reuse):
        left.extend(cell.left)
        right.extend(cell.right)
        if any("\n" in piece.text for piece in cell.left):
            yield Row(_trimmed(left), _trimmed(right), moved)
            left, right = [], []
    if left or right:
        yield Row(_trimmed(left), _trimmed(right), moved)


def _cells(a: Article, b: Article, reuse: Reuse) -> Iterator[_Cell]:
    at_a, at_b = reuse.a.start, reuse.b.start
    for edit in reuse.edits:
        yield from _equal(a, b, Span(at_a, edit.a.start), Span(at_b, edit.b.start))
        yield from _changed(a, b, edit)
        at_a, at_b = edit.a.end, edit.b.end
    yield from _equal(a, b, Span(at_a, reuse.a.end), Span(at_b, reuse.b.end))


def _changed(a: Article, b: Article, edit: Edit) -> Iterator[_Cell]:
    """An edit; words that only one side has are cut where its paragraphs end."""
    if not _shown(a, edit.a):
        for one in _lines(b, edit.b):
            yield _Cell((), (Piece(_shown(b, one), "added", one, edit.kind),))
    elif not _shown(b, edit.b):
        for one in _lines(a, edit.a):
            yield _Cell((Piece(_shown(a, one), "dropped", one, edit.kind),), ())
    else:
        yield _Cell(
            (Piece(_shown(a, edit.a), "changed", edit.a, edit.kind),),
            (Piece(_shown(b, edit.b), "changed", edit.b, edit.kind),),
        )


def _lines(article: Article, span: Span) -> Iterator[Span]:
    """A span in pieces, each up to the start of the next paragraph of the body."""
    starts = [one.start for one in article.blocks_of("body") if span.start < one.start < span.end]
    yield from (Span(*ends) for ends in pairwise([span.start, *starts, span.end]))


def _equal(a: Article, b: Article, in_a: Span, in_b: Span) -> Iterator[_Cell]:
    """Words that agree one by one, cut behind each paragraph of `a`."""
    cut = last = (in_a.start, in_b.start)
    for word_a, word_b in zip(_words(a, in_a), _words(b, in_b), strict=False):
        if "\n" in a.text[last[0] : word_a.start]:
            end_a = _break(a.text, last[0], word_a.start)
            end_b = _break(b.text, last[1], word_b.start)
            yield _same(a, b, Span(cut[0], end_a), Span(cut[1], end_b))
            cut = end_a, end_b
        last = word_a.end, word_b.end
    yield _same(a, b, Span(cut[0], in_a.end), Span(cut[1], in_b.end))


def _words(article: Article, span: Span) -> Iterator[Span]:
    """Where the words of the body stand in a span; only these are aligned."""
    for block in article.blocks_of("body"):
        first, last = max(block.start, span.start), min(block.end, span.end)
        if first < last:
            starts, ends, _ = words_in(article.text[first:last])
            for start, end in zip(starts, ends, strict=True):
                yield Span(first + int(start), first + int(end))


def _break(text: str, start: int, end: int) -> int:
    """Where to cut between two words: behind the line break, or the last white space."""
    line = text.rfind("\n", start, end)
    if line >= 0:
        return line + 1
    return next(
        (place + 1 for place in range(end - 1, start - 1, -1) if text[place].isspace()), end
    )


def _same(a: Article, b: Article, in_a: Span, in_b: Span) -> _Cell:
    left = (Piece(_shown(a, in_a), "same", in_a),) if len(in_a) else ()
    right = (Piece(_shown(b, in_b), "same", in_b),) if len(in_b) else ()
    return _Cell(left, right)


def _shown(article: Article, span: Span) -> str:
    """The body text in a span: blocks of other roles between its paragraphs are left out."""
    parts = [
        article.text[max(block.start, span.start) : min(block.end, span.end)]
        for block in article.blocks_of("body")
        if block.start < span.end and span.start < block.end
    ]
    first, last = span.of(article.text)[:1], span.of(article.text)[-1:]
    text = "\n".join(parts) if parts else span.of(article.text)
    return (
        (" " if first.isspace() and not text[:1].isspace() else "")
        + text
        + ("\n" if last == "\n" else " " if last.isspace() and not text[-1:].isspace() else "")
    )


def _trimmed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Without the line breaks at the ends, and without empty pieces."""
    kept = [piece for piece in pieces if piece.text]
    if kept:
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip("\n"))
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip("\n"))
    return tuple(piece for piece in kept if piece.text)
