"""A reading and its parts come back from the store and the export as they were."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.nouns import (
    ids,
    places,
    shares,
    spans,
    steady,
    survives_both_formats,
    whens,
    words,
)
from variorum.record.errors import SpanError
from variorum.record.reading import (
    Entity,
    EntityKind,
    Mention,
    Quotation,
    QuotationMode,
    Reading,
)
from variorum.record.step import Step
from variorum.record.time_expression import Modifier, TimeExpression, TimeType

kinds = st.sampled_from(get_args(EntityKind))
some_words = st.lists(words, max_size=2).map(tuple)
some_spans = st.lists(spans(), max_size=2).map(tuple)
entities = st.builds(Entity, ids, words, kinds, some_words, some_words, shares, some_words, words)


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    place = draw(places())
    return Mention(place.start, place.end, draw(st.none() | ids), draw(kinds))


@st.composite
def times(draw: st.DrawFn) -> TimeExpression:
    place = draw(places())
    return TimeExpression(
        place.start,
        place.end,
        draw(st.sampled_from(get_args(TimeType))),
        draw(st.none() | whens),
        draw(words),
        draw(st.sampled_from([(), (Step("unit", -1, "day"),)])),
        draw(st.sampled_from(get_args(Modifier))),
    )


quotations = st.builds(
    Quotation,
    ids,
    st.sampled_from(get_args(QuotationMode)),
    some_spans,
    some_spans,
    some_spans,
    st.none() | ids,
    st.none() | words,
    st.none() | words,
    st.none() | words,
    st.none() | whens,
    shares,
    st.none() | spans(),
)
readings = st.builds(
    Reading,
    ids,
    some_spans,
    st.lists(entities, max_size=2).map(tuple),
    st.lists(mentions(), max_size=2).map(tuple),
    st.lists(times(), max_size=2).map(tuple),
    st.lists(quotations, max_size=2).map(tuple),
    st.binary(max_size=8),
    st.integers(0, 4),
    words,
)


@steady
@given(entities | mentions() | quotations | readings)
def test_survives_both_formats(noun: Any) -> None:
    assert survives_both_formats(noun)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_mention_of_no_words_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        Mention(start, end, None, "person")
