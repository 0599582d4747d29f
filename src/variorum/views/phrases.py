"""Days, counts and shares in few words, as pages and drawings print them."""

from datetime import UTC, date, timedelta

from variorum.record.moment import time_of
from variorum.record.when import When, first_day


def short_day(when: When | None) -> str:
    """A date in few characters; one that is inferred has a tilde."""
    if when is None:
        return "date unknown"
    first, last = when.days
    mark = "~ " if when.basis == "inferred" else ""
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first != last:
        whole = _whole_months(first, last)
        if whole:
            return mark + whole
    if first == last:
        clock = when.earliest.partition("T")[2][:5]
        return f"{mark}{first.day} {first:%b %Y}" + (f", {clock}" if clock else "")
    if (first.year, first.month) == (last.year, last.month):
        return f"{mark}{first.day}–{last.day} {last:%b %Y}"
    year = f" {first:%Y}" if first.year != last.year else ""
    return f"{mark}{first.day} {first:%b}{year} – {last.day} {last:%b %Y}"


def _whole_months(first: date, last: date) -> str:
    """A month or a year from its first day to its last; empty for other spans of months."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b %Y}"
    return f"{first.year}" if (first.year, first.month, last.month) == (last.year, 1, 12) else ""


def days_between(first: When, last: When) -> str:
    """From one date to another; the hours are told where both are of one day."""
    if first == last:
        return short_day(first)
    one, other = (short_day(when).partition(",")[0] for when in (first, last))
    return short_day(first) if one == other else f"{short_day(first)} to {short_day(last)}"


def plain_day(day: date) -> str:
    """A day that is known: "4 Mar 2031"."""
    return f"{day.day} {day:%b %Y}"


def moment(when: str) -> str:
    """A point in time of the record's own: "4 Mar 2031, 09:40:12 UTC".

    Who reads a page may have another clock than the machine that made it.
    """
    at = time_of(when).astimezone(UTC)
    return f"{at.day} {at:%b %Y, %H:%M:%S} UTC"


def came(moment: str) -> str:
    """When articles came, by the clock of this machine, for a terminal: "4 Mar 2031, 09:40:12"."""
    if not moment:
        return "an earlier time"
    time = time_of(moment).astimezone()
    return f"{time.day} {time:%b %Y, %H:%M:%S}"


def lane_day(when: str | None) -> str:
    """A day or month of the timeline: "Tuesday, 4 March 2031", "March 2031"."""
    if when is None:
        return "No day told"
    first = first_day(when)
    is_month = len(when) == len("2031-03")
    return f"{first:%B %Y}" if is_month else f"{first:%A}, {first.day} {first:%B %Y}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 source", "2 sources"."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def percent(share: float) -> str:
    """A share from 0 to 1 in hundredths."""
    return f"{share:.0%}"
