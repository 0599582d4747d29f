"""Numbers of times: in digits and in words, from "a" to "two and a half"."""

import re
from typing import Final

from variorum.read.times.draft import DIGIT
from variorum.read.times.vocabulary import JOIN, SPACE, any_of

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()

WORDS: Final = (
    {word: number for number, word in enumerate(_ONES) if number}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {"a": 1, "an": 1, "hundred": 100, "dozen": 12, "thousand": 1000, "million": 1_000_000}
)
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}

_SMALL: Final = any_of(word for word in [*_ONES[1:], *_TENS])
_WORD_NUMBER: Final = (
    rf"(?:{_SMALL}(?:{JOIN}{any_of(_ONES[1:10])}\b)?(?:{SPACE}(?:hundred|thousand|million|"
    rf"dozen)\b)?"
    rf"|(?:a|half{SPACE}a){SPACE}(?:hundred|dozen|thousand)\b)"
)
_DIGITS: Final = (
    r"(?:(?<![\d.,$£€/:])\d{1,3}(?:,\d{3}){1,2}(?![\d,])"
    r"|(?<![\d.,$£€/:])\d{1,4}(?:\.\d{1,2}(?!\d)|(?: |-)?[½¼¾]|[ -](?:1/2|1/4|3/4))?(?![\d,]\d))"
)
NUMBER: Final = rf"(?:{_DIGITS}|\b{_WORD_NUMBER}\b(?:{SPACE}and{SPACE}a{SPACE}half\b)?)"
"""A number, without a group of its own."""

NUMBER_WORDS: Final = " ".join([DIGIT, *_ONES[1:], *_TENS, "hundred", "dozen", "thousand"])
"""What stands in every number."""

SOME: Final = (
    rf"(?:several|many|some|various|a{SPACE}few|a{SPACE}couple(?:{SPACE}of)?"
    rf"|a{SPACE}number{SPACE}of|few|countless|dozens{SPACE}of|hundreds{SPACE}of)"
)
"""A number that nobody told; TIMEX3 writes X."""


def read_number(text: str) -> float | None:
    """What a number says, None if it does not: "two and a half" is 2.5, "several" None."""
    words = re.split(r"[\s-]+", text.casefold().strip())
    total, has_number = 0.0, False
    for place, word in enumerate(words):
        if word == "half" and "dozen" in words[place:]:
            total, has_number = 0.5, True
        elif word == "half":
            total += 0.5
        elif word in ("hundred", "dozen", "thousand", "million"):
            total, has_number = (total or 1) * WORDS[word], True
        elif word in WORDS and not (word == "a" and has_number):
            total, has_number = total + WORDS[word], True
        elif (digits := _read_digits(word)) is not None:
            total, has_number = total + digits, True
    return total if has_number else None


def _read_digits(word: str) -> float | None:
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    fraction = _FRACTIONS.get(word[-1:], 0.0)
    plain = word.rstrip("½¼¾").replace(",", "")
    try:
        return float(plain) + fraction
    except ValueError:
        return None
