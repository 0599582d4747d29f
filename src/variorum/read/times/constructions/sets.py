"""What recurs: "every Tuesday", "twice a year", "annually"."""

import re
from typing import Final

from variorum.read.times.constructions.durations import duration_value
from variorum.read.times.draft import Construction, Draft, blocked, construction, extent, group
from variorum.read.times.numbers import NUMBER, read_number
from variorum.read.times.vocabulary import (
    MONTH,
    MONTHS,
    ONE_UNIT,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    SPACE,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
)

_ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W",
    "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M", "bimonthly": "P2M",
    "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "biannually": "P6M",
    "semiannually": "P6M", "biennially": "P2Y",
}  # fmt: skip


def _recurring(name: str) -> str:
    """The TIMEX3 value of a named time that recurs."""
    plain = name.casefold().rstrip(".").removesuffix("s") if name else ""
    if plain in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[plain] + 1}"
    if plain in SEASONS:
        return f"XXXX-{SEASONS[plain]}"
    if plain in PARTS:
        return f"XXXX-XX-XXT{PARTS[plain]}"
    if plain in ("weekend", "weekday"):
        return "XXXX-WXX-WE" if plain == "weekend" else "XXXX-WXX-WD"
    return f"XXXX-{MONTHS[name.casefold().rstrip('.')]:02}"


def _every(match: re.Match[str]) -> Draft:
    number = {"": 1.0, "other": 2.0, "second": 2.0, "single": 1.0, "third": 3.0, "few": None}.get(
        group(match, "number"), 0.0
    )
    if number == 0.0:
        number = read_number(match["number"])
    return Draft(*extent(match), "set", duration_value(number, group(match, "unit")))


def _every_name(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "set", _recurring(group(match, "name")))


def _per(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "set", duration_value(1, group(match, "unit")))


def _adverb(match: re.Match[str]) -> Draft:
    return Draft(*extent(match), "set", _ADVERBS[match["adverb"].casefold()])


_AMOUNT: Final = (
    r"(?:million|billion|trillion|thousand|hundred|cents|dollars|percent|%|barrels|tons|tonnes|"
    r"times"
    r"|people|hours|jobs|cases|miles|[$£€]\s?[\d.,]*\d|units|copies|deaths|euros|pounds|"
    r"visitors|pounds|bpd)"
)

SETS: Final[tuple[Construction, ...]] = (
    construction(
        rf"\b(?:each|every){SPACE}(?:(?:and{SPACE}every{SPACE}))?"
        rf"(?:(?P<number>other|second|single|third|few|{NUMBER}){SPACE})?(?P<unit>{UNIT})\b",
        "each every",
        _every,
    ),
    construction(
        rf"\b(?:each|every){SPACE}(?:other{SPACE})?(?P<name>(?-i:{WEEKDAY}|{MONTH}|May)|"
        rf"{SEASON}|{PART})\b",
        "each every",
        _every_name,
    ),
    construction(
        rf"\b(?:once|twice|thrice|{NUMBER}{SPACE}times|several{SPACE}times|many{SPACE}times){SPACE}"
        rf"(?:an?|per|each|every){SPACE}(?P<unit>{ONE_UNIT})\b",
        "once twice thrice times",
        _per,
    ),
    construction(
        rf"{_AMOUNT}{SPACE}(?P<x>an?{SPACE}(?P<unit>minute|hour|day|week|month|quarter|year))\b"
        rf"(?!-|{SPACE}(?:ago|earlier|later|before|after))",
        "minute hour day week month quarter year",
        _per,
    ),
    construction(
        rf"\b(?P<x>per{SPACE}(?P<unit>second|minute|hour|day|week|month|quarter|year))\b",
        "per",
        _per,
    ),
    construction(
        rf"\bper{SPACE}annum\b", "annum", lambda match: Draft(*match.span(), "set", "P1Y")
    ),
    construction(
        rf"(?<![\w-])(?P<adverb>{'|'.join(_ADVERBS)})\b(?!-|{SPACE}(?:newspaper|paper|magazine|"
        rf"(?-i:[A-Z])))",
        " ".join(_ADVERBS),
        _adverb,
    ),
    construction(
        rf"(?<![\w-])(?:(?:on|most|some){SPACE})?(?P<x>(?P<name>(?-i:{WEEKDAY})s))(?!\w|-|"
        rf"{SPACE}for{SPACE}Future)",
        " ".join(f"{name}s" for name in WEEKDAYS),
        _every_name,
    ),
    construction(
        rf"\b(?:on|in|at|during|most){SPACE}(?P<x>(?P<name>weekends|weekdays|mornings|evenings|"
        rf"nights|afternoons|summers|winters))\b",
        "weekends weekdays mornings evenings nights afternoons summers winters",
        _every_name,
    ),
    construction(
        r"(?-i:\b(?:The )?(?:New York|Los Angeles|Financial|Sunday|Daily|Weekly|Monday|Friday|"
        r"Saturday|"
        r"Evening|Morning|USA|VOA) (?:Times|Telegraph|Mail|Express|Mirror|Star|News|Post|Standard|"
        r"Today|Herald|Record|Beast|Show|Night Live|Kos|Mercury|Tribune|World|Night Football)\b|"
        r"\b(?:Bloody|Black|Super|Cyber|Fat) (?:Sunday|Monday|"
        r"Friday|Tuesday|"
        r"Wednesday|Thursday|Saturday)\b|\b60 Minutes\b|\bFridays for Future\b)",
        "times telegraph mail express mirror star news post standard today herald record beast "
        "show night kos mercury tribune world sunday monday friday tuesday wednesday thursday "
        "saturday minutes fridays",
        blocked,
    ),
)
