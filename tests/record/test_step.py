from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.record.period import Period, containing
from variorum.record.step import Direction, Step, follow, open_value

from .nouns import STRATEGIES, calendar_days, many_steps, steady, survives_both_formats

TUESDAY = Period("day", date(2025, 2, 25))


@pytest.mark.parametrize(
    ("direction", "tuesday", "friday"),
    [
        ("past", "2025-02-25", "2025-02-21"),
        ("before", "2025-02-18", "2025-02-21"),
        ("future", "2025-02-25", "2025-02-28"),
        ("after", "2025-03-04", "2025-02-28"),
        ("nearest", "2025-02-25", "2025-02-28"),
        ("within", "2025-02-25", "2025-02-28"),
    ],
)
def test_weekdays(direction: Direction, tuesday: str, friday: str) -> None:
    for number, value in ((1, tuesday), (4, friday)):
        period = follow([Step("weekday", number, direction=direction)], TUESDAY)
        assert period
        assert period.value == value


@pytest.mark.parametrize(
    ("step", "value"),
    [
        (Step("month", 2, direction="past"), "2025-02"),
        (Step("month", 2, direction="before"), "2024-02"),
        (Step("month", 3, direction="past"), "2024-03"),
        (Step("month", 3, direction="future"), "2025-03"),
        (Step("month", 3, direction="nearest"), "2025-03"),
        (Step("month", 12, direction="nearest"), "2024-12"),
        (Step("month_day", 229, direction="past"), "2024-02-29"),
        (Step("month_day", 229, direction="future"), "2028-02-29"),
        (Step("season", direction="before", detail="WI"), "2023-WI"),
        (Step("quarter", 4, direction="past"), "2024-Q4"),
        (Step("quarter", 4, direction="future"), "2024-Q4"),
        (Step("quarter", 2, direction="future"), "2025-Q2"),
        (Step("unit", -1, "weekend", direction="past"), "2025-W07-WE"),
        (Step("year", 1988), "1988-02-25"),
        (Step("holiday", direction="after", detail="christmas"), "2025-12-25"),
    ],
)
def test_steps_from_a_tuesday(step: Step, value: str) -> None:
    period = follow([step], TUESDAY)
    assert period
    assert period.value == value


@pytest.mark.parametrize(
    "step",
    [
        Step("unit", -99_999, "year"),
        Step("unit", 10**9, "day"),
        Step("day_of_month", 31),
        Step("month_day", 230),
        Step("span", -(10**7), "month"),
    ],
)
def test_what_is_no_day_is_none(step: Step) -> None:
    assert follow([step], TUESDAY) is None


def test_the_parts_of_a_month() -> None:
    february = containing("month", date(2025, 2, 1))
    spans = {
        edge: follow([Step("unit", 0, "month"), Step("edge", detail=edge)], TUESDAY)
        for edge in ("start", "mid", "end", "earlier", "later")
    }
    assert all(one and one.value == february.value for one in spans.values())
    days = {
        edge: (one.within[0].day, one.within[1].day)
        for edge, one in spans.items()
        if one and one.within
    }
    assert days == {
        "start": (1, 9), "mid": (10, 19), "end": (20, 28), "earlier": (1, 25), "later": (25, 28),
    }  # fmt: skip


@steady
@given(many_steps, calendar_days)
def test_any_steps_lead_somewhere_or_nowhere(steps: tuple[Step, ...], day: date) -> None:
    period = follow(steps, Period("day", day))
    assert period is None or period.first
    assert open_value(steps)


@steady
@given(st.integers(0, 6), calendar_days)
def test_past_and_future_weekdays_lie_within_a_week(number: int, day: date) -> None:
    anchor = Period("day", day)
    past = follow([Step("weekday", number, direction="past")], anchor)
    future = follow([Step("weekday", number, direction="future")], anchor)
    assert past
    assert future
    assert past.first.weekday() == future.first.weekday() == number
    assert (future.first - past.first).days in (0, 7)
    assert past.first <= day <= future.first


@steady
@given(STRATEGIES[Step])
def test_steps_survive_both_formats(step: Step) -> None:
    assert survives_both_formats(step)
