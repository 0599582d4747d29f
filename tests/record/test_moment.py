"""Moments are in order as their letters are, and one follows the other whatever the clock says."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from variorum.record.moment import following, moment, time_of

TIMES = st.datetimes(datetime(1000, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))


@given(TIMES, TIMES)
def test_later_is_later(one: datetime, other: datetime) -> None:
    assert (moment(one) <= moment(other)) == (time_of(moment(one)) <= time_of(moment(other)))
    assert abs((time_of(moment(one)) - one).total_seconds()) < 0.001


@given(TIMES, TIMES)
def test_what_follows_is_later(one: datetime, other: datetime) -> None:
    assert following(moment(one), moment(other)) > moment(other)
    assert following(moment(one), "") == moment(one)
