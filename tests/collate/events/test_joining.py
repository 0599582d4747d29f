"""Which mentions of many articles are one event."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.record.when import days

from .tellers import (
    AUNE,
    BRANDT,
    CORVO,
    DAHL,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    Told,
    article,
    by_article,
    events,
    told,
)


def test_other_words_for_one_call_are_one_event() -> None:
    found = events(
        article("a", told("phone call", AUNE, BRANDT, on=TUESDAY)),
        article("b", told("phone conversation", AUNE, BRANDT, on=TUESDAY)),
        article("c", told("discussion", AUNE, BRANDT, on=TUESDAY)),
    )
    assert by_article(found) == [["a", "b", "c"]]
    (call,) = found
    assert call.label in ("phone call", "phone conversation")
    assert {one.name for one in call.participants} == {AUNE, BRANDT}
    assert call.when is not None
    assert call.when.earliest == TUESDAY.isoformat()
    assert call.reasons


def test_two_calls_on_one_day_between_different_people_stay_two() -> None:
    found = events(
        article("a", told("call", AUNE, BRANDT, on=TUESDAY)),
        article("b", told("call", AUNE, CORVO, on=TUESDAY)),
    )
    assert by_article(found) == [["a"], ["b"]]


def test_two_calls_of_the_same_on_two_days_stay_two() -> None:
    found = events(
        article("a", told("call", AUNE, BRANDT, on=MONDAY)),
        article("b", told("call", AUNE, BRANDT, on=WEDNESDAY)),
    )
    assert by_article(found) == [["a"], ["b"]]


def test_a_meeting_on_the_day_of_a_summit_is_the_summit_and_a_call_is_not() -> None:
    summit = told("summit", AUNE, BRANDT, on=MONDAY)
    assert len(article("a", summit, told("meeting", on=MONDAY))) == 1
    assert len(article("a", summit, told("call", on=MONDAY))) == 2


def test_also_in_one_article() -> None:
    found = events(
        article(
            "a",
            told("call", AUNE, BRANDT, on=MONDAY),
            told("call", AUNE, BRANDT, on=WEDNESDAY),
            told("call", AUNE, CORVO, on=MONDAY),
            told("call"),
        )
    )
    assert sorted(len(one.mentions) for one in found) == [1, 1, 2]


def test_a_meeting_is_no_call() -> None:
    found = events(
        article("a", told("phone call", AUNE, BRANDT, on=TUESDAY)),
        article("b", told("summit", AUNE, BRANDT, on=TUESDAY)),
    )
    assert len(found) == 2


def test_a_hub_without_time_and_with_one_party_welds_nothing() -> None:
    found = events(
        article("a", told("talks", AUNE, BRANDT, on=MONDAY)),
        article("b", told("talks", AUNE, CORVO, on=WEDNESDAY)),
        article("c", told("talks", AUNE)),
        article("d", told("talks", AUNE)),
    )
    apart = {tuple(one) for one in by_article(found)}
    assert not any({"a", "b"} <= set(one) for one in apart)


def test_a_day_narrows_a_week() -> None:
    found = events(
        article("a", told("summit", AUNE, BRANDT, on=TUESDAY, place="Oslo")),
        article("b", told("meeting", AUNE, BRANDT, on=days(MONDAY, WEDNESDAY, "inferred"))),
    )
    assert by_article(found) == [["a", "b"]]
    assert found[0].place == "Oslo"
    assert found[0].when is not None
    assert found[0].when.earliest == TUESDAY.isoformat()


@pytest.mark.parametrize(("sure", "possible"), [("Oslo", "Turku"), ("Turku", "Oslo")])
def test_a_place_that_is_certain_goes_before_one_that_may_be(sure: str, possible: str) -> None:
    with_three = (AUNE, BRANDT, CORVO)
    plan = told("summit", *with_three, on=TUESDAY, status="planned", place=sure)
    may = told("summit", *with_three, on=TUESDAY, status="hypothetical", place=possible)
    (summit,) = events(article("a", plan), article("b", may))
    assert summit.place == sure


def test_a_plan_becomes_a_fact_when_later_reports_say_so() -> None:
    plan = told("meet", AUNE, BRANDT, on=TUESDAY, status="planned")
    fact = told("met", AUNE, BRANDT, on=TUESDAY, label="meet")
    found = events(article("b", fact, published=WEDNESDAY), article("a", plan, published=MONDAY))
    (meeting,) = found
    assert [one.status for one in meeting.status_history] == ["planned", "happened"]
    assert meeting.status == "happened"


def test_what_is_called_off_is_cancelled() -> None:
    plan = told("summit", AUNE, BRANDT, on=WEDNESDAY, status="planned")
    off = told("summit", AUNE, BRANDT, on=WEDNESDAY, status="cancelled")
    (summit,) = events(article("a", plan, published=MONDAY), article("b", off, published=TUESDAY))
    assert summit.status == "cancelled"
    assert [one.status for one in summit.status_history] == ["planned", "cancelled"]


def test_what_nobody_tells_more_of_is_left_out() -> None:
    poor = article("a", told("crisis"))
    rich = article("b", told("call", AUNE, BRANDT, on=TUESDAY))
    assert by_article(events(poor, rich, everything=False)) == [["b"]]


KINDS = ("call", "phone call", "meeting", "summit", "visit", "strike", "talks")
mentions = st.builds(
    told,
    st.sampled_from(KINDS),
    on=st.sampled_from([None, MONDAY, TUESDAY, WEDNESDAY]),
    place=st.sampled_from([None, "Oslo", "Bergen"]),
    status=st.sampled_from(["happened", "planned", "cancelled"]),
)


@st.composite
def tellings(draw: st.DrawFn) -> list[tuple[list[Told], int]]:
    """For each article its mentions, and how many days after Wednesday it was published."""
    heap = []
    for _ in range(draw(st.integers(1, 5))):
        some = []
        for words, _, when, place, status, label, weekday in draw(
            st.lists(mentions, min_size=1, max_size=3)
        ):
            who = tuple(
                sorted(draw(st.sets(st.sampled_from([AUNE, BRANDT, CORVO, DAHL]), max_size=2)))
            )
            some.append((words, who, when, place, status, label, weekday))
        heap.append((some, draw(st.integers(0, 2))))
    return heap


@examples(max_examples=60, derandomize=True)
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(heap, random) -> None:  # type: ignore[no-untyped-def]
    rows = [
        row
        for number, (some, later) in enumerate(heap)
        for row in article(f"t{number}", *some, published=WEDNESDAY + timedelta(days=later))
    ]
    before = events(rows)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert events(shuffled) == before
    told_of = [(m.article, m.start) for event in before for m in event.mentions]
    assert len(told_of) == len(set(told_of)) == sum(len(row.mentions) for row in rows)


@examples(max_examples=40, derandomize=True)
@given(tellings())
def test_events_hold_no_two_days_apart(heap) -> None:  # type: ignore[no-untyped-def]
    rows = [article(f"t{number}", *some) for number, (some, _) in enumerate(heap)]
    for event in events(*rows):
        told_days = {
            mention.when.earliest
            for row in (one for some in rows for one in some)
            for mention in row.mentions
            if mention.when
            and any((m.article, m.start) == (row.article, mention.start) for m in event.mentions)
        }
        assert not {MONDAY.isoformat(), WEDNESDAY.isoformat()} <= told_days
