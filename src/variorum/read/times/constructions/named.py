"""Holidays, anniversaries, edges of times ("the end of …"), and vague times."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from variorum.read.times.draft import BY_TENSE, Construction, Draft, construction, extent, group
from variorum.read.times.numbers import NUMBER, SOME
from variorum.read.times.vocabulary import ORDINAL, SPACE, UNIT, YEAR, any_of
from variorum.record.holidays import HOLIDAYS
from variorum.record.period import Period, Unit
from variorum.record.step import Direction, Step
from variorum.record.time_expression import Modifier

_HOLIDAY: Final = any_of(
    re.escape(" ".join(word if word == "of" else word.capitalize() for word in name.split()))
    .replace("'", "['’]")
    .replace(r"\ ", SPACE)
    for name in HOLIDAYS
)
_HOLIDAY_ENDS: Final = " ".join(name.split()[-1] for name in HOLIDAYS)
_HOLIDAY_BEGINNINGS: Final = " ".join(re.split(r"\W", name)[0] for name in HOLIDAYS)
_EDGE_HEADS: Final[dict[str, tuple[str, Modifier]]] = {
    "end": ("end", "end"), "close": ("end", "end"), "beginning": ("start", "start"),
    "start": ("start", "start"), "middle": ("mid", "mid"), "turn": ("start", "start"),
    "early part": ("start", "start"), "latter part": ("end", "end"),
    "early days": ("start", "start"),
    "second half": ("end", "end"), "first half": ("start", "start"), "rest": ("later", ""),
    "remainder": ("later", ""), "closing days": ("end", "end"),
}  # fmt: skip


def _holiday(match: re.Match[str]) -> Draft:
    name = re.sub(r"\s+", " ", match["holiday"].replace("’", "'")).casefold()
    shift = group(match, "shift")
    directions: dict[str, Direction] = {"last": "before", "next": "after", "this": "within"}
    if match["year"]:
        base = Period("year", date(int(match["year"]), 1, 1))
        return Draft(*extent(match), "date", base=base, steps=(Step("holiday", detail=name),))
    step = Step("holiday", direction=directions.get(shift, BY_TENSE), detail=name)
    return Draft(*extent(match), "date", steps=(step,), by_tense=not shift)


def _edge(match: re.Match[str]) -> Draft:
    detail, modifier = _EDGE_HEADS[re.sub(r"\s+", " ", group(match, "edge"))]
    step = Step("edge", detail=detail)
    return Draft(*match.span(), "date", steps=(step,), modifier=modifier, head=True)


def _first_of(match: re.Match[str]) -> Draft:
    """Reads "The last week of ": roughly the first, middle or last third of it."""
    edge = group(match, "edge")
    detail = "start" if edge in ("first", "opening") else "end" if edge in _LAST else "mid"
    return Draft(*match.span(), "date", steps=(Step("edge", detail=detail),), head=True)


_LAST: Final = ("last", "final", "closing")


def _week_of(match: re.Match[str]) -> Draft:
    unit: Unit = "week" if group(match, "unit") == "week" else "weekend"
    return Draft(*match.span(), "date", steps=(Step("unit", 0, unit),), head=True)


def _anniversary(match: re.Match[str]) -> Draft:
    """A day that returns; which one, only a day told before in the text can say."""
    return Draft(*extent(match), "date", "XXXX-XX-XX")


def _vague(value: str) -> Callable[[re.Match[str]], Draft]:
    steps = (Step("unit", 0, "day"),) if value == "PRESENT_REF" else ()
    return lambda match: Draft(*extent(match), "date", value, steps=steps)


NAMED: Final[tuple[Construction, ...]] = (
    construction(
        rf"\b(?:(?P<shift>(?i:last|next|this)){SPACE})?(?P<holiday>{_HOLIDAY})\b(?!['’]?{SPACE}"
        rf"(?:Island|Carol))"
        rf"(?:,?{SPACE}(?P<year>{YEAR})\b)?",
        _HOLIDAY_ENDS,
        _holiday,
        also=_HOLIDAY_BEGINNINGS,
        ignore_case=False,
    ),
    construction(
        rf"\b(?:the{SPACE})?(?:very{SPACE})?(?P<edge>{any_of(_EDGE_HEADS).replace(' ', SPACE)})"
        rf"{SPACE}of{SPACE}",
        "end close beginning start middle turn part days half rest remainder",
        _edge,
    ),
    construction(rf"\bthe{SPACE}(?P<unit>week|weekend){SPACE}of{SPACE}", "week weekend", _week_of),
    construction(
        rf"\bthe{SPACE}(?P<edge>first|opening|second|third|last|final|closing){SPACE}"
        rf"(?:few{SPACE}|two{SPACE}|three{SPACE})?"
        rf"(?:days?|weeks?|weekend|months?|years?|decade){SPACE}of{SPACE}",
        "day days week weeks weekend month months year years decade",
        _first_of,
    ),
    construction(
        rf"\b(?:the|its|their|his|her|this|an){SPACE}(?:(?:{ORDINAL}|\d{{1,3}}(?:st|nd|rd|th)|"
        rf"[a-z]{{3,12}}-year|"
        rf"\d{{1,3}}-year|upcoming|coming){SPACE})?anniversary\b",
        "anniversary",
        _anniversary,
    ),
    construction(
        rf"(?<!from )(?<!hence )\b(?:right{SPACE}now|just{SPACE}now|now|currently|presently|"
        rf"nowadays|these{SPACE}days|"
        rf"at{SPACE}present|at{SPACE}the{SPACE}moment|at{SPACE}this{SPACE}(?:point|moment|time)"
        rf")\b(?!-|{SPACE}that\b)",
        "now currently presently nowadays days present moment this",
        _vague("PRESENT_REF"),
    ),
    construction(
        rf"(?<![\w-])(?P<x>current)\b(?!-|{SPACE}(?:and{SPACE}former|week|month|quarter|year|"
        rf"account|of))",
        "current",
        _vague("PRESENT_REF"),
    ),
    construction(
        rf"(?<![\w-])(?:(?:more|most|just){SPACE})?(?:recently|lately)\b",
        "recently lately",
        _vague("PAST_REF"),
    ),
    construction(
        rf"(?<![\w-])(?<!most )(?<!more )(?P<x>recent)\b(?!-|{SPACE}(?:{UNIT}|{SOME}|{NUMBER})"
        rf"{SPACE}?\b)",
        "recent",
        _vague("PAST_REF"),
    ),
    construction(
        rf"\b(?:in|of|from|than){SPACE}(?P<x>the{SPACE}(?:recent{SPACE}|distant{SPACE})?past)\b"
        rf"(?!{SPACE}(?:{UNIT}|{SOME}|{NUMBER}|summer|winter|spring|fall|season))",
        "past",
        _vague("PAST_REF"),
    ),
    construction(rf"\bpast{SPACE}(?:years|months|weeks)\b", "past", _vague("PAST_REF")),
    construction(
        rf"\b(?:in|into|for|about|over){SPACE}(?P<x>(?-i:the{SPACE}future))\b(?!-|{SPACE}of)",
        "future",
        _vague("FUTURE_REF"),
    ),
    construction(
        rf"\bthe{SPACE}(?:very{SPACE})?(?:near|foreseeable|distant|immediate|not-too-distant)"
        rf"{SPACE}future\b|"
        rf"\bthe{SPACE}(?:near|short){SPACE}term\b|\bfuture{SPACE}(?:years|quarters|months|"
        rf"decades)\b",
        "future term",
        _vague("FUTURE_REF"),
    ),
    construction(
        rf"(?<!as )(?<!how )(?<!too )\b(?:very{SPACE}soon|soon)\b(?!{SPACE}(?:after|as|became))",
        "soon",
        _vague("FUTURE_REF"),
    ),
)
