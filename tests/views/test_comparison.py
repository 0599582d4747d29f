"""Two articles side by side: all their words, in order, each change with its kind."""

import pytest

from tests.collate.stories import DISPATCH, Line, article, score
from tests.views.heap import PRINTERS, REWRITER, STRANGER
from variorum.record.article import Article
from variorum.views.comparison import ComparisonQuery, ComparisonView, draw_comparison
from variorum.views.desk import Desk
from variorum.views.page import NothingThereError
from variorum.views.side_by_side import side_by_side


def of(desk: Desk, outlet: str) -> Article:
    return next(one for one in desk.articles if one.outlet == outlet)


def compared(desk: Desk, one: str, other: str) -> ComparisonView:
    return draw_comparison(desk, ComparisonQuery(one=of(desk, one).id, other=of(desk, other).id))


def body(one: Article) -> list[str]:
    return " ".join(block.span.of(one.text) for block in one.blocks_of("body")).split()


@pytest.mark.parametrize("other", [PRINTERS[1], REWRITER, STRANGER])
def test_no_word_of_either_text_is_lost(heap: Desk, other: str) -> None:
    view = compared(heap, PRINTERS[0], other)
    for name, side in ((PRINTERS[0], "left"), (other, "right")):
        shown = " ".join(piece.text.strip() for row in view.rows for piece in getattr(row, side))
        joined, whole = "".join(shown.split()), "".join(body(of(heap, name)))
        assert sorted(joined) == sorted(whole)


def test_words_stand_where_the_view_says(heap: Desk) -> None:
    view = compared(heap, PRINTERS[0], REWRITER)
    for row in view.rows:
        for piece in (*row.left, *row.right):
            text = heap.story.by_id[piece.place.article].text
            assert piece.place.span.of(text).split() == piece.text.split()


def test_changes_are_counted_by_kind(heap: Desk) -> None:
    view = compared(heap, PRINTERS[0], REWRITER)
    counts = {one.kind: one.count for one in view.kinds}
    assert counts["qualifier"] == counts["loaded"] == counts["number"] == 1
    marked = {
        (piece.kind, piece.text.strip())
        for row in view.rows
        for piece in (*row.left, *row.right)
        if piece.kind
    }
    assert {("qualifier", "allegedly"), ("loaded", "claimed"), ("number", "three")} <= marked
    own = [words for kind, words in marked if kind == "passage"]
    assert any("eleven empty moorings" in words for words in own)
    assert view.only_first == 2


def test_the_same_seen_from_the_other_side(heap: Desk) -> None:
    there, back = compared(heap, PRINTERS[0], REWRITER), compared(heap, REWRITER, PRINTERS[0])
    assert (there.first_share, there.second_share) == (back.second_share, back.first_share)
    assert there.relation == back.relation == "edited"
    assert there.direction == back.direction == "common"
    assert there.reasons


def test_two_that_share_nothing_are_said_to(heap: Desk) -> None:
    view = compared(heap, PRINTERS[0], STRANGER)
    assert (view.relation, view.direction, view.reasons) == (None, None, ())
    assert all(not (row.left and row.right) for row in view.rows)
    assert view.only_second == 3


def test_an_article_is_not_held_against_itself_or_nothing(heap: Desk) -> None:
    with pytest.raises(NothingThereError, match="itself"):
        compared(heap, STRANGER, STRANGER)
    with pytest.raises(NothingThereError, match="There is no article"):
        draw_comparison(heap, ComparisonQuery(one=of(heap, STRANGER).id, other="none"))


def test_a_passage_that_moved_is_marked_and_shown_once() -> None:
    a = article("a", DISPATCH[:6])
    b = article("b", [*DISPATCH[:1], *DISPATCH[4:6], *DISPATCH[1:4]])
    found = score(a, b)
    assert found
    rows = side_by_side(a, b, found.reuses)
    moved = " ".join(piece.text for row in rows if row.moved for piece in row.left)
    assert DISPATCH[4] in moved
    left = " ".join(piece.text for row in rows for piece in row.left)
    assert all(left.count(paragraph) == 1 for paragraph in DISPATCH[:6])


def test_rows_stay_level_where_a_page_has_more_than_its_text() -> None:
    promo: Line = (
        "promo",
        "Read more: ten beaches within an hour of the harbour, and how to get there",
    )
    a = article("a", DISPATCH[:5])
    b = article("b", [*DISPATCH[:1], promo, *DISPATCH[1:3], promo, *DISPATCH[3:5]])
    found = score(a, b)
    assert found
    rows = side_by_side(a, b, found.reuses)
    sides = [
        [" ".join(" ".join(piece.text for piece in side).split()) for side in (row.left, row.right)]
        for row in rows
    ]
    assert sides == [[paragraph, paragraph] for paragraph in DISPATCH[:5]]


def test_dropped_paragraphs_end_where_they_did() -> None:
    a = article("a", DISPATCH[:6])
    b = article("b", [*DISPATCH[:1], *DISPATCH[4:6]])
    found = score(a, b)
    assert found
    shown = [
        "".join(piece.text for piece in row.left).strip()
        for row in side_by_side(a, b, found.reuses)
    ]
    assert shown == DISPATCH[:6]
