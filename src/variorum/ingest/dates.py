"""Calendar dates as pages state them: in a line of text, in an address, in metadata."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final, Literal, NamedTuple

import msgspec

from variorum.ingest.calendars import month_number
from variorum.record.when import Basis, When, day, days, moment

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""News pages carry dates in this range; other numbers of four digits are no years."""

ZONES: Final = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180,
    "MSK": 180, "ET": -240, "EDT": -240, "EST": -300, "CT": -300, "CDT": -300, "CST": -360,
    "MT": -360, "MDT": -360, "MST": -420, "PT": -420, "PDT": -420, "PST": -480, "JST": 540,
    "SGT": 480, "HKT": 480, "AEST": 600, "AEDT": 660,
}  # fmt: skip
"""Minutes east of UTC of the zone names that newspapers print. Names that several zones
share (IST, CST outside America) are left out; ET and its like are taken as summer time.
They count in capitals only: "et" is a French word."""

_ZONE: Final = (
    r"(?:\s*\(?(?P<zone>(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?|Z|(?-i:[A-Z]{2,4}))\b\)?)?"
)
_TIME: Final = (
    r"(?P<hour>[012]?\d)(?:[:.h](?P<minute>[0-5]\d))(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?" + _ZONE
)
_CLOCK: Final = re.compile(_TIME, re.IGNORECASE)
_ISO: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})[-/.]\s?(?P<month>\d{1,2})[-/.]\s?(?P<day>\d{1,2})(?!\d)"
)
_NUMERIC: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)")
_DAY_FIRST_BEFORE: Final = re.compile(
    r"\b(?:publi(?:cad[oa]|é|ée|cat)|pubblicat[oa]|aktualisiert|veröffentlicht|actuali[sz]ad[oa]|"
    r"atuali[sz]ad[oa]|mis(?:e)? à jour|modifié|aggiornat[oa]|geplaatst|gepubliceerd|bijgewerkt|"
    r"publicerad|publisert|oppdatert|uppdaterad|udgivet|opdateret|julkaistu|opublikowano|dodano|"
    r"zveřejněno|objavljeno|publikováno|közzétéve|yayınlan\w+|güncelle\w+|ngày|опубликован\w+|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|lunedì|martedì|"
    r"mercoledì|giovedì|venerdì|sabato|domenica|montag|dienstag|mittwoch|donnerstag|freitag|samstag|"
    r"sonntag)\b[^\d\n]{0,8}$",
    re.IGNORECASE,
)
"""Words before a date of languages in which the day comes before the month."""

_WEEKDAY_BEFORE: Final = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b\W{0,3}$", re.IGNORECASE
)

_CJK: Final = re.compile(
    r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})"
)
_VIETNAMESE: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:,|\s+năm)\s+(?P<year>\d{4})(?!\d)"
)
_MONTH_FIRST: Final = re.compile(
    r"(?<![^\W\d_])(?P<month>[^\W\d_]{3,12})\.?\s*(?P<day>[0-3]?\d)(?i:st|nd|rd|th)?"
    r"(?:\s*,\s*|\s+)(?P<year>\d{4})(?!\d)"
)
_DAY_FIRST: Final = re.compile(
    r"(?<!\d)(?P<day>[0-3]?\d)(?:(?i:st|nd|rd|th)|\.|er|º)?[\s-]*(?:de\s+|of\s+)?"
    r"(?P<month>[^\W\d_]{3,12})\.?(?:\s*,\s*|[\s-]+)(?:de[l]?\s+)?(?P<year>\d{4})(?!\d)"
)
_YEAR_FIRST: Final = (
    re.compile(
        r"(?<!\d)(?P<year>\d{4})\.?(?:\s*m\.)?\s+(?P<month>[^\W\d_]{3,12})\.?\s+"
        r"(?P<day>[0-3]?\d)(?!\d|,?\s\d{4})"
    ),
    re.compile(
        r"(?<!\d)(?P<year>\d{4})\.\s+gada\s+(?P<day>[0-3]?\d)\.\s+(?P<month>[^\W\d_]{3,12})"
    ),
)
"""As in Hungarian and Lithuanian, and in Latvian."""

_WRITTEN: Final = (_ISO, _CJK, _VIETNAMESE, _MONTH_FIRST, _DAY_FIRST, *_YEAR_FIRST)
_TIME_REACH: Final = 26
"""A clock time belongs to a date if at most this many characters stand between them."""

_URL_HOST: Final = re.compile(r"^(?:[a-z][a-z\d+.-]*:)?//[^/]*")
_URL_DAY: Final = (
    re.compile(r"[/_-](?P<year>20\d\d|199\d)[/_-](?P<month>[01]?\d)[/_-](?P<day>[0-3]?\d)(?=\D|$)"),
    re.compile(r"[/_-](?P<year>20\d\d|199\d)[/-]?(?P<month>[01]\d)[/-]?(?P<day>[0-3]\d)(?=\D|$)"),
    re.compile(r"/(?P<year>20\d\d|199\d)/(?P<month>[a-z]{3})/(?P<day>[0-3]?\d)(?=\D|$)"),
)
_WEEK: Final = re.compile(r"\d{4}-?W\d{2}")
_WITH_SECONDS: Final = re.compile(r"\d:\d\d:\d\d|T\d{6}")


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
    return _with_times(text, found)


