"""Times told from the day of writing, or from a time told before: weekdays, "last week", "ago"."""

import re
from typing import Final

from variorum.read.times.draft import (
    BY_TENSE,
    Base,
    Construction,
    Draft,
    construction,
    edge_steps,
    extent,
    group,
)
from variorum.read.times.numbers import NUMBER, SOME, read_number
from variorum.read.times.vocabulary import (
    CALENDAR_UNIT,
    EDGE,
    JOIN,
    MONTH,
    MONTHS,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    SPACE,
    UNIT,
    UNIT_WORDS,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
)
from variorum.record.step import Direction, Step

WEEKDAY_NAMES: Final = " ".join(WEEKDAYS)
_MONTH_NAMES: Final = " ".join(MONTHS)
_SEASON_NAMES: Final = " ".join(SEASONS)

_SHIFTS: Final = {
    "last": -1, "previous": -1, "preceding": -1, "prior": -1, "past": -1, "this past": -1,
    "next": 1, "following": 1, "coming": 1, "upcoming": 1, "this coming": 1,
    "this": 0, "same": 0, "that": 0, "current": 0, "this same": 0, "that same": 0,
}  # fmt: skip
_FROM_BEFORE: Final = {"previous", "preceding", "prior", "following", "same", "that", "that same"}
"""Words that tell a time from one told before, not from the day of writing."""

_SHIFT: Final = (
    rf"(?P<shift>this{SPACE}(?:past|coming|same)|that{SPACE}same|last|next|this|previous|preceding|"
    r"prior|following|coming|upcoming|same|that|current)"
)
_PART_BEHIND: Final = rf"(?:(?:{SPACE}|-)(?P<part>{PART})\b)?"


def _shift(match: re.Match[str]) -> tuple[int, Base]:
    word = re.sub(r"\s+", " ", group(match, "shift"))
    return _SHIFTS[word], "preceding" if word in _FROM_BEFORE else "publication"


def _with_part(match: re.Match[str]) -> tuple[Step, ...]:
    part = group(match, "part")
    return (Step("part", detail=PARTS[part]),) if part else ()


def _weekday(match: re.Match[str]) -> Draft:
    weekday = WEEKDAYS[match["weekday"].casefold()]
    part = _with_part(match)
    _, modifier = edge_steps(group(match, "edge"))
    word = re.sub(r"\s+", " ", group(match, "shift"))
    direction: Direction = BY_TENSE
    if word:
        number = _SHIFTS[word]
        direction = "before" if number < 0 else "after" if number else BY_TENSE
    start, end = extent(match)
    return Draft(
        start,
        end,
        "time" if part else "date",
        base="preceding" if word in ("previous", "following", "same", "that") else "publication",
        steps=(Step("weekday", weekday, direction=direction), *part),
        modifier=modifier,
        by_tense=direction == BY_TENSE,
        otherwise=(Step("weekday", weekday, direction=direction), *part),
    )


def _weekday_of_week(match: re.Match[str]) -> Draft:
    number, base = _shift(match)
    weekday = WEEKDAYS[match["weekday"].casefold()]
    steps = (Step("unit", number, "week"), Step("weekday", weekday))
    return Draft(*extent(match), "date", base=base, steps=steps, otherwise=steps)


def _near_day(match: re.Match[str]) -> Draft:
    word = re.sub(r"\s+", " ", group(match, "day"))
    number = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(word.split()[-1], 0)
    if "before" in word or "after" in word:
        number *= 2
    part = _with_part(match) or ((Step("part", detail="NI"),) if word == "tonight" else ())
    _, modifier = edge_steps(group(match, "edge"))
    steps = (Step("unit", number, "day"), *part)
    return Draft(*extent(match), "time" if part else "date", steps=steps, modifier=modifier)


def _near_part(match: re.Match[str]) -> Draft:
    """Reads "This morning", "last night", "the next morning", "that evening"."""
    number, base = _shift(match)
    steps = (Step("unit", number, "day"), Step("part", detail=PARTS[group(match, "part")]))
    if base == "publication" and number == 1 and group(match, "the"):
        base = "preceding"
    _, modifier = edge_steps(group(match, "edge"))
    return Draft(*extent(match), "time", base=base, steps=steps, modifier=modifier, otherwise=steps)


def _near_unit(match: re.Match[str]) -> Draft | None:
    """Reads "Last week", "early next year", "that month", "the following day"."""
    number, base = _shift(match)
    unit, _ = UNITS[group(match, "unit")]
    if group(match, "shift") == "coming" and group(match, "the"):
        return None
    if unit == "day" and number == 1 and group(match, "the"):
        base = "preceding"
    edges, modifier = edge_steps(group(match, "edge"))
    steps = (Step("unit", number, unit), *edges)
    return Draft(*extent(match), "date", base=base, steps=steps, modifier=modifier, otherwise=steps)


