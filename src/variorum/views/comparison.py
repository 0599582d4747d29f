"""Two articles side by side: what is the same, what one changed, and what only one has."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

import msgspec

from variorum.record.article import Article
from variorum.record.lineage import Direction, Lineage, Pair, PairRelation
from variorum.record.reuse import Place
from variorum.views.changes import KINDS_OF_CHANGE, ShownKind, shown_kind
from variorum.views.desk import Desk
from variorum.views.page import NothingThereError, Part, Query, View, part_of
from variorum.views.side_by_side import Piece, Row, side_by_side
from variorum.views.words import ArticleLine

ROWS: Final = 120
"""Rows on one part of a comparison."""

LONGEST: Final = 4_000
"""Characters of one piece that are shown: a page may be one paragraph of any length."""

RELATED: Final = 12
"""Other articles that a reader is pointed to, for either of the two."""


class ComparisonQuery(Query, frozen=True, kw_only=True):
    """Which two articles, and which part of their texts, from 1."""

    one: str
    other: str
    page: int = 1


class ComparedPiece(msgspec.Struct, frozen=True):
    """A stretch of a text.

    - `mark`: same, changed (the other side has other words), dropped (only the first text has
      it) or added (only the second);
    - `kind`: what the change does; null for what is the same; `place`: its words.
    """

    text: str
    mark: Literal["same", "changed", "dropped", "added"]
    kind: ShownKind | None
    place: Place


class ComparedRow(msgspec.Struct, frozen=True):
    """What stands side by side; a side is empty if its text has nothing there.

    `left_at`, `right_at`: where the words stand; `is_moved`: the two stand in another order in
    their texts than what is around them.
    """

    left: tuple[ComparedPiece, ...]
    right: tuple[ComparedPiece, ...]
    left_at: Place | None
    right_at: Place | None
    is_moved: bool


class CountedKind(msgspec.Struct, frozen=True):
    """How many changes of a kind there are on all parts of a comparison."""

    kind: ShownKind
    label: str
    count: int


class RelatedArticle(msgspec.Struct, frozen=True):
    """Another article that has something to do with one of the two."""

    to: str
    article: ArticleLine
    relation: PairRelation


class ComparisonView(View, frozen=True, kw_only=True):
    """Two articles side by side.

    - `relation`, `direction`: what they have to do with each other, `a` being the first of the
      two; null if they share nothing;
    - `agency`: whose text it is, where a credit tells; `first_share`, `second_share`: how much of
      each text stands in the other, 0 to 1;
    - `only_first`, `only_second`: paragraphs, or parts of them, that only one has.
    """

    first: ArticleLine
    second: ArticleLine
    relation: PairRelation | None
    direction: Direction | None
    agency: str | None
    first_share: float
    second_share: float
    confidence: float
    reasons: tuple[str, ...]
    kinds: tuple[CountedKind, ...]
    moved: int
    only_first: int
    only_second: int
    rows: tuple[ComparedRow, ...]
    part: Part
    related: tuple[RelatedArticle, ...]


def draw_comparison(desk: Desk, query: ComparisonQuery) -> ComparisonView:
    """Two articles, related or not; raises `NothingThereError` if one is not there."""
    first, second = _article(desk, query.one), _article(desk, query.other)
    if first.id == second.id:
        raise NothingThereError(
            "An article is not compared with itself", "Choose two articles of the list"
        )
    rows = side_by_side(first, second, desk.story.reuses_between(first.id, second.id))
    shown, part = part_of(rows, query.page, ROWS)
    pair = desk.story.pair(first.id, second.id)
    edge = _edge(desk, first.id, second.id)
    lines = desk.line(first.id), desk.line(second.id)
    is_first_a = pair is None or pair.a == first.id
    return ComparisonView(
        heading=f"{lines[0].outlet} and {lines[1].outlet}, side by side",
        first=lines[0],
        second=lines[1],
        relation=pair.relation if pair else None,
        direction=_direction(pair, first.id),
        agency=pair.agency if pair else None,
        first_share=_share(pair, first=is_first_a),
        second_share=_share(pair, first=not is_first_a),
        confidence=edge.confidence if edge else pair.confidence if pair else 0.0,
        reasons=_reasons(edge, pair),
        kinds=_count_kinds(rows),
        moved=sum(row.moved for row in rows),
        only_first=sum(not row.right for row in rows),
        only_second=sum(not row.left for row in rows),
        rows=tuple(_row(row, first, second) for row in shown),
        part=part,
        related=tuple(_related(desk, first.id, second.id)),
    )


def _article(desk: Desk, name: str) -> Article:
    article = desk.story.by_id.get(name)
    if article is None:
        raise NothingThereError(f"There is no article {name}", "Choose two of the list of articles")
    return article


def _edge(desk: Desk, first: str, second: str) -> Lineage | None:
    """The edge of the family tree between two articles, if one was made from the other."""
    return next(
        (
            edge
            for parent, child in ((first, second), (second, first))
            for edge in desk.story.parents.get(child, ())
            if edge.parent == parent
        ),
        None,
    )


def _reasons(edge: Lineage | None, pair: Pair | None) -> tuple[str, ...]:
    told = [*(pair.reasons if pair else ()), *(edge.reasons if edge else ())]
    return tuple(dict.fromkeys(told))


_TURNED: Final[dict[Direction, Direction]] = {"a->b": "b->a", "b->a": "a->b"}


def _direction(pair: Pair | None, first: str) -> Direction | None:
    """Which way a text went, seen from the first of the two."""
    if pair is None:
        return None
    return pair.direction if pair.a == first else _TURNED.get(pair.direction, pair.direction)


def _share(pair: Pair | None, *, first: bool) -> float:
    if pair is None:
        return 0.0
    return round(pair.share_a if first else pair.share_b, 4)


def _count_kinds(rows: Sequence[Row]) -> tuple[CountedKind, ...]:
    """How many changes there are of each kind that there are any of."""
    found: Counter[ShownKind] = Counter()
    for row in rows:
        for piece in row.left:
            if piece.mark != "same":
                found[_kind(piece, row) or "wording"] += 1
        found.update(_kind(piece, row) or "wording" for piece in row.right if piece.mark == "added")
    return tuple(
        CountedKind(one.kind, one.label, found[one.kind])
        for one in KINDS_OF_CHANGE
        if found[one.kind]
    )


def _kind(piece: Piece, row: Row) -> ShownKind | None:
    """What a piece's change does; its other side is the one at the same place in the order."""
    if piece.kind is None:
        return None
    if piece.mark != "changed":
        return shown_kind(piece.kind, piece.text.strip(), "")
    changed = [[one for one in side if one.mark == "changed"] for side in (row.left, row.right)]
    at = next(place for side in changed for place, one in enumerate(side) if one is piece)
    before, after = (side[at].text.strip() if at < len(side) else "" for side in changed)
    return shown_kind(piece.kind, before, after)


