"""Moments at which records were drawn, written so that their order is that of their letters."""

from datetime import UTC, datetime, timedelta
from typing import Final

FORM: Final = "2031-03-04T09:40:00.000Z"
"""What a moment looks like: ISO 8601, in UTC, to the millisecond."""


def moment(time: datetime) -> str:
    """A time as a moment; one without a zone is of this machine's.

    Raises `ValueError`, `OverflowError` or `OSError` for what lies outside the calendar.
    """
    told = time.astimezone(UTC).replace(tzinfo=None)
    return f"{told.isoformat(timespec='milliseconds')}Z"


def time_of(told: str) -> datetime:
    """The time of a moment. Raises `ValueError` for what is none."""
    return datetime.fromisoformat(told)


def following(told: str, last: str) -> str:
    """A moment, or the next one after `last` if it is not later: clocks are put back."""
    if told > last:
        return told
    return moment(time_of(last) + timedelta(milliseconds=1))
