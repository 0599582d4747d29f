"""Calendar dates: days with their month, months, years, decades, centuries."""

import re
from datetime import date
from typing import Final

from variorum.read.times.draft import (
    BY_TENSE,
    DIGIT,
    FOUR_DIGITS,
    Construction,
    Draft,
    blocked,
    construction,
    edge_steps,
    extent,
    group,
)
from variorum.read.times.vocabulary import (
    DAY_NUMBER,
    DECADES,
    JOIN,
    MONTH,
    MONTH_NAME,
    MONTH_SHORT,
    MONTHS,
    ORDINAL,
    ORDINALS,
    SHORT_WEEKDAY,
    SPACE,
    YEAR,
    any_of,
)
from variorum.record.period import Period, Unit, containing
from variorum.record.step import Step

_YEAR_BEHIND: Final = rf"(?:,?{SPACE}(?P<year>{YEAR})(?![\d,]\d)\b)"
_WEEKDAY_BEFORE: Final = (
    rf"(?:(?:(?:this{SPACE}(?:coming|past)|this|last|next){SPACE})?{SHORT_WEEKDAY},?{SPACE})?"
)
_MONTH_NAMES: Final = " ".join(MONTHS)
_DAY: Final = rf"(?P<day>{DAY_NUMBER}(?:st|nd|rd|th)?|(?i:{ORDINAL}))\b"
_DAY_WORDS: Final = " ".join([DIGIT, *ORDINALS])
_NO_COUNT: Final = rf"(?!\d|[:.,]\d|{SPACE}?(?:%|percent|million|billion|points|cents|km|miles)\b)"
_COUNTED: Final = any_of(
    "people persons troops soldiers points shares workers jobs employees miles kilometers "
    "kilometres feet meters metres tons tonnes dollars euros pounds acres votes cases deaths "
    "homes houses units members students children men women tanks percent cents million "
    "billion yards barrels pages words copies inmates prisoners police officers refugees "
    "passengers victims companies cars vehicles rpm calories degrees species square".split()
)
_EDGE: Final = rf"(?:(?P<edge>(?i:early|mid|late)){JOIN})?"


def _year(text: str) -> int:
    digits = text.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) > 30 else 2000)


def _day_number(text: str) -> int:
    plain = text.casefold()
    return ORDINALS[plain] if plain in ORDINALS else int(re.sub(r"\D", "", plain))


def _month_number(text: str) -> int:
    return MONTHS[text.rstrip(".").casefold()]


def _of_day(match: re.Match[str]) -> Draft | None:
    month, day = _month_number(match["month"]), _day_number(match["day"])
    start, end = extent(match)
    edges, modifier = edge_steps(group(match, "edge"))
    try:
        if match["year"]:
            base = Period("day", date(_year(match["year"]), month, day))
            return Draft(start, end, "date", base=base, steps=edges, modifier=modifier)
        date(2024, month, day)
    except ValueError:
        return None
    step = Step("month_day", 100 * month + day, direction=BY_TENSE)
    return Draft(start, end, "date", steps=(step, *edges), modifier=modifier, by_tense=True)


def _other_day(match: re.Match[str]) -> Draft:
    step = Step("day_of_month", _day_number(match["other"]))
    return Draft(*match.span("other"), "date", base="preceding", steps=(step,))


def _numeric(match: re.Match[str]) -> Draft | None:
    """Month and day in the order of the United States, unless only the other way is a date."""
    first, second = int(match["first"]), int(match["second"])
    month, day = (second, first) if first > 12 else (first, second)
    try:
        return Draft(
            *extent(match), "date", base=Period("day", date(_year(match["year"]), month, day))
        )
    except ValueError:
        return None


def _iso(match: re.Match[str]) -> Draft | None:
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    clock = match["clock"]
    if not clock:
        return Draft(*extent(match), "date", base=Period("day", day))
    zone = match["zone"] or ""
    unit: Unit = "second" if clock.count(":") == 2 else "minute"
    return Draft(*extent(match), "time", base=Period(unit, day, clock, zone))


def _of_month(match: re.Match[str]) -> Draft:
    month = _month_number(match["month"])
    steps, modifier = edge_steps(group(match, "edge"))
    if match["year"]:
        base = Period("month", date(_year(match["year"]), month, 1))
        return Draft(*extent(match), "date", base=base, steps=steps, modifier=modifier)
    step = Step("month", month, direction=BY_TENSE)
    return Draft(*extent(match), "date", steps=(step, *steps), modifier=modifier, by_tense=True)


def _of_near_year(match: re.Match[str]) -> Draft:
    shift = {"last": -1, "this": 0, "next": 1}[match["shift"]]
    edges, modifier = edge_steps(group(match, "edge"))
    steps = (Step("unit", shift, "year"), Step("month", _month_number(match["month"])), *edges)
    return Draft(*extent(match), "date", steps=steps, modifier=modifier)


