import msgspec
import pytest
from hypothesis import given

from variorum.record.errors import SpanError
from variorum.record.reuse import Edit, Place, Reuse
from variorum.record.span import Span

from .nouns import STRATEGIES, steady, survives_both_formats


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 5), (-3, -1)])
def test_a_place_that_is_empty_or_negative_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="art1-7"):
        Place("art1-7", start, end)


def test_a_place_is_a_span_of_its_article() -> None:
    assert Place("art1-7", 2, 5).span == Span(2, 5)


def test_places_are_ordered_by_article_and_offset() -> None:
    places = [Place("b", 0, 1), Place("a", 5, 9), Place("a", 5, 6)]
    assert sorted(places) == [Place("a", 5, 6), Place("a", 5, 9), Place("b", 0, 1)]


def test_the_missing_side_of_an_insertion_marks_a_place() -> None:
    assert len(Edit("insert", Span(7, 7), Span(7, 20)).a) == 0


def test_an_unknown_operation_is_refused_when_read() -> None:
    row = b'{"op":"move","a":{"start":0,"end":1},"b":{"start":0,"end":1}}'
    with pytest.raises(msgspec.ValidationError, match="op"):
        msgspec.json.decode(row, type=Edit)


@steady
@given(STRATEGIES[Place])
def test_places_survive_both_formats(place: Place) -> None:
    assert survives_both_formats(place)


@steady
@given(STRATEGIES[Edit])
def test_edits_survive_both_formats(edit: Edit) -> None:
    assert survives_both_formats(edit)


@steady
@given(STRATEGIES[Reuse])
def test_reuses_survive_both_formats(reuse: Reuse) -> None:
    assert survives_both_formats(reuse)