def _row(row: Row, first: Article, second: Article) -> ComparedRow:
    return ComparedRow(
        tuple(_pieces(row.left, row, first.id)),
        tuple(_pieces(row.right, row, second.id)),
        _place(row.left, first.id),
        _place(row.right, second.id),
        row.moved,
    )


def _pieces(pieces: Iterable[Piece], row: Row, article: str) -> Iterator[ComparedPiece]:
    for piece in pieces:
        text = piece.text if len(piece.text) <= LONGEST else f"{piece.text[:LONGEST]} …"
        place = Place(article, piece.span.start, piece.span.end)
        yield ComparedPiece(text, piece.mark, _kind(piece, row), place)


def _place(pieces: Sequence[Piece], article: str) -> Place | None:
    if not pieces:
        return None
    return Place(article, pieces[0].span.start, pieces[-1].span.end)


def _related(desk: Desk, first: str, second: str) -> Iterator[RelatedArticle]:
    """What else has something to do with either article, the closest first."""
    for name, other in ((first, second), (second, first)):
        pairs = sorted(
            (
                one
                for one in desk.story.kinship.pairs_of.get(name, ())
                if other not in (one.a, one.b)
            ),
            key=lambda one: (-max(one.share_a, one.share_b), one.a, one.b),
        )
        for pair in pairs[:RELATED]:
            kin = pair.b if pair.a == name else pair.a
            yield RelatedArticle(name, desk.line(kin), pair.relation)
