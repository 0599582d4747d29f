"""Lengths of time: "three years", "a 30-day truce", "the past two months", "recent weeks"."""

import re
from typing import Final

from variorum.read.times.draft import Construction, Draft, blocked, construction, extent, group
from variorum.read.times.numbers import NUMBER, NUMBER_WORDS, SOME, read_number
from variorum.read.times.vocabulary import (
    SPACE,
    TIMEX_UNITS,
    UNIT,
    UNIT_WORDS,
    UNITS,
    any_of,
)
from variorum.record.step import Step
from variorum.record.time_expression import Modifier

_SINGULAR_WORDS: Final = "minute hour day week fortnight month year decade century"
_PLURAL_WORDS: Final = (
    "seconds minutes hours days nights weeks months quarters years decades centuries"
)
_PLURALS: Final = any_of(_PLURAL_WORDS.split())
_SIDE_WORDS: Final = (
    "past last next coming first final previous following latest preceding remaining opening "
    "closing early recent"
)
_KINDS: Final = (
    rf"(?:(?:more|straight|consecutive|full|long|whole|trading|business|working|calendar|"
    rf"additional|"
    rf"extra|solid|successive|crucial|short|fiscal|other){SPACE})?"
)
_MODIFIERS: Final[dict[str, Modifier]] = {
    "about": "approximate", "around": "approximate", "roughly": "approximate",
    "some": "approximate",
    "approximately": "approximate", "nearly": "at_most", "almost": "at_most", "up to": "at_most",
    "less than": "at_most", "no more than": "at_most", "within": "at_most", "fewer than": "at_most",
    "at most": "at_most", "more than": "at_least", "over": "at_least", "at least": "at_least",
    "no less than": "at_least", "as long as": "at_most",
}  # fmt: skip
_OR_A: Final = rf"(?:{SPACE}an?{SPACE}|-|{SPACE})"
_IN_EXTENT: Final = (
    rf"(?:(?P<modifier>nearly|almost|at{SPACE}least|more{SPACE}than|less{SPACE}than|"
    rf"fewer{SPACE}than|"
    rf"up{SPACE}to|no{SPACE}more{SPACE}than|at{SPACE}most){SPACE})?"
)


def _modifier(match: re.Match[str]) -> Modifier:
    return _MODIFIERS.get(re.sub(r"\s+", " ", group(match, "modifier")), "")


