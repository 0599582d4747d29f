"""Calendar dates as pages state them: in a line of text, in an address, in metadata."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

import msgspec

from variorum.ingest.calendars import month_number
from variorum.record.when import Basis, When, day, days, moment

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""News pages carry dates in this range; other numbers of four digits are no years."""

ZONES: Final = {
    "z": 0, "utc": 0, "gmt": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "et": -240, "edt": -240, "est": -300, "ct": -300, "cdt": -300, "cst": -360,
    "mt": -360, "mdt": -360, "mst": -420, "pt": -420, "pdt": -420, "pst": -480, "jst": 540,
    "sgt": 480, "hkt": 480, "aest": 600, "aedt": 660,
}  # fmt: skip
"""Minutes east of UTC of the zone names that newspapers print. Names that several zones
share (IST, CST outside America) are left out; ET and its like are taken as summer time."""

_ZONE: Final = r"(?:\s*\(?(?P<zone>Z|[A-Za-z]{2,4}|(?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{0,2})\b\)?)?"
_TIME: Final = (
    r"(?P<hour>[012]?\d)(?:[:.h](?P<minute>[0-5]\d))(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?" + _ZONE
)
_CLOCK: Final = re.compile(_TIME, re.IGNORECASE)
_ISO: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"
)
_NUMERIC: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_CJK: Final = re.compile(
    r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})"
)
_MONTH_FIRST: Final = re.compile(
    r"(?<![^\W\d_])(?P<month>[^\W\d_]{3,12})\.?\s*(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
    r"(?:\s*,\s*|\s+)(?P<year>\d{4})(?!\d)"
)
_DAY_FIRST: Final = re.compile(
    r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|er|º)?[\s-]*(?:de\s+|of\s+)?"
    r"(?P<month>[^\W\d_]{3,12})\.?(?:\s*,\s*|[\s-]+)(?:de[l]?\s+)?(?P<year>\d{4})(?!\d)"
)
_TIME_REACH: Final = 26
"""A clock time belongs to a date if at most this many characters stand between them."""

_URL_DAY: Final = (
    re.compile(r"[/_-](?P<year>20\d\d|199\d)[/_-](?P<month>[01]?\d)[/_-](?P<day>[0-3]?\d)(?=\D|$)"),
    re.compile(r"[/_-](?P<year>20\d\d|199\d)[/-]?(?P<month>[01]\d)[/-]?(?P<day>[0-3]\d)(?=\D|$)"),
    re.compile(r"/(?P<year>20\d\d|199\d)/(?P<month>[a-z]{3})/(?P<day>[0-3]?\d)(?=\D|$)"),
)


class FoundDate(msgspec.Struct, frozen=True):
    """A date expression at characters `start` to `end` of the text that was searched."""

    start: int
    end: int
    when: When


def find_dates(text: str, language: str | None, hint: date | None = None) -> list[FoundDate]:
    """Full calendar dates (with year) in a short text, each with its clock time if one stands by.

    `hint` is a day near which the date must lie (say, of retrieval); it decides
    between day/month and month/day where both are possible.
    """
    found: list[FoundDate] = []
    for start, end, value in sorted(_calendar_days(text, language, hint), key=_place):
        if not found or start >= found[-1].end:
            found.append(FoundDate(start, end, day(value, "stated")))
    return [_with_time(text, item, found) for item in found]


def _place(item: tuple[int, int, date]) -> tuple[int, int]:
    return item[0], -item[1]


def _calendar_days(
    text: str, language: str | None, hint: date | None
) -> Iterable[tuple[int, int, date]]:
    for pattern in (_ISO, _CJK, _MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(text):
            month = _month(match["month"], language)
            value = _valid(match["year"], month, match["day"])
            if value:
                yield *match.span(), value
    for match in _NUMERIC.finditer(text):
        value = _numeric(match, hint)
        if value:
            yield *match.span(), value


def _month(text: str, language: str | None) -> int | None:
    return int(text) if text.isdigit() else month_number(text, language)


def _valid(year: str | int, month: int | None, day_of_month: str | int) -> date | None:
    if not month or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), month, int(day_of_month))
    except ValueError:
        return None