def _near_month(match: re.Match[str]) -> Draft:
    number, base = _shift(match)
    direction: Direction = "before" if number < 0 else "after" if number else "within"
    edges, modifier = edge_steps(group(match, "edge"))
    name = group(match, "month").rstrip(".")
    if name in SEASONS:
        step = Step("season", detail=SEASONS[name], direction=direction)
    else:
        step = Step("month", MONTHS[name], direction=direction)
    steps = (step, *edges)
    return Draft(*extent(match), "date", base=base, steps=steps, modifier=modifier, otherwise=steps)


def _season(match: re.Match[str]) -> Draft:
    step = Step("season", detail=SEASONS[group(match, "season")], direction=BY_TENSE)
    edges, modifier = edge_steps(group(match, "edge"))
    head = match["of"] is not None
    return Draft(
        match.start("x"),
        match.end(),
        "date",
        steps=(step, *edges),
        modifier=modifier,
        by_tense=True,
        head=head,
        alone=match.end("x"),
    )


def _ago(match: re.Match[str]) -> Draft:
    """Reads "three years ago", "two days later"; a year before a quarter told is that quarter's."""
    unit, factor = UNITS[group(match, "unit").removesuffix("s") or "day"]
    behind = re.sub(r"\s+", " ", group(match, "behind"))
    number = read_number(match["number"]) if match["number"] else None
    if number is None or number > 1_000_000:
        return Draft(*extent(match), "date", "PAST_REF" if _is_past(behind) else "FUTURE_REF")
    sign = -1 if _is_past(behind) else 1
    count = sign * round(number * factor)
    steps = (Step("unit", count, unit),)
    if unit == "year" and number == int(number) == 1 and sign < 0:
        quarter = (Step("unit", -4, "quarter"),)
        return Draft(*extent(match), "date", base="quarter", steps=quarter, otherwise=steps)
    base: Base = (
        "preceding" if behind in ("earlier", "later", "afterward", "afterwards") else "publication"
    )
    return Draft(*extent(match), "date", base=base, steps=steps, otherwise=steps)


def _is_past(behind: str) -> bool:
    return behind in ("ago", "earlier", "previously", "back")


def _from_day(match: re.Match[str]) -> Draft:
    """Reads "A week from Tuesday", "two weeks from today": a head before the day it counts from."""
    unit, factor = UNITS[group(match, "unit").removesuffix("s")]
    count = round((read_number(match["number"]) or 1) * factor)
    if unit in ("week", "month", "year"):
        days = {"week": 7, "month": 30, "year": 365}[unit] * count
        return Draft(*match.span(), "date", steps=(Step("unit", days, "day"),), head=True)
    return Draft(*match.span(), "date", steps=(Step("unit", count, unit),), head=True)


def _plain_unit(match: re.Match[str]) -> Draft:
    """Reads "the week", "the year"; of weekends the last one, if tense says so."""
    unit, _ = UNITS[group(match, "unit")]
    is_weekend = unit == "weekend"
    step = Step("unit", 0, unit, direction=BY_TENSE if is_weekend else "within")
    return Draft(*extent(match), "date", steps=(step,), by_tense=is_weekend)


def _later_day(match: re.Match[str]) -> Draft:
    steps = (Step("unit", 0, "day"),)
    return Draft(*extent(match), "date", base="preceding", steps=steps, otherwise=steps)


def _then(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "date", base="preceding", steps=(Step("same"),))


def _day_beside(match: re.Match[str]) -> Draft:
    """Reads "The day before", "the day after", from a time told before."""
    number = -1 if group(match, "side") in ("before", "earlier") else 1
    steps = (Step("unit", number, "day"),)
    return Draft(*extent(match), "date", base="preceding", steps=steps, otherwise=steps)


_MODIFIER: Final = (
    rf"(?:(?:nearly|almost|about|around|more{SPACE}than|less{SPACE}than|over|roughly|some"
    rf"|at{SPACE}least|just{SPACE}over|just{SPACE}under|only){SPACE})"
)

