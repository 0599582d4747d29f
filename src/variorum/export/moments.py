"""When an article was published, as standards write it that have no word for an interval."""

from datetime import datetime

from variorum.record.when import When


def day_or_moment(when: When | None) -> str | None:
    """A day (`2031-03-04`) or a moment with its seconds (`2031-03-04T09:40:00+01:00`).

    As XML Schema, and schema.org after it, write dates; a moment that is known to the minute is
    that minute's first second. None for what is not known to the day, or is an interval.
    """
    if when is None or when.earliest != when.latest or when.grain in ("year", "month"):
        return None
    if "T" not in when.earliest:
        return when.earliest
    return datetime.fromisoformat(when.earliest).isoformat(timespec="seconds")


def zoned_moment(when: When | None) -> str | None:
    """A moment with its seconds and offset, as RFC 3339 writes them; None if one is not known."""
    told = day_or_moment(when)
    is_zoned = told and "T" in told and datetime.fromisoformat(told).tzinfo
    return told if is_zoned else None
