"""Hypothesis strategies for every noun of the record, and the round trip that each must survive."""

import string
from datetime import datetime, timedelta, timezone
from typing import Any, get_args

import msgspec
from hypothesis import settings
from hypothesis import strategies as st

from variorum.record.article import ROLES, Agency, Article, Block
from variorum.record.day_reference import DayReference, Tense
from variorum.record.failure import Failure, FailureCode
from variorum.record.lineage import (
    Derivation,
    Direction,
    Dispatch,
    DispatchState,
    Lineage,
    Pair,
    PairRelation,
)
from variorum.record.maker import Maker
from variorum.record.period import Period, Unit
from variorum.record.reuse import Edit, EditKind, EditOperation, Place, Reuse
from variorum.record.span import Span
from variorum.record.step import Direction as StepDirection
from variorum.record.step import Step, StepKind
from variorum.record.time_expression import Modifier, TimeExpression, TimeType
from variorum.record.when import Basis, When, day, days, moment

steady = settings(deadline=None, derandomize=True, max_examples=60)
"""The same examples on every run, however slow the machine."""

words = st.text(max_size=12)
ids = st.text(alphabet=string.hexdigits.lower(), min_size=1, max_size=12)
shares = st.floats(0, 1)
bases = st.sampled_from(get_args(Basis))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 10_000))
    return Span(start, start + draw(st.integers(0, 500)))


@st.composite
def places(draw: st.DrawFn) -> Place:
    start = draw(st.integers(0, 10_000))
    return Place(draw(ids), start, start + draw(st.integers(1, 500)))


calendar_days = st.dates(datetime(1990, 1, 1).date(), datetime(2099, 12, 31).date())
zones = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))


@st.composite
def moments(draw: st.DrawFn) -> When:
    first, last = datetime(1990, 1, 2), datetime(2099, 12, 30)
    value = draw(st.datetimes(first, last)).replace(microsecond=0, tzinfo=draw(zones))
    return moment(value, draw(st.sampled_from(["minute", "second"])), draw(bases))


@st.composite
def months(draw: st.DrawFn) -> When:
    text = f"{draw(calendar_days):%Y-%m}"
    return When(text, text, "month", draw(bases))


@st.composite
def day_ranges(draw: st.DrawFn) -> When:
    return days(*sorted([draw(calendar_days), draw(calendar_days)]), draw(bases))


whens = st.one_of(st.builds(day, calendar_days, bases), day_ranges(), moments(), months())
agencies = st.builds(Agency, words, st.sampled_from(["origin", "contributor"]))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(min_size=4, max_size=40))
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    blocks = tuple(
        Block(start, end, draw(st.sampled_from(ROLES)))
        for start, end in zip(ends[::2], ends[1::2], strict=False)
    )
    return Article(
        id=draw(ids),
        source=draw(words),
        sha256=draw(ids),
        text=text,
        title=draw(st.none() | words),
        outlet=draw(st.none() | words),
        authors=tuple(draw(st.lists(words, max_size=3))),
        agencies=tuple(draw(st.lists(agencies, max_size=2))),
        published=draw(st.none() | whens),
        language=draw(st.sampled_from([None, "en", "ru"])),
        blocks=blocks,
        updated=draw(st.none() | whens),
    )


tuples_of_ids = st.lists(ids, max_size=3).map(tuple)
reasons = st.lists(words, max_size=3).map(tuple)
states = st.builds(DispatchState, ids, st.none() | whens, tuples_of_ids)
edits = st.builds(
    Edit,
    st.sampled_from(get_args(EditOperation)),
    spans(),
    spans(),
    st.sampled_from(get_args(EditKind)),
)

steps = st.builds(
    Step,
    st.sampled_from(get_args(StepKind)),
    st.integers(-400, 1231),
    st.sampled_from(get_args(Unit)),
    st.sampled_from(get_args(StepDirection)),
    st.sampled_from(["", "SP", "MO", "22:00", "22:00:05", "start", "earlier", "easter"]),
    st.sampled_from(["", "Z", "-05:00"]),
)
many_steps = st.lists(steps, max_size=3).map(tuple)
time_expressions = st.builds(
    TimeExpression,
    st.integers(0, 99),
    st.integers(100, 200),
    st.sampled_from(get_args(TimeType)),
    st.none() | whens,
    st.sampled_from(["2025", "P3Y", "XXXX-WXX-5", "PAST_REF"]),
    many_steps,
    st.sampled_from(get_args(Modifier)),
)

STRATEGIES: dict[type, st.SearchStrategy[Any]] = {
    Span: spans(),
    When: whens,
    Agency: agencies,
    Article: articles(),
    DayReference: st.builds(
        DayReference,
        st.integers(0, 99),
        st.integers(100, 200),
        st.sampled_from(get_args(Tense)),
        reasons,
        weekday=st.none() | st.integers(0, 6),
        year=st.none() | st.integers(1990, 2099),
    ),
    Failure: st.builds(Failure, words, words, st.sampled_from(get_args(FailureCode)), words, words),
    Period: st.builds(Period, st.sampled_from(["year", "month", "week", "day"]), calendar_days),
    Step: steps,
    TimeExpression: time_expressions,
    Pair: st.builds(
        Pair,
        ids,
        ids,
        st.sampled_from(get_args(PairRelation)),
        st.sampled_from(get_args(Direction)),
        st.none() | words,
        shares,
        shares,
        shares,
        reasons,
    ),
    Lineage: st.builds(
        Lineage, ids, ids, st.sampled_from(get_args(Derivation)), shares, shares, reasons
    ),
    DispatchState: states,
    Dispatch: st.builds(
        Dispatch,
        ids,
        st.none() | words,
        tuples_of_ids,
        st.none() | whens,
        st.lists(states, max_size=2).map(tuple),
    ),
    Maker: st.builds(Maker, words, st.integers(1, 99), st.none() | ids),
    Place: places(),
    Edit: edits,
    Reuse: st.builds(
        Reuse, ids, places(), places(), shares, st.lists(edits, max_size=3).map(tuple)
    ),
}


def survives_both_formats(value: object) -> bool:
    """Whether a noun comes back equal from JSON and from MessagePack."""
    return all(
        codec.decode(codec.encode(value), type=type(value)) == value
        for codec in (msgspec.json, msgspec.msgpack)
    )


def some_moment(text: str) -> When:
    """The moment that an ISO 8601 text states."""
    return moment(datetime.fromisoformat(text), "minute", "stated")