DEICTIC: Final[tuple[Construction, ...]] = (
    construction(
        rf"(?<![\w-])(?:(?P<edge>{EDGE}){SPACE}(?:on{SPACE}|in{SPACE}the{SPACE}day{SPACE})?)?"
        rf"(?:(?:the{SPACE})?{_SHIFT}{SPACE})?(?P<weekday>(?-i:{WEEKDAY}))(?![\w-]){_PART_BEHIND}",
        WEEKDAY_NAMES,
        _weekday,
    ),
    construction(
        rf"\b(?P<weekday>(?-i:{WEEKDAY}))(?:{SPACE}of)?{SPACE}{_SHIFT}{SPACE}week\b",
        WEEKDAY_NAMES,
        _weekday_of_week,
    ),
    construction(
        rf"\b(?:(?P<edge>{EDGE}){SPACE})?(?P<day>(?:the{SPACE})?day{SPACE}(?:before{SPACE}"
        rf"yesterday|"
        rf"after{SPACE}tomorrow)|yesterday|today|tomorrow|tonight)\b{_PART_BEHIND}",
        "yesterday today tomorrow tonight",
        _near_day,
    ),
    construction(
        rf"\b(?:(?P<edge>early|late|earlier|later){SPACE})?(?P<the>the{SPACE})?{_SHIFT}{SPACE}"
        rf"(?P<part>{PART})\b",
        "morning afternoon evening night",
        _near_part,
    ),
    construction(
        rf"\b(?:(?:the{SPACE})?(?P<edge>{EDGE}){JOIN}(?:in{SPACE}|of{SPACE})?)"
        rf"?(?P<the>the{SPACE})?{_SHIFT}"
        rf"{SPACE}(?:fiscal{SPACE}|calendar{SPACE}|school{SPACE})?(?P<unit>{CALENDAR_UNIT})\b",
        "week weekend month quarter season year decade century",
        _near_unit,
    ),
    construction(
        rf"\b(?P<the>the{SPACE})?(?P<shift>next|previous|preceding|following|same|that|prior)"
        rf"{SPACE}(?P<unit>day)\b",
        "day",
        _near_unit,
    ),
    construction(
        rf"\b(?:(?P<edge>{EDGE}){JOIN})?(?P<the>the{SPACE})?{_SHIFT}{SPACE}"
        rf"(?P<month>{SEASON}|(?-i:{MONTH}|May))(?!\w|{SPACE}\d)",
        f"{_MONTH_NAMES} {_SEASON_NAMES}",
        _near_month,
        also=" ".join(_SHIFTS),
    ),
    construction(
        rf"\b(?:in|over|during|by|since|until|through|of|for|into|after|before|early|late|next|"
        rf"last){SPACE}"
        rf"(?P<x>(?:the{SPACE})?(?:(?P<edge>early|late|mid){JOIN})?(?P<season>(?-i:{SEASON})))\b"
        rf"(?!-|{SPACE}(?:of(?!{SPACE}\d)|through|to|for|in{SPACE}love))(?P<of>(?:{SPACE}of)"
        rf"?{SPACE}(?=\d{{4}}\b|last|this|next))?",
        _SEASON_NAMES,
        _season,
    ),
    construction(
        rf"\b(?P<x>(?:the{SPACE})?(?:(?P<edge>early|late|mid){JOIN})?(?P<season>{SEASON}))"
        rf"(?P<of>(?:{SPACE}of)?{SPACE}(?=['’]?\d\d(?:\d\d)?\b))",
        _SEASON_NAMES,
        _season,
    ),
    construction(
        rf"(?<![\w-])(?P<modifier>{_MODIFIER})?(?:(?P<number>{NUMBER}|an?\b)|{SOME}){SPACE}"
        rf"?-?(?P<unit>{UNIT})"
        rf"{SPACE}(?P<behind>ago|earlier|later|previously|afterwards?|from{SPACE}now|hence|back)\b",
        "ago earlier later previously afterward afterwards now hence back",
        _ago,
        also=UNIT_WORDS,
    ),
    construction(
        rf"(?<![\w-])(?P<number>)(?P<unit>seconds|minutes|hours|days|weeks|months|years|"
        rf"decades|centuries)"
        rf"{SPACE}(?P<behind>ago|earlier|later|from{SPACE}now)\b",
        "ago earlier later now",
        _ago,
        also=UNIT_WORDS,
    ),
    construction(
        rf"(?<![\w-])(?P<number>{NUMBER}|an?\b){SPACE}(?P<unit>days?|weeks?|months?|years?)"
        rf"{SPACE}from{SPACE}"
        rf"(?={WEEKDAY}|today|tomorrow|yesterday)",
        "from",
        _from_day,
        also=UNIT_WORDS,
    ),
    construction(
        rf"\bthe{SPACE}(?:full{SPACE}|calendar{SPACE})?(?P<unit>week|year|weekend|month)\b"
        rf"(?!-|{SPACE}(?:of(?!{SPACE}[$\d])|ended|ending|before|after|that|in{SPACE}which|"
        rf"when|ahead))",
        "week year weekend month",
        _plain_unit,
    ),
    construction(
        rf"\b(?:later|earlier|late|early){SPACE}in{SPACE}(?P<x>the{SPACE}day)\b", "day", _later_day
    ),
    construction(rf"\b(?:until|till|by){SPACE}(?P<x>then)\b", "then", _then),
    construction(
        rf"\bthe{SPACE}day{SPACE}(?P<side>before|after|earlier)(?=[.,;:)\"”]|$)", "day", _day_beside
    ),
)
