import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.record.errors import SpanError
from variorum.record.span import Span, check_fits

from .nouns import STRATEGIES, steady, survives_both_formats

TEXT = "Привет, мир: 🕊️ talks"


@pytest.mark.parametrize(("start", "end"), [(5, 4), (-1, 3), (-2, -1)])
def test_a_span_that_is_no_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        Span(start, end)


def test_a_span_that_is_no_range_is_refused_when_read() -> None:
    with pytest.raises(SpanError):
        msgspec.json.decode(b'{"start":5,"end":4}', type=Span)


def test_a_span_counts_code_points() -> None:
    assert Span(13, 14).of(TEXT) == "🕊"
    assert Span(8, 11).of(TEXT) == "мир"


def test_a_span_may_reach_the_end_but_not_past_it() -> None:
    assert Span(0, len(TEXT)).of(TEXT) == TEXT
    with pytest.raises(SpanError, match=str(len(TEXT))):
        Span(0, len(TEXT) + 1).of(TEXT)
    with pytest.raises(SpanError):
        check_fits(Span(len(TEXT) + 1, len(TEXT) + 1), TEXT)


def test_an_empty_span_is_a_place() -> None:
    assert Span(3, 3).of(TEXT) == ""
    assert len(Span(3, 3)) == 0


@steady
@given(st.text(), st.data())
def test_a_span_is_a_slice_of_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert text[:start] + span.of(text) + text[span.end :] == text
    assert len(span) == len(span.of(text))


@steady
@given(STRATEGIES[Span])
def test_spans_survive_both_formats(span: Span) -> None:
    assert survives_both_formats(span)


@steady
@given(STRATEGIES[Span], STRATEGIES[Span])
def test_spans_meet_if_they_share_a_character(one: Span, other: Span) -> None:
    if len(one) and len(other):
        shared = range(max(one.start, other.start), min(one.end, other.end))
        assert one.meets(other) == other.meets(one) == bool(shared)


def test_an_empty_span_meets_what_stands_around_it() -> None:
    assert Span(2, 2).meets(Span(1, 3))
    assert not Span(2, 2).meets(Span(2, 3))
