"""Quarters, halves and fiscal years, and the comparisons of reports on them."""

import re
from datetime import date
from typing import Final

from variorum.read.times.draft import BY_TENSE, Construction, Draft, construction, extent, group
from variorum.read.times.vocabulary import SPACE, YEAR
from variorum.record.period import Period
from variorum.record.step import Step, StepKind

_NUMBERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4} | {
    f"{number}{ending}": number for number, ending in ((1, "st"), (2, "nd"), (3, "rd"), (4, "th"))
}
_NUMBER: Final = r"(?P<number>first|second|third|fourth|final|1st|2nd|3rd|4th)"


_REPORT: Final = re.compile(r"\b(?:report(?:s|ed|ing)?|post(?:s|ed|ing)?|releas(?:e|ed|ing))\b")
"""A quarter is over when its results are reported, even if they are yet to be."""


def _quarter(match: re.Match[str]) -> Draft:
    """A quarter; of the year that follows, if "of" does."""
    number = _NUMBERS[group(match, "number")]
    if group(match, "year"):
        base = Period("year", date(int(match["year"]), 1, 1))
        return Draft(*extent(match), "date", base=base, steps=(Step("quarter", number),))
    head = match.groupdict().get("of") is not None
    reported = _REPORT.search(match.string, max(0, match.start() - 40), match.start())
    return Draft(
        match.start("x"),
        match.end("of") if head else match.end("x"),
        "date",
        steps=(Step("quarter", number, direction=BY_TENSE if head or not reported else "past"),),
        by_tense=not reported,
        head=head,
        alone=match.end("x"),
    )


def _quarter_of_near_year(match: re.Match[str]) -> Draft:
    shift = {"last": -1, "this": 0, "next": 1}[group(match, "shift")]
    steps = (Step("unit", shift, "year"), Step("quarter", _NUMBERS[group(match, "number")]))
    return Draft(*extent(match), "date", steps=steps)


def _latest_year(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "date", steps=(Step("unit", -1, "year"),))


def _short(match: re.Match[str]) -> Draft:
    number = int(match["number"])
    kind: StepKind = "quarter" if match["kind"] == "Q" else "half"
    year = match["year"] or match["behind"]
    if year:
        base = Period("year", date(int(year), 1, 1))
        return Draft(*match.span(), "date", base=base, steps=(Step(kind, number),))
    step = Step(kind, number, direction=BY_TENSE)
    return Draft(*match.span(), "date", steps=(step,), by_tense=True)


def _half(match: re.Match[str]) -> Draft:
    """Reads "The first half of ": of the year that follows, or half of a month or decade."""
    number = 1 if group(match, "number") == "first" else 2
    steps = (Step("half", number, direction=BY_TENSE),)
    return Draft(*match.span(), "date", steps=steps, head=True)


def _half_alone(match: re.Match[str]) -> Draft:
    step = Step("half", 1 if group(match, "number") == "first" else 2, direction=BY_TENSE)
    return Draft(*extent(match), "date", steps=(step,), by_tense=True)


def _quarter_told(match: re.Match[str]) -> Draft:
    """Reads "The quarter", "the latest period": the one told before, or the last one."""
    return Draft(
        *extent(match),
        "date",
        base="quarter",
        steps=(Step("unit", 0, "quarter"),),
        otherwise=(Step("unit", -1, "quarter"),),
    )


def _current_quarter(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "date", steps=(Step("unit", 0, "quarter"),))


def _year_before(match: re.Match[str]) -> Draft:
    """Reads "The year-earlier period": the quarter told before, a year back."""
    return Draft(
        *extent(match),
        "date",
        base="quarter",
        steps=(Step("unit", -4, "quarter"),),
        otherwise=(Step("unit", -1, "year"),),
    )


def _quarter_of_year(match: re.Match[str]) -> Draft:
    """Reads "The 1988 quarter": the quarter told before, of that year."""
    year = int(match["year"])
    return Draft(
        *extent(match),
        "date",
        base="quarter",
        steps=(Step("year", year),),
        otherwise=(Step("unit", 0, "year"), Step("year", year)),
    )


