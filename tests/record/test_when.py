from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from variorum.record.when import ZONE_SLACK, When, day, days, first_day, last_day, moment

from .nouns import bases, calendar_days, moments, some_moment, steady, survives_both_formats, whens

FEBRUARY = When("2024-02", "2024-02", "month", "stated")
MICROSECOND = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("earliest", "latest", "first", "last"),
    [
        ("2025-02-25", "2025-02-25", date(2025, 2, 25), date(2025, 2, 25)),
        ("2025-02-24", "2025-02-26", date(2025, 2, 24), date(2025, 2, 26)),
        ("2024-02", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", "2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025", "2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-02-25T23:59", "2025-02-25T23:59", date(2025, 2, 25), date(2025, 2, 25)),
        ("2025-02-25T23:59:59", "2025-02-25T23:59:59", date(2025, 2, 25), date(2025, 2, 25)),
        # As written, although it is the 26th in UTC.
        ("2025-02-25T23:00-05:00", "2025-02-25T23:00-05:00", date(2025, 2, 25), date(2025, 2, 25)),
    ],
)
def test_days_are_those_that_the_text_covers(
    earliest: str, latest: str, first: date, last: date
) -> None:
    assert When(earliest, latest, "day", "stated").days == (first, last)
    assert (first_day(earliest), last_day(latest)) == (first, last)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2025-02-25T11:22+03:00", timedelta(minutes=1)),
        ("2025-02-25T11:22Z", timedelta(minutes=1)),
        ("2025-02-25T11:22:05+03:00", timedelta(seconds=1)),
        ("2025-02-25T11:22:05-03:00", timedelta(seconds=1)),
        ("2025-02-25T11:22-03:00", timedelta(minutes=1)),
    ],
)
def test_a_time_with_an_offset_is_as_long_as_its_grain(text: str, length: timedelta) -> None:
    earliest, latest = When(text, text, "minute", "stated").bounds
    assert latest - earliest == length - MICROSECOND
    assert earliest == datetime.fromisoformat(text)
    assert earliest.tzinfo is UTC


@pytest.mark.parametrize(
    ("when", "length"),
    [
        (day(date(2025, 2, 25), "stated"), timedelta(days=1)),
        (FEBRUARY, timedelta(days=29)),
        (When("2024", "2024", "year", "inferred"), timedelta(days=366)),
        (some_moment("2025-02-25T11:22"), timedelta(minutes=1)),
    ],
)
def test_an_unknown_zone_widens_the_bounds_on_both_sides(when: When, length: timedelta) -> None:
    earliest, latest = when.bounds
    assert latest - earliest == length - MICROSECOND + 2 * ZONE_SLACK


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        # Absolute times are compared in UTC, whatever the clocks show.
        ("2025-02-25T11:00+03:00", "2025-02-25T09:00+00:00", True),
        ("2025-02-25T11:00+03:00", "2025-02-25T08:00+00:00", False),
        ("2025-02-25T23:00-05:00", "2025-02-26T03:00+00:00", False),
        # Local times without a zone, and plain days, are compared as written.
        ("2025-02-25T11:00", "2025-02-25T11:01", True),
        ("2025-02-25T11:00", "2025-02-25T11:00", False),
        ("2025-02-25T11:00", "2025-02-25T11:00:30", False),
        ("2025-02-24", "2025-02-25", True),
        ("2025-02-25", "2025-02-25", False),
        ("2025-02-25T00:00", "2025-02-25", False),
        ("2025-02-24T23:59", "2025-02-25", True),
        ("2025-02", "2025-02-28", False),
        ("2025-01", "2025-02-01", True),
        ("2024", "2025-01", True),
        # One with a zone, one without: as written.
        ("2025-02-25T11:00+03:00", "2025-02-25T10:00", False),
        ("2025-02-24T11:00+03:00", "2025-02-25", True),
    ],
)
def test_surely_before(one: str, other: str, before: bool) -> None:
    first, second = (When(text, text, "minute", "stated") for text in (one, other))
    assert first.surely_before(second) is before
    assert not second.surely_before(first) or not before


def test_an_interval_is_before_another_only_with_all_its_moments() -> None:
    january = days(date(2025, 1, 1), date(2025, 1, 31), "inferred")
    assert january.surely_before(day(date(2025, 2, 1), "stated"))
    assert not january.surely_before(day(date(2025, 1, 31), "stated"))


def test_written_end_disregards_the_zone() -> None:
    assert some_moment("2025-02-25T23:00-05:00").written_end == datetime(
        2025, 2, 25, 23, 0, 59, 999999
    )


@pytest.mark.parametrize(
    ("one", "other", "hours"),
    [
        ("2025-02-25T08:00", "2025-02-25T11:30", 3.5),
        ("2025-02-25T11:30", "2025-02-25T08:00", -3.5),
        ("2025-02-25T08:00+03:00", "2025-02-25T08:00+00:00", 3.0),
    ],
)
def test_hours_from_one_moment_to_another(one: str, other: str, hours: float) -> None:
    assert some_moment(one).hours_until(some_moment(other)) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("grain", "text"),
    [("minute", "2025-02-25T11:22+03:00"), ("second", "2025-02-25T11:22:33+03:00")],
)
def test_a_moment_is_cut_at_its_grain_and_keeps_its_zone(grain: str, text: str) -> None:
    value = datetime(2025, 2, 25, 11, 22, 33, 444, tzinfo=timezone(timedelta(hours=3)))
    assert moment(value, grain, "url") == When(text, text, grain, "url")  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["grain", "basis"])
def test_an_unknown_grain_or_basis_is_refused_when_read(field: str) -> None:
    row = msgspec.to_builtins(FEBRUARY) | {field: "fortnight"}
    with pytest.raises(msgspec.ValidationError, match=field):
        msgspec.convert(row, When)


@steady
@given(whens)
def test_bounds_are_in_order_and_hold_the_days(when: When) -> None:
    earliest, latest = when.bounds
    first, last = when.days
    assert earliest < latest
    assert first <= last
    assert earliest.date() - timedelta(days=1) <= first
    assert last <= latest.date() + timedelta(days=1)


@steady
@given(whens, whens)
def test_of_two_times_at_most_one_is_before_the_other(one: When, other: When) -> None:
    assert not one.surely_before(one)
    assert not (one.surely_before(other) and other.surely_before(one))


@steady
@given(moments(), st.integers(-14 * 60, 14 * 60))
def test_an_absolute_moment_is_the_same_in_every_zone(when: When, minutes: int) -> None:
    value = datetime.fromisoformat(when.earliest)
    assume(value.tzinfo)
    moved = value.astimezone(timezone(timedelta(minutes=minutes)))
    assert moment(moved, "second", "stated").bounds[0] == when.bounds[0]


@steady
@given(calendar_days, bases)
def test_a_day_is_that_day(value: date, basis: str) -> None:
    when = day(value, basis)  # type: ignore[arg-type]
    assert when.days == (value, value)
    assert when == days(value, value, basis)  # type: ignore[arg-type]


@steady
@given(whens)
def test_times_survive_both_formats(when: When) -> None:
    assert survives_both_formats(when)
