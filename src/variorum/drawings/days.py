"""Days of a timeline in words."""

from typing import Final

from variorum.record.when import When, first_day, last_day

_A_MONTH: Final = len("2031-03")


def day_and_month(when: str | None) -> str:
    """The first line beside a lane: "4 Mar", "March", "No day"."""
    if when is None:
        return "No day"
    first = first_day(when)
    return f"{first:%B}" if len(when) == _A_MONTH else f"{first.day} {first:%b}"


def weekday_and_year(when: str | None) -> str:
    """The second line beside a lane: "Tue 2031", "2031", "told"."""
    if when is None:
        return "is told"
    first = first_day(when)
    return f"{first.year}" if len(when) == _A_MONTH else f"{first:%a} {first.year}"


def span_of_days(first: str, last: str) -> str:
    """Two ends of a timeline: "4 March 2031 to April 2031"."""
    return f"{_long(first)} to {_long(last)}" if first != last else _long(first)


def _long(when: str) -> str:
    first = first_day(when)
    return f"{first:%B %Y}" if len(when) == _A_MONTH else f"{first.day} {first:%B %Y}"


def gap_between(before: str | None, when: str | None) -> str:
    """What is left out between two lanes: "5 days later"; empty if nothing is.

    A day of a month of which events are told without their day leaves nothing out.
    """
    if before is None or when is None or when.startswith(before):
        return ""
    between = (first_day(when) - last_day(before)).days
    if between < 2:
        return ""
    if between < 60:
        return f"{between} days later"
    if between < 730:
        return f"{round(between / 30.4)} months later"
    return f"{round(between / 365.25)} years later"


def short_span(when: When | None) -> str:
    """The days that an event may cover, if they are several: "4–9 Mar"; not a whole month."""
    if when is None or when.grain in ("month", "year"):
        return ""
    first, last = when.days
    if first == last:
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b}"
    return f"{first.day} {first:%b} – {last.day} {last:%b}"