def _year_period(match: re.Match[str]) -> Draft:
    base = Period("year", date(int(match["year"]), 1, 1))
    return Draft(*extent(match), "date", base=base)


def _year_end(match: re.Match[str]) -> Draft:
    if group(match, "year"):
        base = Period("day", date(int(match["year"]), 12, 31))
        return Draft(*extent(match), "date", base=base)
    step = Step("month_day", 1231, direction=BY_TENSE)
    return Draft(*extent(match), "date", steps=(step,), by_tense=True)


FISCAL: Final[tuple[Construction, ...]] = (
    construction(
        rf"\b(?P<x>(?:fiscal{SPACE})?{_NUMBER}-quarter)\b(?:{SPACE}(?P<year>{YEAR})\b)?",
        "quarter",
        _quarter,
    ),
    construction(
        rf"\b(?P<x>(?:the{SPACE})?(?:fiscal{SPACE})?{_NUMBER}{SPACE}(?:fiscal{SPACE})?quarter)"
        rf"\b(?P<of>{SPACE}of{SPACE})?",
        "quarter",
        _quarter,
    ),
    construction(
        rf"\bthe{SPACE}(?P<year>{YEAR}){SPACE}(?:fiscal{SPACE})?{_NUMBER}{SPACE}quarter\b",
        "quarter",
        _quarter,
    ),
    construction(
        rf"\b(?P<shift>last|next|this){SPACE}year['’]s{SPACE}{_NUMBER}{SPACE}quarter\b",
        "quarter",
        _quarter_of_near_year,
    ),
    construction(rf"\bthe{SPACE}latest{SPACE}fiscal{SPACE}year\b", "fiscal", _latest_year),
    construction(
        rf"\b(?:(?P<year>{YEAR}){SPACE}?)?(?P<kind>(?-i:[QH]))(?P<number>[1-4])\b(?:{SPACE}"
        rf"(?:of{SPACE})?(?P<behind>{YEAR})\b)?",
        "q1 q2 q3 q4 h1 h2",
        _short,
    ),
    construction(
        rf"\b(?:the{SPACE})?(?P<number>first|second|last|latter){SPACE}half{SPACE}of{SPACE}",
        "half",
        _half,
    ),
    construction(
        rf"\b(?P<x>(?P<number>first|second)-half){SPACE}(?=net|profits?|earnings|results|sales|"
        rf"loss|revenue|growth|gdp)",
        "half",
        _half_alone,
    ),
    construction(
        rf"\b(?:the|that|its){SPACE}(?:(?:latest|recent|most{SPACE}recent|just-ended){SPACE})"
        rf"?quarter\b"
        rf"(?!-|{SPACE}(?:of|to|century|mile|final))|\bthe{SPACE}latest{SPACE}period\b",
        "quarter period",
        _quarter_told,
    ),
    construction(rf"\b(?:the|this){SPACE}current{SPACE}quarter\b", "quarter", _current_quarter),
    construction(
        rf"\bthe{SPACE}(?:comparable{SPACE}|corresponding{SPACE}|same{SPACE})?year-(?:earlier|"
        rf"ago){SPACE}(?:quarter|period)\b|"
        r"\byear-(?:earlier|ago)\b",
        "year",
        _year_before,
    ),
    construction(
        rf"\bthe{SPACE}(?:same{SPACE})?(?P<year>{YEAR}){SPACE}(?:quarter|period)\b",
        "quarter period",
        _quarter_of_year,
    ),
    construction(rf"\bfiscal{SPACE}(?:year{SPACE})?(?P<year>{YEAR})\b", "fiscal", _year_period),
    construction(
        rf"(?<![\w-])year(?:-|{SPACE})end\b(?:{SPACE}(?P<year>{YEAR})\b)?", "end", _year_end
    ),
)
