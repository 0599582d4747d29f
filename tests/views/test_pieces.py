"""Texts cut into pieces: nothing lost, nothing twice, each piece told what it is part of."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.record.article import Block
from variorum.record.span import Span
from variorum.views.pieces import Mark, Marked, Pointed, cut

TEXT = "“We will not go,” Ana Duarte said on Tuesday.\n\nThe talks in Lisbon were put off."
BLOCKS = (Block(0, 45, "body"), Block(47, len(TEXT), "body"))


def marked(words: str, layer: str = "names", known: str = "x") -> Marked:
    start = TEXT.index(words)
    return Marked(Span(start, start + len(words)), Mark(layer, "person", "actor", known))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, len(TEXT)))
    return Span(start, draw(st.integers(start, len(TEXT) + 3)))


@given(st.lists(spans(), max_size=8), st.lists(spans(), max_size=4))
def test_every_character_is_in_one_piece_that_knows_what_it_is_part_of(
    ranges: list[Span], places: list[Span]
) -> None:
    marks = [Marked(span, Mark("names", "person", id=str(n))) for n, span in enumerate(ranges)]
    pointed = [Pointed(span, f"w{n}") for n, span in enumerate(places)]
    begun: list[str] = []
    for block, pieces in zip(BLOCKS, cut(TEXT, BLOCKS, marks, pointed), strict=True):
        assert "".join(piece.text for piece in pieces) == block.span.of(TEXT)
        for piece in pieces:
            begun += piece.begins
            for at in range(piece.start, piece.end):
                around = {one.mark.id for one in marks if one.span.start <= at < one.span.end}
                assert {mark.id for mark in piece.marks} == around
                covering = {one.name for one in pointed if one.span.start <= at < one.span.end}
                assert set(piece.places) == covering
    assert len(begun) == len(set(begun)), "a place begins once"
    seen = {
        name for pieces in cut(TEXT, BLOCKS, marks, pointed) for p in pieces for name in p.places
    }
    assert seen == set(begun)


def test_the_shortest_mark_comes_first() -> None:
    outer = marked("“We will not go,” Ana Duarte said", "positions", "stand")
    (first, _) = cut(TEXT, BLOCKS, [outer, marked("Ana Duarte"), marked("Ana", known="y")])
    (piece,) = [one for one in first if one.text == "Ana"]
    assert [mark.id for mark in piece.marks] == ["y", "x", "stand"]
    assert [mark.id for mark in piece.ends] == ["y"]


def test_a_place_over_two_blocks_begins_in_the_first() -> None:
    start, end = TEXT.index("Tuesday"), TEXT.index(" in Lisbon")
    first, second = cut(TEXT, BLOCKS, [], [Pointed(Span(start, end), "words")])
    assert [(one.text, one.begins) for one in first if one.places] == [("Tuesday.", ("words",))]
    assert [(one.text, one.begins) for one in second if one.places] == [("The talks", ())]


def test_a_place_that_begins_between_two_blocks_begins_with_the_next() -> None:
    _, second = cut(TEXT, BLOCKS, [], [Pointed(Span(45, 50), "words")])
    assert (second[0].text, second[0].begins) == ("The", ("words",))