def _of_year(match: re.Match[str]) -> Draft:
    base = Period("year", date(_year(match["year"]), 1, 1))
    steps, modifier = edge_steps(group(match, "edge"))
    return Draft(*extent(match), "date", base=base, steps=steps, modifier=modifier)


def _bare_year(match: re.Match[str]) -> Draft | None:
    """A year that no preposition introduces; not one behind a name ("Orion 1980")."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    name = _NAME_BEFORE.search(before)
    return None if name and name[1].casefold() not in MONTHS else _of_year(match)


_NAME_BEFORE: Final = re.compile(r"(?<![.!?] )(?<!^)\b([A-Z][a-z]+) $")


def _spoken_year(match: re.Match[str]) -> Draft:
    """Reads "Nineteen ninety-one", "the year two thousand"."""
    words = re.split(r"[\s-]+", match["spoken"].casefold())
    numbers = {word: number for number, word in enumerate(_TEENS, 10)}
    numbers |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
    numbers |= {word: number for number, word in enumerate(_ONES, 1)}
    if words[0] == "two":
        year = 2000 + sum(numbers.get(word, 0) for word in words[2:])
    else:
        year = 100 * numbers[words[0]] + sum(numbers.get(word, 0) for word in words[1:])
    return Draft(*extent(match), "date", base=Period("year", date(year, 1, 1)))


_ONES: Final = "one two three four five six seven eight nine".split()
_TEENS: Final = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPOKEN: Final = (
    rf"(?P<spoken>(?:eighteen|nineteen){SPACE}(?:{any_of(_TENS)}(?:{JOIN}{any_of(_ONES)})?"
    rf"|{any_of(_TEENS)})|two{SPACE}thousand(?:{SPACE}(?:and{SPACE})?{any_of(_ONES)})?)\b"
)


def _of_decade(match: re.Match[str]) -> Draft | None:
    """A decade; "his 30s" are an age."""
    text = match["decade"].casefold()
    is_short = len(text) < 5
    if is_short and text[0] not in "'’" and not match["x"].casefold().startswith("the"):
        return None
    digits = re.sub(r"\D", "", text)
    year = 1900 + 10 * DECADES[text] if text in DECADES else int(digits)
    if is_short:
        year += 1900 if year >= 30 else 2000
    steps, modifier = edge_steps(group(match, "edge"))
    base = Period("decade", date(year // 10 * 10, 1, 1))
    return Draft(*extent(match), "date", base=base, steps=steps, modifier=modifier)


def _of_century(match: re.Match[str]) -> Draft | None:
    text = match["century"].casefold()
    number = ORDINALS[text] if text in ORDINALS else int(re.sub(r"\D", "", text))
    if not 2 <= number <= 30:
        return None
    steps, modifier = edge_steps(group(match, "edge"))
    base = containing("century", date(100 * (number - 1), 1, 1))
    return Draft(*extent(match), "date", base=base, steps=steps, modifier=modifier)


def _attacks(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "date", base=Period("day", date(2001, 9, 11)))


_BEFORE_MONTH: Final = (
    r"(?<![\w-])(?i:in|last|next|this|by|since|until|till|of|through|from|between|and|to|each|every"
    rf"|during|before|after|for|early|mid|late|around|starting|beginning|or|than|past){SPACE}"
)
_BEFORE_YEAR: Final = (
    r"(?:\b(?:in|since|by|from|until|till|during|to|through|before|after|between|for|of|late|"
    r"early|mid"
    r"|and|or|around|about|summer|spring|fall|winter|autumn|season|into|than|the|its|his|her|their"
    rf"|a|an|our|on|back|as)(?:{SPACE}|-)|\(|(?<!\D\d\d\d)(?<!^\d\d\d)[-–])"
)

DATES: Final[tuple[Construction, ...]] = (
    construction(
        rf"\b{_WEEKDAY_BEFORE}{_EDGE}(?P<month>{MONTH}|May)\.?{SPACE}(?:the{SPACE})?{_DAY}"
        rf"{_NO_COUNT}"
        rf"{_YEAR_BEHIND}?",
        _MONTH_NAMES,
        _of_day,
        also=_DAY_WORDS,
        ignore_case=False,
    ),
    construction(
        rf"(?<![\d,.:$£€])\b{_WEEKDAY_BEFORE}(?:the{SPACE})?{_EDGE}{_DAY}(?:{SPACE}of)?{JOIN}"
        rf"(?P<month>{MONTH}|May)\b\.?(?:(?:,?{SPACE}|-)(?P<year>{YEAR})(?![\d,]\d)\b|"
        rf"(?!{SPACE}\d\d?\b))",
        _MONTH_NAMES,
        _of_day,
        also=_DAY_WORDS,
        ignore_case=False,
    ),
    construction(
        rf"\b(?:{MONTH}|May)\.?{SPACE}{DAY_NUMBER}(?:st|nd|rd|th)?"
        rf"(?:,?{SPACE}?(?:and|or|to|through|[-–])|,){SPACE}?(?P<other>{DAY_NUMBER}(?:st|nd|rd|"
        rf"th)?)\b"
        rf"{_NO_COUNT}(?!{SPACE}(?:{_COUNTED}|{MONTH}|May))",
        _MONTH_NAMES,
        _other_day,
        also=DIGIT,
        ignore_case=False,
    ),
    construction(
        r"(?<![\d/.-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)?\d\d)(?![\d/])",
        DIGIT,
        _numeric,
    ),
    construction(
        r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<joint>[-/.])(?P<month>[01]\d)(?P=joint)"
        r"(?P<day>[0-3]\d)"
        r"(?:[T ](?P<clock>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?P<zone>Z|[+-][01]\d:[0-5]\d)?)"
        r"?(?![\d/-])",
        FOUR_DIGITS,
        _iso,
    ),
    construction(
        rf"\b{_EDGE}(?P<month>{MONTH}|May)\.?(?:{SPACE}of)?,?{SPACE}(?P<year>{YEAR})(?![\d,]\d)\b",
        _MONTH_NAMES,
        _of_month,
        also=FOUR_DIGITS,
        ignore_case=False,
    ),
    construction(
        rf"{_BEFORE_MONTH}(?P<x>{_EDGE}(?P<month>{MONTH}|May))\b(?!['’]?[a-z])(?P<year>)",
        _MONTH_NAMES,
        _of_month,
        ignore_case=False,
    ),
    construction(
        rf"\b(?P<x>{_EDGE}(?P<month>{MONTH}|May)(?:{SPACE}of)?{SPACE}(?P<shift>last|next|this)"
        rf"{SPACE}year)\b",
        _MONTH_NAMES,
        _of_near_year,
        also="year",
        ignore_case=False,
    ),
    construction(
        rf"\b(?P<x>(?P<edge>early|mid|late){JOIN}(?:in{SPACE})?(?P<year>{YEAR}))(?![\w$%]|"
        rf"[.,:/]\d|{SPACE}?{_COUNTED}\b)",
        "early mid late",
        _of_year,
    ),
    construction(
        rf"\b(?P<x>(?P<edge>(?i:early|mid|late)){JOIN}(?P<month>{MONTH}|May))\b(?P<year>)",
        _MONTH_NAMES,
        _of_month,
        ignore_case=False,
    ),
    construction(
        rf"(?<![\w-])(?P<month>(?!March|MARCH)(?:{MONTH_NAME}|{MONTH_SHORT}\.))(?![\w-])"
        rf"(?!{SPACE}[A-Z\d])(?P<year>)",
        _MONTH_NAMES,
        _of_month,
        ignore_case=False,
    ),
    construction(
        rf"\b[Tt]he{SPACE}(?P<x>(?P<month>March))(?!{SPACE}(?:for|on|of|to|against|in|[A-Z]))"
        rf"\b(?P<year>)",
        "march",
        _of_month,
        ignore_case=False,
    ),
    construction(
        rf"{_BEFORE_YEAR}(?P<x>(?:the{SPACE}year{SPACE})?(?P<year>{YEAR}))(?![\w$%]|[.,:/]\d|"
        rf"-\d{{3}}"
        rf"|{SPACE}?{_COUNTED}\b)",
        FOUR_DIGITS,
        _of_year,
    ),
    construction(
        rf"(?<![\w$£€#.,:/+-])(?P<x>(?P<year>(?:19|20)\d\d))(?![\w$%]|[.,:/]\d|-\d|{SPACE}"
        rf"?{_COUNTED}\b)",
        FOUR_DIGITS,
        _bare_year,
        ignore_case=False,
    ),
    construction(rf"\b(?:the{SPACE}year{SPACE})?{_SPOKEN}", "nineteen eighteen two", _spoken_year),
    construction(
        rf"(?<![\w$£€])(?P<x>(?:the{SPACE})?{_EDGE}(?P<decade>(?:1[5-9]|20)\d0s|['’]?[2-9]0s|"
        rf"{any_of(DECADES)}))(?![\w-])",
        " ".join([DIGIT, *DECADES]),
        _of_decade,
    ),
    construction(
        rf"\b(?:the{SPACE})?{_EDGE}(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL}){JOIN}century\b",
        "century",
        _of_century,
    ),
    construction(r"(?<![\d/])9/11(?![\d/])", DIGIT, _attacks),
    construction(
        rf"\b(?:Windows|Boeing|Airbus|Flight|Route|Room|No\.|Highway|Section|Resolution|resolution|"
        rf"Nikkei|Russell|Article|Model|Page|page|Channel|Suite|Box|Unit|Interstate|Law)"
        rf"{SPACE}(?:#{SPACE}?)?\d{{4}}\b",
        FOUR_DIGITS,
        blocked,
        ignore_case=False,
    ),
)
