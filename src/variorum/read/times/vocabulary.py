"""The words of times, as tables, and the fragments of regular expressions made from them.

No fragment repeats without a bound, so that the time to try a construction at a place does
not grow with the text.
"""

from calendar import day_name, month_abbr, month_name
from collections.abc import Iterable
from typing import Final

from variorum.record.period import Unit

WEEKDAYS: Final = {name.casefold(): number for number, name in enumerate(day_name)}
MONTHS: Final = {
    name.casefold(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}

UNITS: Final[dict[str, tuple[Unit, int]]] = {
    "second": ("second", 1), "minute": ("minute", 1), "hour": ("minute", 60), "day": ("day", 1),
    "night": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "weekend": ("weekend", 1),
    "month": ("month", 1), "quarter": ("quarter", 1), "season": ("season", 1), "year": ("year", 1),
    "summer": ("year", 1), "winter": ("year", 1), "decade": ("decade", 1),
    "century": ("century", 1), "centurie": ("century", 1),
}  # fmt: skip
"""Units without their plural s, and what one of them is counted in."""

UNIT_WORDS: Final = " ".join(f"{unit} {unit}s" for unit in UNITS)
TIMEX_UNITS: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W",
    "fortnight": "W", "weekend": "WE", "month": "M", "quarter": "Q", "season": "S", "year": "Y",
    "summer": "SU", "winter": "WI", "decade": "E", "century": "CE", "centurie": "CE",
}  # fmt: skip
"""What TIMEX3 writes behind the number; T before it for parts of a day."""

SEASONS: Final = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS: Final = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "12:00",
    "midday": "12:00", "midnight": "24:00", "lunchtime": "12:00", "dawn": "MO", "dusk": "EV",
    "daytime": "DT",
}  # fmt: skip
DECADES: Final = {
    name: number
    for number, name in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2
    )
}
ZONES: Final = {
    "gmt": "+00:00", "utc": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "msk": "+03:00", "moscow time": "+03:00",
    "jst": "+09:00", "ist": "+05:30", "beijing time": "+08:00", "kyiv time": "", "et": "",
    "ct": "", "pt": "", "eastern time": "", "pacific time": "", "central time": "",
    "local time": "", "eastern": "", "eastern standard time": "-05:00",
    "eastern daylight time": "-04:00",
}  # fmt: skip
"""Zones and their offsets; none where that changes with the season, or is the place's own."""

ORDINALS: Final = {
    name: number
    for number, name in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        1,
    )
} | {"twenty-first": 21, "thirtieth": 30, "thirty-first": 31}


def any_of(words: Iterable[str]) -> str:
    """An alternation, longer words first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


SPACE: Final = r"(?:[ \t\u00a0]{1,3}|[ \t]{0,3}\n[ \t]{0,3})"
"""White space within an expression; a line may be broken there."""

JOIN: Final = rf"(?:{SPACE}|-|–)"

WEEKDAY: Final = any_of([*day_name, *(name.upper() for name in day_name)])
"""A weekday; its abbreviations are read before a date only."""

SHORT_WEEKDAY: Final = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?)"

_LONG: Final = [name for name in month_name if name]
_SHORT: Final = [*(name for name in month_abbr if name and name != "May"), "Sept"]
MONTH_NAME: Final = any_of(
    name for name in [*_LONG, *map(str.upper, _LONG)] if name not in ("May", "MAY")
)
MONTH_SHORT: Final = any_of([*_SHORT, *map(str.upper, _SHORT)])
MONTH: Final = rf"(?:{MONTH_NAME}|{MONTH_SHORT}\b\.?)"
"""A month but for May, which is a verb and a name, too."""

SEASON: Final = any_of(SEASONS)
UNIT: Final = any_of(unit + "s?" for unit in UNITS if unit not in ("summer", "winter"))
ONE_UNIT: Final = any_of(unit for unit in UNITS if unit not in ("summer", "winter", "centurie"))
CALENDAR_UNIT: Final = "(?:weekend|week|month|quarter|season|year|decade|century)"
DAY_NUMBER: Final = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL: Final = any_of(ORDINALS)
YEAR: Final = r"(?:1[5-9]\d\d|20\d\d)"
ZONE: Final = any_of(ZONES)
PART: Final = any_of(["morning", "afternoon", "evening", "night"])
EDGE: Final = r"(?:early|mid|late|earlier|later)"
