"""Numbers that a text gives, and whether two of them can both be true of one thing."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from variorum.compare.words import Word, folded_words, stem, words_in
from variorum.record.span import Span

Bound = Literal["exact", "about", "at_least", "at_most"]

SLACK: Final = 0.15
"""How far "about" reaches, as a share: "about 20" may be 17."""

REACH: Final = 0.5
"""How far above "more than" a number may lie, as a share, and half of that below "nearly"."""

ROUNDED: Final = 0.05
"""How far a number may be rounded, as a share, without a word that says so."""

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen".split()
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NAMED: Final = (
    {word: float(number) for number, word in enumerate(_ONES)}
    | {word: 10.0 * number for number, word in enumerate(_TENS, 2)}
    | {
        f"{ten}-{one}": 10.0 * number + unit
        for number, ten in enumerate(_TENS, 2)
        for unit, one in enumerate(_ONES[:10])
        if unit
    }
)
COUNTS: Final = _NAMED
"""The numbers from nought to ninety-nine by their words."""

_FIRST_WORDS: Final = frozenset(("a", "an", *_NAMED))
_TIMES: Final = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "bn": 1e9, "mn": 1e6, "dozen": 12.0, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
}  # fmt: skip


def _tree(words: Iterable[str]) -> str:
    """An expression for any of some words, that looks at each character but once."""
    ends: dict[str, list[str]] = {}
    for word in words:
        ends.setdefault(word[:1], []).append(word[1:])
    is_whole = ends.pop("", None) is not None
    parts = [f"[{head}{head.upper()}]{_tree(rest)}" for head, rest in ends.items()]
    return f"(?:{'|'.join(parts)}){'?' if is_whole else ''}" if parts else ""


_NUMBER_WORDS: Final = (*_ONES, *_TENS, *_TIMES, "hour")
_MAY_BE_NUMBER: Final = re.compile(
    rf"\d|\b(?=[{''.join(sorted({word[0] + word[0].upper() for word in _NUMBER_WORDS}))}])"
    rf"{_tree(_NUMBER_WORDS)}\b"
)
"""Without this in it, a text has no number: most paragraphs need not be cut into words."""

_SUFFIXES: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "": 1.0}
_DIGITS: Final = re.compile(
    r"(?P<money>[$€£¥])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<times>k|m|mn|b|bn|tn)?(?P<joined>-[a-z-]+)?(?P<percent>%)?"
)
_CURRENCIES: Final = {
    "eur": "€", "usd": "$", "gbp": "£", "us": "$", "jpy": "¥", "cny": "yuan", "rmb": "yuan",
    "chf": "franc", "inr": "rupee", "rs": "rupee", "rub": "rouble", "cad": "$", "aud": "$",
    "sek": "krona", "nok": "krone", "try": "lira", "zar": "rand", "brl": "real",
}  # fmt: skip
"""What stands before an amount of money: "EUR 250 million"."""

_JOINED: Final = re.compile(
    rf"(?P<number>{'|'.join(sorted(_NAMED, key=len, reverse=True))})-(?P<unit>second|minute|hour|"
    r"day|week|month|year|year-old|strong|member|seat|nation|mile|man|judge|point|storey|story)"
)
"""A number in words that is joined to what it counts: "a two-hour call"."""

_PER_CENT: Final = frozenset("percent pct percentage".split())
_BOUNDS: Final[dict[str, Bound]] = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "some": "about", "estimated": "about", "circa": "about", "perhaps": "about",
    "least": "at_least", "over": "at_least", "than": "at_least", "exceeding": "at_least",
    "nearly": "at_most", "almost": "at_most", "most": "at_most", "under": "at_most",
    "below": "at_most",
}  # fmt: skip
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december "
    "jan jan. feb feb. mar. apr. jun. jul. aug aug. sept sept. sep. oct oct. nov nov. dec "
    "dec.".split()
)
_NOT_COUNTED: Final = frozenset(
    "of the a an in on at to and or by for from with that which who is are was were has have had "
    "will would could may might been be as it its his her their this than p.m a.m p.m. a.m. pm am "
    "gmt et est edt utc but not after before when while if said says told so".split()
)
_BETWEEN: Final = frozenset("more other new additional of the these those".split())
_LEADING: Final = frozenset(
    "only just all both another some any every no not even still exactly fewer further then last "
    "this its their his her our your my we they you he she there here meanwhile nearly almost "
    "today yesterday police officials army officers".split()
)
"""Words that may open a sentence before a number, and name nothing: "Only 24 were left"."""

_PLURAL: Final = ("s", "men", "children")
"""Endings of what is counted."""

_MINUTES: Final = {
    stem(unit): minutes
    for unit, minutes in {
        "second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0,
    }.items()
}  # fmt: skip


class Quantity(NamedTuple):
    """A number in a text.

    `start`, `end`: its words, the unit and what qualifies it included; `value`; `unit`: "%", a
    currency, "time" (the value is in minutes), or the stem of what is counted, "" if that cannot
    be told; `bound`: how the text qualifies it.
    """

    start: int
    end: int
    value: float
    unit: str
    bound: Bound

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def quantities_in(text: str, start: int, end: int) -> list[Quantity]:
    """The numbers of a range of a text that count or measure; dates, years and clocks are left."""
    if _MAY_BE_NUMBER.search(text, start, end) is None:
        return []
    return [
        one._replace(start=one.start + start, end=one.end + start)
        for one in _quantities(text[start : end + _CLOCK], end - start)
    ]


_CLOCK: Final = 6
"""Characters behind a number in which "a.m." or "p.m." is looked for."""


@lru_cache(8192)
def _quantities(text: str, length: int) -> tuple[Quantity, ...]:
    """The numbers of the first `length` characters: many articles print the same sentences."""
    found: list[Quantity] = []
    for start, end in _windows(text, length):
        found += _in_window(text, words_in(text, start, end))
    return tuple(found)


_AHEAD: Final = 60
_BEYOND: Final = 100
"""Characters before and after a number that tell what it is of."""


def _windows(text: str, length: int) -> list[tuple[int, int]]:
    """The parts of a text that may have numbers, from the start of a word to the end of one."""
    windows: list[tuple[int, int]] = []
    for found in _MAY_BE_NUMBER.finditer(text, 0, length):
        start = text.rfind(" ", 0, max(0, found.start() - _AHEAD)) + 1
        end = text.find(" ", found.end() + _BEYOND, length)
        end = length if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], end
        else:
            windows.append((start, end))
    return windows


def _in_window(text: str, words: list[Word]) -> list[Quantity]:
    found, at = [], 0
    while at < len(words):
        number = _number(words, at)
        if number is None:
            at += 1
            continue
        value, after, unit = number
        if not _is_calendar(text, words, at, after):
            found.append(_quantity(text, words, at, after, value, unit))
        at = after
    return found


def _number(words: list[Word], at: int) -> tuple[float, int, str] | None:
    """The value of the number at a word, the place after it, and its unit as far as joined."""
    word = words[at].folded
    unit = ""
    if word[0].isalpha() and word.partition("-")[0] not in _FIRST_WORDS:
        return None
    if found := _DIGITS.fullmatch(word):
        joined = (found["joined"] or "-")[1:]
        value = float(found["number"].replace(",", "")) * _SUFFIXES[found["times"] or ""]
        value *= _TIMES.get(joined, 1.0)
        unit = found["money"] or found["percent"] or ("" if joined in _TIMES else stem(joined))
    elif word in _NAMED:
        value = _NAMED[word]
    elif joined := _JOINED.fullmatch(word):
        value, unit = _NAMED[joined["number"]], stem(joined["unit"])
    elif word in ("a", "an") and at + 1 < len(words) and words[at + 1].folded in {*_TIMES, "hour"}:
        value = 0.5 if at and words[at - 1].folded == "half" else 1.0
    else:
        return None
    at += 1
    while at < len(words) and words[at].folded in _TIMES:
        value *= _TIMES[words[at].folded]
        at += 1
    return value, at, unit


def _is_calendar(text: str, words: list[Word], at: int, after: int) -> bool:
    """Whether a number is a year, a day of a month or an hour of the clock, or one of a name."""
    word = words[at]
    before = words[at - 1].folded if at else ""
    following = words[after].folded if after < len(words) else ""
    if at and _currency(words[at - 1]):
        return False
    if before in _MONTHS or (following in _MONTHS and word.text.isdigit()):
        return True
    if (
        re.match(r"\s*[ap]\.?m\b", text[words[after - 1].end : words[after - 1].end + _CLOCK])
        or ":" in word.text
    ):
        return True
    is_year = re.fullmatch(r"(?:1[5-9]|20)\d\d", word.text) is not None
    if is_year and (after - at == 1):
        return True
    if at > 0 and word.text[:1].isupper() and not _opens(text, words[at - 1], word):
        return True  # "Group of Seven"
    is_named = (
        at > 0
        and before not in _NOT_COUNTED
        and before not in _BETWEEN
        and before not in _LEADING
        and words[at - 1].text[:1].isupper()
        and word.text.isdigit()
    )
    return is_named and text[words[at - 1].end : word.start] in (" ", "-") and before not in _BOUNDS


def _opens(text: str, before: Word, word: Word) -> bool:
    """Whether a word begins a sentence: "Two fled. Seven people were arrested"."""
    return _SENTENCE_END.fullmatch(text, before.end, word.start) is not None


_SENTENCE_END: Final = re.compile(r"[.!?:…][\"”’')\]]*\s+[\"“‘'(\[]*|\n\s*")


def _quantity(
    text: str, words: list[Word], at: int, after: int, value: float, unit: str
) -> Quantity:
    end = words[after - 1].end
    if not unit:
        unit, head = _unit(text, words, after)
        end = head or end
    if unit in _MINUTES:
        unit, value = "time", value * _MINUTES[unit]
    bound, start = _bound(words, at)
    if at and not unit and (currency := _currency(words[at - 1])):
        bound, start = _bound(words, at - 1)
        unit, end = currency, words[after - 1].end
    return Quantity(start, end, value, unit, bound)


def _currency(word: Word) -> str:
    """The currency that a word in capitals stands for, "" if none."""
    return _CURRENCIES.get(word.folded, "") if word.text in _IN_CAPITALS else ""


_IN_CAPITALS: Final = frozenset((*map(str.upper, _CURRENCIES), "Rs")) - {"US", "TRY"}


def _unit(text: str, words: list[Word], after: int) -> tuple[str, int | None]:
    """What is counted, and where its word ends."""
    for word in words[after : after + 3]:
        if re.search(r"[,.;:!?\"“”()—–]", text[words[after - 1].end : word.start]):
            break
        if word.folded in _PER_CENT:
            return "%", word.end
        if word.folded == "per":
            return "%", word.end + 5
        if word.folded in _BETWEEN or word.text[:1].isupper():
            continue
        if word.folded in _NOT_COUNTED or word.text[:1].isdigit():
            break
        if word.folded.endswith(_PLURAL) or stem(word.folded) in {*_MINUTES, "people"}:
            return stem(word.folded), word.end
    return "", None


def _bound(words: list[Word], at: int) -> tuple[Bound, int]:
    """How the words before a number qualify it, and where they begin."""
    start = words[at].start
    if not at or words[at - 1].folded not in _BOUNDS or _is_given_over(words, at):
        return "exact", start
    before = words[at - 1]
    phrase = [word.folded for word in words[max(0, at - 2) : at]]
    if before.folded in ("than", "least", "most"):
        start = words[at - 2].start if at > 1 else before.start
        if phrase[0] in ("less", "fewer", "lower"):
            return "at_most", start
        if before.folded == "than" and phrase[0] not in ("more", "greater", "higher"):
            return "exact", words[at].start
        if before.folded in ("least", "most") and phrase[0] != "at":
            return "exact", words[at].start
        return _BOUNDS[before.folded], start
    return _BOUNDS[before.folded], before.start


def _is_given_over(words: list[Word], at: int) -> bool:
    """Whether an "over" before a number belongs to the verb: who hands over 300 hands no more."""
    return at > 1 and words[at - 1].folded == "over" and words[at - 2].folded in _GIVING_OVER


_GIVING_OVER: Final = frozenset(
    "hand hands handed handing turn turns turned turning take takes took taken taking sign signed "
    "give gave given giving".split()
)


def may_be_number(words: str) -> bool:
    """Whether words may be of a number, "a" of "a dozen" too; cheaper than finding it."""
    return any(map(str.isdigit, words)) or any(
        word in _NAMED or word in _TIMES or word in ("a", "an") for word in folded_words(words)
    )


def is_compatible(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true of one thing: the same, a rounding, "about", "more than"."""
    low, high = sorted((one, other), key=lambda quantity: quantity.value)
    if high.value in (low.value, 0):
        return True
    apart = (high.value - low.value) / high.value
    if one.bound == other.bound == "exact":
        return apart <= ROUNDED and _rounds(one, other)
    if "about" in (one.bound, other.bound) and apart <= SLACK:
        return True
    if one.bound == other.bound:
        return apart <= SLACK / 2
    if low.bound == "at_least" and apart <= REACH:
        return True
    return high.bound == "at_most" and apart <= REACH / 2


def _rounds(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other with fewer digits: "2.6 million" and "2,591,000"."""
    coarse, fine = sorted((one.value, other.value), key=_digits)
    digits = _digits(coarse)
    is_large = min(coarse, fine) >= 20 or not float(fine).is_integer()
    return is_large and digits < _digits(fine) and float(f"{fine:.{max(0, digits - 1)}e}") == coarse


def _digits(value: float) -> int:
    """How many digits of a number are significant."""
    return len(f"{value:.12g}".replace(".", "").lstrip("0").split("e")[0].rstrip("0")) or 1