def _numeric(match: re.Match[str], hint: date | None) -> date | None:
    """13/7/2018 or 7/13/2018; dots mean day first; what stays open is settled by `hint`."""
    first, mark, second, year = match.groups()
    day_first = _valid(year, int(second), first)
    month_first = None if mark == "." else _valid(year, int(first), second)
    if day_first and month_first and day_first != month_first:
        if hint is None:
            return None
        return min(day_first, month_first, key=lambda value: abs(value - hint))
    return day_first or month_first


def _with_time(text: str, item: FoundDate, found: list[FoundDate]) -> FoundDate:
    value = date.fromisoformat(item.when.earliest)
    best: tuple[int, re.Match[str]] | None = None
    for match in _CLOCK.finditer(text):
        gap = match.start() - item.end if match.start() >= item.end else item.start - match.end()
        overlaps = match.start() < item.end and match.end() > item.start
        if overlaps or gap > _TIME_REACH or _other_between(match, item, found):
            continue
        if best is None or gap < best[0]:
            best = gap, match
    clock = _clock(value, best[1]) if best else None
    if best is None or clock is None:
        return item
    start, end = min(item.start, best[1].start()), max(item.end, best[1].end())
    return FoundDate(start, end, clock)


def _other_between(match: re.Match[str], item: FoundDate, found: list[FoundDate]) -> bool:
    low, high = sorted((match.start(), item.start))
    return any(low < other.start < high for other in found if other is not item)


def _clock(value: date, match: re.Match[str]) -> When | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    half = (match["half"] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if hour > 23:
        return None
    zone = _zone(match["zone"])
    second = int(match["second"] or 0)
    stamp = datetime(value.year, value.month, value.day, hour, minute, second, tzinfo=zone)
    return moment(stamp, "second" if match["second"] else "minute", "stated")


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    name = text.strip().lower()
    if name in ZONES:
        return timezone(timedelta(minutes=ZONES[name]))
    match = re.fullmatch(r"(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d{2})?", name)
    if not match or int(match[2]) > 14:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))


def date_in_address(address: str) -> When | None:
    """The day in a URL's path (`/2025/02/23/`, `/202502/14/`, `/2018/jul/15/`), or None."""
    path = address.partition("://")[2].partition("/")[2].partition("?")[0]
    for pattern in _URL_DAY:
        for match in pattern.finditer("/" + path.lower()):
            value = _valid(match["year"], _month(match["month"], "en"), match["day"])
            if value:
                return day(value, "url")
    return None


def read_stamp(value: object, basis: Basis = "metadata") -> When | None:
    """A date or time given as data: ISO 8601, RFC 2822, a Unix time, or a date in words."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _unix_time(value, basis)
    text = str(value).strip()
    if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{13}", text):
        return _unix_time(float(text), basis)
    return _iso_stamp(text, basis) or _mail_stamp(text, basis) or _worded(text, basis)


def _unix_time(value: float, basis: Basis) -> When | None:
    seconds = value / 1000 if value > 1e11 else value
    if not 6e8 < seconds < 4.1e9:
        return None
    return moment(datetime.fromtimestamp(int(seconds), UTC), "second", basis)


def _iso_stamp(text: str, basis: Basis) -> When | None:
    if re.fullmatch(r"\d{4}-\d{2}", text):
        first = _valid(text[:4], int(text[5:]), 1)
        return When(text, text, "month", basis) if first else None
    try:
        stamp = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not FIRST_YEAR <= stamp.year <= LAST_YEAR:
        return None
    if len(text) <= 10 or (stamp.tzinfo is None and stamp.time() == datetime.min.time()):
        return day(stamp.date(), basis)
    return moment(stamp.replace(microsecond=0), "second", basis)


def _mail_stamp(text: str, basis: Basis) -> When | None:
    try:
        stamp = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return moment(stamp, "second", basis) if FIRST_YEAR <= stamp.year <= LAST_YEAR else None


def _worded(text: str, basis: Basis) -> When | None:
    found = find_dates(text[:200], None)
    return msgspec.structs.replace(found[0].when, basis=basis) if found else None


def span_of_days(found: Iterable[When], basis: Basis) -> When:
    """One interval from the first day to the last of several."""
    listed = [when.days for when in found]
    return days(min(first for first, _ in listed), max(last for _, last in listed), basis)
