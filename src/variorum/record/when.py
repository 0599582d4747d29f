"""Times as intervals: the earliest and the latest moment that the evidence allows."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal

import msgspec

Grain = Literal["year", "month", "day", "minute", "second"]
Basis = Literal["stated", "url", "metadata", "inferred"]

ZONE_SLACK: Final = timedelta(hours=14)
"""A local time without a zone can lie this far from the same time in UTC, at most."""


_KNOWN: Final = 1 << 16
"""Times that are remembered once understood: a record has few, and asks for them over and over."""


class When(msgspec.Struct, frozen=True, gc=False):
    """A moment known to lie between `earliest` and `latest`, both included.

    Both are ISO 8601, cut at the grain: `2025-02-25` covers the whole day,
    `2025-02-25T11:22` the minute, `2025-02` the month. A time with an offset
    (`+03:00`, `Z`) is absolute; one without is local to an unknown zone. `grain`
    is the precision of the evidence; `basis` says where it stands: in the text
    (stated), in an address (url), in data given beside the text (metadata), or
    concluded from what is told (inferred).
    """

    earliest: str
    latest: str
    grain: Grain
    basis: Basis

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """The outermost moments in UTC, widened by what an unknown zone leaves open."""
        return _first_moment(self.earliest), _last_moment(self.latest)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last calendar day, as written (not converted to UTC)."""
        return first_day(self.earliest), last_day(self.latest)

    @property
    def written_end(self) -> datetime:
        """The last moment as written, without regard to zone: for ordering reports of one story."""
        return _naive_end(self.latest)

    def hours_until(self, other: "When") -> float:
        """Hours from the end of this to the end of `other`, negative if that is earlier.

        Two times are compared as written unless both name their offset.
        """
        if _is_absolute(self.latest) and _is_absolute(other.latest):
            between = _last_moment(other.latest) - _last_moment(self.latest)
        else:
            between = other.written_end - self.written_end
        return between.total_seconds() / 3600

    def surely_before(self, other: "When") -> bool:
        """True if every moment of this lies before every moment of `other`.

        Two local times without a zone, or two plain days, are compared as written:
        reports of one story rarely lie half the world apart, and a day that is
        stated to be the earlier one is.
        """
        if _is_absolute(self.latest) and _is_absolute(other.earliest):
            return _last_moment(self.latest) < _first_moment(other.earliest)
        return _naive_end(self.latest) < _naive_start(other.earliest)


def day(value: date, basis: Basis) -> When:
    """The interval of one calendar day."""
    return When(value.isoformat(), value.isoformat(), "day", basis)


def days(first: date, last: date, basis: Basis) -> When:
    """The interval from the start of one day to the end of another."""
    return When(first.isoformat(), last.isoformat(), "day", basis)


def moment(value: datetime, grain: Literal["minute", "second"], basis: Basis) -> When:
    """The interval of one minute or second; a zone in `value` is kept as an offset."""
    text = value.isoformat(timespec="minutes" if grain == "minute" else "seconds")
    return When(text, text, grain, basis)


def first_day(text: str) -> date:
    """The first calendar day that an ISO 8601 text of any grain covers."""
    return _naive_start(text).date()


def last_day(text: str) -> date:
    """The last calendar day that an ISO 8601 text of any grain covers."""
    return _naive_end(text).date()


def _is_absolute(text: str) -> bool:
    return "T" in text and datetime.fromisoformat(text).tzinfo is not None


@lru_cache(_KNOWN)
def _naive_start(text: str) -> datetime:
    """The first moment of an ISO text, without zone: `2025` is the start of that year."""
    if "T" in text:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    year, *rest = (int(part) for part in text.split("-"))
    month = rest[0] if rest else 1
    day_of_month = rest[1] if len(rest) > 1 else 1
    return datetime(year, month, day_of_month)


@lru_cache(_KNOWN)
def _naive_end(text: str) -> datetime:
    start = _naive_start(text)
    return start + _length(text, start) - timedelta(microseconds=1)


def _length(text: str, start: datetime) -> timedelta:
    if "T" in text:
        has_seconds = text.partition("T")[2].replace("+", "-").split("-")[0].count(":") >= 2
        return timedelta(seconds=1) if has_seconds else timedelta(minutes=1)
    parts = text.count("-")
    if parts == 2:
        return timedelta(days=1)
    if parts == 1:
        following = start.replace(day=28) + timedelta(days=4)
        return following.replace(day=1) - start
    return start.replace(year=start.year + 1) - start


def _first_moment(text: str) -> datetime:
    if _is_absolute(text):
        return datetime.fromisoformat(text).astimezone(UTC)
    return _naive_start(text).replace(tzinfo=UTC) - ZONE_SLACK


def _last_moment(text: str) -> datetime:
    if _is_absolute(text):
        start = datetime.fromisoformat(text).astimezone(UTC)
        return start + _length(text, start.replace(tzinfo=None)) - timedelta(microseconds=1)
    return _naive_end(text).replace(tzinfo=UTC) + ZONE_SLACK