def _place(item: tuple[int, int, date]) -> tuple[int, int]:
    return item[0], -item[1]


def _calendar_days(
    text: str, language: str | None, hint: date | None
) -> Iterable[tuple[int, int, date]]:
    for pattern in _WRITTEN:
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
    return int(text) if text.isdecimal() else month_number(text, language)


def _valid(year: str | int, month: int | None, day_of_month: str | int) -> date | None:
    if not month or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), month, int(day_of_month))
    except ValueError:
        return None


def _numeric(match: re.Match[str], hint: date | None) -> date | None:
    """13/7/2018 or 7/13/2018; dots mean day first, and words of most languages before it.

    What stays open is settled by the weekday before it, or else by `hint`.
    """
    first, mark, second, year = match.groups()
    before = match.string[: match.start()]
    is_day_first = mark == "." or _DAY_FIRST_BEFORE.search(before) is not None
    day_first = _valid(year, int(second), first)
    month_first = None if is_day_first else _valid(year, int(first), second)
    if day_first and month_first and day_first != month_first:
        weekday = _WEEKDAY_BEFORE.search(before)
        fitting = weekday and [
            one for one in (day_first, month_first) if f"{one:%a}" == weekday[1].capitalize()
        ]
        if fitting:
            return fitting[0]
        if hint is None:
            return None
        return min(day_first, month_first, key=lambda value: abs(value - hint))
    return day_first or month_first


class _Neighbours(NamedTuple):
    """A clock time at `start` to `end`, `gap` characters from the date at `place` in a list."""

    place: int
    gap: int
    start: int
    end: int
    is_behind: bool
    when: When


def _with_times(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """Gives dates the clock times beside them, each time to one date only.

    A page prints its times all behind their dates or all before them: the side on which
    more dates have a time goes first, then the nearer.
    """
    pairs = list(_neighbours(text, found))
    sides = Counter(is_behind for is_behind, _ in {(pair.is_behind, pair.place) for pair in pairs})
    timed = list(found)
    taken: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (-sides[pair.is_behind], pair.gap)):
        item = timed[pair.place]
        if item.when.grain == "day" and pair.start not in taken:
            taken.add(pair.start)
            start, end = min(item.start, pair.start), max(item.end, pair.end)
            timed[pair.place] = FoundDate(start, end, pair.when)
    return timed


def _neighbours(text: str, found: list[FoundDate]) -> Iterable[_Neighbours]:
    """Each clock time that stands in no date, with the date before it and the one behind it."""
    for match in _CLOCK.finditer(text):
        start, end = match.span()
        before = [place for place, item in enumerate(found) if item.end <= start]
        after = [place for place, item in enumerate(found) if end <= item.start]
        if len(before) + len(after) < len(found):
            continue
        for place in before[-1:] + after[:1]:
            item = found[place]
            gap = max(start - item.end, item.start - end)
            when = _clock(date.fromisoformat(item.when.earliest), match)
            if when and gap <= _TIME_REACH:
                yield _Neighbours(place, gap, start, end, is_behind=item.end <= start, when=when)


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
    name = text.strip().upper()
    if name in ZONES:
        return timezone(timedelta(minutes=ZONES[name]))
    match = re.fullmatch(r"(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?", name)
    if not match or int(match[2]) > 14:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))


def date_in_address(address: str) -> When | None:
    """The day in a URL's path (`/2025/02/23/`, `/202502/14/`, `/2018/jul/15/`), or None."""
    path = _URL_HOST.sub("", address.lower()).partition("?")[0]
    for pattern in _URL_DAY:
        for match in pattern.finditer("/" + path):
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
    seconds = value // 1000 if value > 1e11 else value
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
    if _WEEK.fullmatch(text):
        return days(stamp.date(), stamp.date() + timedelta(days=6), basis)
    if len(text) <= 10 or (stamp.tzinfo is None and stamp.time() == datetime.min.time()):
        return day(stamp.date(), basis)
    return _moment(stamp, text, basis)


def _mail_stamp(text: str, basis: Basis) -> When | None:
    try:
        stamp = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _moment(stamp, text, basis) if FIRST_YEAR <= stamp.year <= LAST_YEAR else None


def _moment(stamp: datetime, text: str, basis: Basis) -> When:
    """The moment that a text states, to the second only if the text goes as far."""
    grain: Literal["minute", "second"] = "second" if _WITH_SECONDS.search(text) else "minute"
    return moment(stamp.replace(microsecond=0), grain, basis)


def _worded(text: str, basis: Basis) -> When | None:
    found = find_dates(text[:200], None)
    return msgspec.structs.replace(found[0].when, basis=basis) if found else None


def span_of_days(found: Iterable[When], basis: Basis) -> When:
    """One interval from the first day to the last of several."""
    listed = [when.days for when in found]
    return days(min(first for first, _ in listed), max(last for _, last in listed), basis)