def duration_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a length of time: 2.5 years are P2Y6M, unknown hours PTXH."""
    code = TIMEX_UNITS[unit.casefold().removesuffix("s")]
    time, code = ("T", code[1:]) if code.startswith("T") else ("", code)
    if number is None:
        return f"P{time}X{code}"
    whole = int(number)
    if number == whole:
        return f"P{time}{whole}{code}"
    smaller = {"Y": (12, "M"), "H": (60, "M"), "D": (24, "H"), "M": (60, "S")}.get(code)
    if code == "M" and not time:
        smaller = None
    if smaller is None:
        return f"P{time}{number:g}{code}"
    rest = f"{round((number - whole) * smaller[0])}{smaller[1]}"
    head = f"{whole}{code}" if whole else ""
    return f"P{head}T{rest}" if code == "D" else f"P{time}{head}{rest}"


def _plain(match: re.Match[str]) -> Draft | None:
    unit = group(match, "unit")
    number = read_number(match["number"]) if match["number"] else None
    if number is not None and number > 1_000_000:
        return None
    if match.groupdict().get("and_half"):
        number = (number or 0) + 0.5
    return Draft(
        *extent(match), "duration", duration_value(number, unit), modifier=_modifier(match)
    )


def _single(match: re.Match[str]) -> Draft:
    return Draft(
        *extent(match),
        "duration",
        duration_value(1, group(match, "unit")),
        modifier=_modifier(match),
    )


def _half(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "duration", duration_value(0.5, group(match, "unit")))


def _anchored(match: re.Match[str]) -> Draft | None:
    """Reads "the past two months", up to now, and "the next three years", from now on."""
    unit = group(match, "unit")
    number = read_number(match["number"]) if match["number"] else None
    if number is not None and number > 1_000_000:
        return None
    value = duration_value(number, unit)
    side = group(match, "side")
    steps: tuple[Step, ...] = ()
    if number is not None and side in ("past", "last", "next", "coming"):
        calendar_unit, factor = UNITS[unit.removesuffix("s")]
        sign = -1 if side in ("past", "last") else 1
        steps = (Step("span", sign * round(number * factor) or sign, calendar_unit),)
    return Draft(*extent(match), "duration", value, steps=steps, modifier=_modifier(match))


def _anchored_single(match: re.Match[str]) -> Draft:
    """Reads "The past year", "the coming week"."""
    unit = group(match, "unit")
    calendar_unit, factor = UNITS[unit]
    sign = -1 if group(match, "side") == "past" else 1
    steps = (Step("span", sign * factor, calendar_unit),)
    return Draft(*extent(match), "duration", duration_value(1, unit), steps=steps)


def _some(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "duration", duration_value(None, group(match, "unit")))


def _long(match: re.Match[str]) -> Draft:
    unit = group(match, "unit")
    number = None if unit.endswith("s") else 1
    return Draft(*extent(match), "duration", duration_value(number, unit))


def _while(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "duration", "PXX")


DURATIONS: Final[tuple[Construction, ...]] = (
    construction(
        rf"(?<![\w-]){_IN_EXTENT}(?P<number>{NUMBER}){SPACE}(?:(?:to|or){SPACE}(?:{NUMBER})"
        rf"{SPACE})?"
        rf"{_KINDS}(?P<unit>{UNIT})(?P<and_half>{SPACE}and{SPACE}a{SPACE}half)?(?![\w])"
        rf"(?!{SPACE}old\b)",
        UNIT_WORDS,
        _plain,
        also=NUMBER_WORDS,
    ),
    construction(
        rf"(?<![\w-])(?P<number>{NUMBER})-(?:to-{NUMBER}-)?(?P<unit>{UNIT})(?:-long)?\b(?!-old|"
        rf"{SPACE}old)",
        UNIT_WORDS,
        _plain,
        also=NUMBER_WORDS,
    ),
    construction(
        rf"(?<![\w-])(?:{SOME}){SPACE}(?P<number>){_KINDS}(?P<unit>{_PLURALS})\b(?!{SPACE}old\b)",
        _PLURAL_WORDS,
        _plain,
    ),
    construction(
        rf"\b(?:for|in|within|over|after|than|least|lasted|lasts?|takes?|took|spent|about|"
        rf"nearly|almost|"
        rf"once{SPACE}in|to|barely|only|just|under){SPACE}"
        rf"(?P<x>(?:an?|one)(?:{SPACE}(?:full|whole|further|solid))?{SPACE}(?P<unit>minute|"
        rf"hour|day|week|fortnight|month|year|decade|century)"
        rf"(?P<and_half>{SPACE}and{SPACE}a{SPACE}half)?)\b(?!-|{SPACE}(?:ago|earlier|later|old|"
        rf"when|of{SPACE}the{SPACE}dead))",
        _SINGULAR_WORDS,
        _single,
    ),
    construction(
        rf"(?<![\w-])(?P<x>an?{SPACE}(?P<unit>day|week|month|year|decade|century|hour)){SPACE}"
        rf"(?=of{SPACE}|that{SPACE}saw|long\b|after\b|before\b)",
        _SINGULAR_WORDS,
        _single,
    ),
    construction(
        rf"(?<![\w-])(?P<unit>year|hour|month|day|decade)(?<!-){SPACE}and{SPACE}a{SPACE}half\b",
        "half",
        lambda match: Draft(*match.span(), "duration", duration_value(1.5, match["unit"])),
    ),
    construction(
        rf"(?<![\w-])half{_OR_A}(?P<unit>hour|day|year|century|decade|month)\b|"
        rf"\ba{SPACE}quarter(?:{SPACE}of{SPACE}a|-|{SPACE})(?:century)\b",
        "half quarter",
        lambda match: _half(match) if match["unit"] else Draft(*match.span(), "duration", "P25Y"),
    ),
    construction(
        rf"(?<![\w-]){_IN_EXTENT}(?:the{SPACE}|these{SPACE}|those{SPACE}|its{SPACE}|"
        rf"their{SPACE}|his{SPACE})?"
        rf"(?P<side>{any_of(_SIDE_WORDS.split())}){SPACE}"
        rf"(?:(?P<number>{NUMBER})|{SOME}){SPACE}{_KINDS}(?P<unit>{UNIT})(?:{SPACE}or{SPACE}so)"
        rf"?\b(?!-old)",
        _SIDE_WORDS,
        _anchored,
        also=UNIT_WORDS,
    ),
    construction(
        rf"(?<![\w-])(?:the|these|those|all){SPACE}(?P<number>{NUMBER}){SPACE}{_KINDS}"
        rf"(?P<unit>{_PLURALS})\b",
        _PLURAL_WORDS,
        _plain,
        also=NUMBER_WORDS,
    ),
    construction(
        rf"\bthe{SPACE}(?P<side>past|coming){SPACE}(?P<unit>day|week|weekend|month|quarter|"
        rf"season|year|decade|century)\b",
        "past coming",
        _anchored_single,
    ),
    construction(
        rf"(?<![\w-])(?:recent|coming|the{SPACE}early){SPACE}(?P<unit>{_PLURALS})\b(?!{SPACE}and)",
        "recent coming early",
        _some,
    ),
    construction(
        rf"\b(?:for|in|within|over|after|through|follows|took|takes?|spent|lasted){SPACE}"
        rf"(?:the{SPACE}|many{SPACE})?"
        rf"(?P<x>(?:(?<=over )the{SPACE})?(?P<unit>(?:hours|days|weeks|months|years|decades|"
        rf"centuries)))\b(?!{SPACE}(?:ago|old|earlier|later)\b|-)",
        _PLURAL_WORDS,
        _some,
    ),
    construction(
        rf"(?<![\w-])(?:in{SPACE})?(?P<x>(?:the{SPACE})?(?P<unit>hours|days|weeks|months|years|"
        rf"decades)(?:{SPACE}(?:ahead|to{SPACE}come))?)\b"
        rf"(?<=ahead|.come)",
        "ahead come",
        _some,
    ),
    construction(
        rf"(?<![\w-])(?P<unit>hours|days|weeks|months|years|decades|centuries)(?={SPACE}(?:of|"
        rf"before|after)\b)",
        _PLURAL_WORDS,
        _some,
    ),
    construction(
        r"(?<![\w-])(?P<unit>hours?|days?|nights?|weeks?|months?|years?|decades?|century|"
        r"centuries)-?long\b",
        "long daylong weeklong monthlong yearlong monthslong weekslong yearslong hourslong "
        "dayslong hourlong",
        _long,
    ),
    construction(
        rf"\bthe{SPACE}(?:fiscal{SPACE})?(?P<unit>year|quarter|month|week)(?={SPACE}(?:ended|"
        rf"ending)\b)",
        "ended ending",
        _single,
    ),
    construction(
        rf"\b(?:some{SPACE}time|a{SPACE}long{SPACE}time|a{SPACE}while)\b", "time while", _while
    ),
    construction(
        rf"(?<![\w-])(?:{NUMBER}|an?)(?:{SPACE}|-)(?:years?|months?|weeks?|days?)(?:{SPACE}|-)"
        rf"olds?\b",
        "old olds",
        blocked,
    ),
    construction(rf"\b(?:aged?|ages){SPACE}(?:of{SPACE})?{NUMBER}", "age aged ages", blocked),
    construction(rf"\b{_PLURALS}{SPACE}(?:apart|old)\b", "apart old", blocked),
    construction(
        rf"\bthree(?:-|{SPACE})quarters\b|\ba{SPACE}quarter{SPACE}of\b|\bmatter{SPACE}of{SPACE}\w+|"
        rf"(?<!in )(?<!than )(?<!for )\bone{SPACE}day\b",
        "quarters quarter matter one",
        blocked,
    ),
)
