"""Times of day: clock times with their zones, noon and midnight, parts of the day."""

import re
from typing import Final

from variorum.read.times.draft import (
    DIGIT,
    Construction,
    Draft,
    construction,
    edge_steps,
    extent,
    group,
)
from variorum.read.times.numbers import read_number
from variorum.read.times.vocabulary import PARTS, SPACE, ZONE, ZONES
from variorum.record.period import Unit
from variorum.record.step import Step

_ZONE: Final = rf"(?:,?{SPACE}\(?(?P<zone>{ZONE})\b\)?)?"
_APPROXIMATE: Final = (
    rf"(?:(?P<approximate>around|(?:shortly|just){SPACE}(?:before|after)){SPACE})?"
)
_ON_A_DAY: Final = (
    rf"(?:{SPACE}(?:on{SPACE})?(?=(?-i:[MTWFS])[a-z]+day\b|(?:today|yesterday|tomorrow)\b))?"
)
"""What leads to the day of a clock time: "noon on Friday", "18:00 GMT tomorrow"."""

_HOUR: Final = "one two three four five six seven eight nine ten eleven twelve".split()


def _time(match: re.Match[str], hour: int, minute: int, second: str = "") -> Draft | None:
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    unit: tuple[Step, ...] = (Step("unit", int(hour == 24), _DAY),)
    detail = f"{hour % 24:02}:{minute:02}" + (f":{second}" if second else "")
    zone = ZONES.get(re.sub(r"\s+", " ", group(match, "zone")), "")
    start, end = extent(match)
    return Draft(
        start,
        end,
        "time",
        base="preceding",
        steps=(*(unit if hour == 24 else ()), Step("clock", detail=detail, zone=zone)),
        modifier="approximate" if group(match, "approximate") else "",
        otherwise=(*unit, Step("clock", detail=detail, zone=zone)),
        head=True,
        alone=start + len(match.string[start:end].rstrip(" \t\n\u00a0,")),
    )


_DAY: Final[Unit] = "day"


def _twelve(match: re.Match[str]) -> Draft | None:
    """Reads "10:35 a.m.", "7 p.m. EDT", "four in the morning"."""
    hour = int(read_number(match["hour"]) or 0)
    if not 1 <= hour <= 12:
        return None
    half = group(match, "half")
    late = half.startswith("p") or "afternoon" in half or "evening" in half
    late = late or ("night" in half and hour >= 6)
    minute = int(group(match, "minute") or 0)
    return _time(match, hour % 12 + 12 * late, minute)


def _twenty_four(match: re.Match[str]) -> Draft | None:
    return _time(match, int(match["hour"]), int(match["minute"]), group(match, "second"))


def _named(match: re.Match[str]) -> Draft | None:
    """Reads "noon", "midnight on Sunday", with which the day ends; "after" it the day begins."""
    hour = int(PARTS[group(match, "name")][:2])
    is_begun = hour == _LAST_HOUR and _AFTER.search(match.string, 0, match.start())
    return _time(match, 0 if is_begun else hour, 0)


_LAST_HOUR: Final = 24
_AFTER: Final = re.compile(rf"\b(?:after|past){SPACE}$", re.IGNORECASE)


def _part(match: re.Match[str]) -> Draft:
    _, modifier = edge_steps(group(match, "edge"))
    steps = (Step("part", detail=PARTS[group(match, "part")]),)
    otherwise = (Step("unit", 0, "day"), *steps)
    head = match["of"] is not None
    return Draft(
        match.start("x"),
        match.end(),
        "time",
        base="preceding",
        steps=steps,
        modifier=modifier,
        head=head,
        alone=match.end("x"),
        otherwise=otherwise,
    )


def _overnight(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "time", steps=(Step("unit", -1, "day"), Step("part", detail="NI")))


CLOCK: Final[tuple[Construction, ...]] = (
    construction(
        rf"(?<![\w.:$]){_APPROXIMATE}(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?{SPACE}?"
        rf"(?P<half>[ap]\.{SPACE}?m\.|[ap]m\b){_ZONE}(?:,?{SPACE}(?:on{SPACE})?(?=[MTWFSADJONy\d]))?",
        DIGIT,
        _twelve,
    ),
    construction(
        rf"(?<![\w.:$])(?P<hour>{'|'.join(_HOUR)}|1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?"
        rf"(?:{SPACE}o['’]clock)?{SPACE}(?P<half>in{SPACE}the{SPACE}(?:morning|afternoon|"
        rf"evening)|at{SPACE}night)\b{_ON_A_DAY}",
        "morning afternoon evening night",
        _twelve,
    ),
    construction(
        rf"(?<![\w.:$])(?P<hour>{'|'.join(_HOUR)}|1[0-2]|[1-9]){SPACE}o['’]clock(?P<half>)\b"
        rf"{_ON_A_DAY}",
        "o",
        _twelve,
    ),
    construction(
        rf"\b(?:at|by|until|till|from|around|since|about|between|and|to|before|after){SPACE}"
        rf"(?P<x>(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
        rf"(?:{SPACE}(?:hours|hrs)\b)?{_ZONE}(?![:\d]){_ON_A_DAY})",
        DIGIT,
        _twenty_four,
    ),
    construction(
        rf"(?<![\w.:$])(?P<hour>[01]?\d|2[0-3]):?(?P<minute>[0-5]\d){SPACE}?(?P<zone>{ZONE})\b"
        rf"{_ON_A_DAY}",
        DIGIT,
        _twenty_four,
    ),
    construction(
        rf"(?<!high )(?<!High )\b(?P<name>noon|midday|midnight)\b{_ZONE}"
        rf"{_ON_A_DAY}",
        "noon midday midnight",
        _named,
    ),
    construction(
        rf"\b(?:in|by|during|until|till|since|through|on|into|of|from){SPACE}"
        rf"(?P<x>(?:the{SPACE})?(?:(?P<edge>early|late){SPACE}|(?P<hours>small{SPACE}"
        rf"hours{SPACE}of{SPACE}the{SPACE}))?"
        r"(?:(?<=the )|(?<=early )|(?<=late )|(?<=the\n))(?P<part>morning|afternoon|evening|"
        r"night))\b(?!-)"
        rf"(?P<of>{SPACE}of{SPACE})?",
        "morning afternoon evening night",
        _part,
    ),
    construction(
        rf"\b(?P<x>(?P<edge>mid|late|early)(?:{SPACE}|-)?(?P<part>morning|afternoon|evening))"
        rf"\b(?P<of>{SPACE}(?=yesterday|today|(?-i:[MTWFS])))?",
        "morning afternoon evening midmorning midafternoon",
        _part,
    ),
    construction(r"\bovernight\b", "overnight", _overnight),
)
