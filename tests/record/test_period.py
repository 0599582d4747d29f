from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.record.period import Period, Unit, add_months, containing, shifted

from .nouns import STRATEGIES, calendar_days, steady, survives_both_formats

CALENDAR = [unit for unit in get_args(Unit) if unit not in ("part", "minute", "second")]
calendar_units = st.sampled_from(CALENDAR)


@pytest.mark.parametrize(
    ("unit", "value", "first", "last"),
    [
        ("century", "20", date(2000, 1, 1), date(2099, 12, 31)),
        ("decade", "202", date(2020, 1, 1), date(2029, 12, 31)),
        ("year", "2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("half", "2025-H1", date(2025, 1, 1), date(2025, 6, 30)),
        ("quarter", "2025-Q1", date(2025, 1, 1), date(2025, 3, 31)),
        ("season", "2024-WI", date(2024, 12, 1), date(2025, 2, 28)),
        ("month", "2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("week", "2025-W09", date(2025, 2, 24), date(2025, 3, 2)),
        ("weekend", "2025-W09-WE", date(2025, 3, 1), date(2025, 3, 2)),
        ("day", "2025-02-25", date(2025, 2, 25), date(2025, 2, 25)),
    ],
)
def test_the_period_that_holds_a_day(unit: Unit, value: str, first: date, last: date) -> None:
    period = containing(unit, date(2025, 2, 25))
    assert (period.value, period.first, period.last) == (value, first, last)
    assert period.when("stated").days == (first, last)


def test_clock_times_keep_their_zone() -> None:
    period = Period("minute", date(2025, 2, 25), "22:00", "-05:00")
    assert period.value == "2025-02-25T22:00"
    assert period.when("stated").earliest == "2025-02-25T22:00-05:00"
    assert Period("minute", date(2025, 2, 25), "22:00", "Z").value == "2025-02-25T22:00Z"


def test_a_night_ends_on_the_day_after() -> None:
    when = Period("part", date(2025, 2, 28), "NI").when("stated")
    assert (when.earliest, when.latest) == ("2025-02-28T18:00", "2025-03-01T05:59")


def test_a_month_on_from_its_last_day_is_the_last_day() -> None:
    assert add_months(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert add_months(date(2025, 3, 31), -13) == date(2024, 2, 29)


@steady
@given(calendar_units, calendar_days)
def test_a_period_holds_its_day_unless_it_is_a_weekend(unit: Unit, day: date) -> None:
    period = containing(unit, day)
    assert period.first <= day <= period.last or (unit == "weekend" and day < period.first)


@steady
@given(calendar_units, calendar_days, st.integers(-20, 20))
def test_there_and_back_is_the_same_period(unit: Unit, day: date, number: int) -> None:
    period = containing(unit, day if unit != "century" else day.replace(year=4000))
    assert shifted(shifted(period, number), -number) == period


@steady
@given(calendar_units, calendar_days)
def test_the_next_period_begins_later_and_has_another_value(unit: Unit, day: date) -> None:
    period = containing(unit, day)
    following = shifted(period, 1)
    assert following.first > period.last
    assert following.value != period.value


@steady
@given(STRATEGIES[Period])
def test_periods_survive_both_formats(period: Period) -> None:
    assert survives_both_formats(period)
