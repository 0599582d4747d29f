from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.record.holidays import HOLIDAYS, easter

from .nouns import steady

years = st.integers(1583, 9998)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", date(2024, 3, 31)),
        ("easter", date(2025, 4, 20)),
        ("good friday", date(2025, 4, 18)),
        ("ash wednesday", date(2025, 3, 5)),
        ("thanksgiving", date(2024, 11, 28)),
        ("labor day", date(2025, 9, 1)),
        ("memorial day", date(2025, 5, 26)),
        ("election day", date(2016, 11, 8)),
        ("martin luther king day", date(2025, 1, 20)),
        ("christmas", date(2025, 12, 25)),
    ],
)
def test_holidays(name: str, day: date) -> None:
    assert HOLIDAYS[name](day.year) == day


@steady
@given(years)
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@steady
@given(years, st.sampled_from(sorted(HOLIDAYS)))
def test_every_holiday_is_once_a_year(year: int, name: str) -> None:
    assert HOLIDAYS[name](year).year == year
    assert HOLIDAYS[name](year + 1) - HOLIDAYS[name](year) > timedelta(days=300)
