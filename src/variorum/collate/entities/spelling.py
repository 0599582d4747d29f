"""Names as they sound: what is left when spelling, accents and romanization are taken away."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

from rapidfuzz.distance import Indel

SAME: Final = 1.0
SAME_SOUND: Final = 0.97
SHORT_FORM: Final = 0.93
SAME_CONSONANTS: Final = 0.9
INITIAL: Final = 0.85
ALIKE: Final = 0.8
"""How well two words of a name agree, by how they do; 0 where they do not."""

_FEW_CONSONANTS: Final = 4
_ALIKE_VOWELS: Final = 0.7
_MORE_ALIKE: Final = 0.8
_ALIKE_LETTERS: Final = 0.9
_LONG: Final = 8
_LONG_WORD: Final = 6
_MOST_VOWELS: Final = 0.75
_VOWEL: Final = re.compile("[aeiou]")

_PLAIN: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    | dict.fromkeys("'’‘ʼʻ`´ʹʺ.\u00ad")
)

_SOUNDS: Final = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        (r"(?<=[iy])j$", ""),
        (r"x", "ks"),
        (r"dzh|dj|zh", "j"),
        (r"sch|sh|sz", "S"),
        (r"tch|ch|cz", "C"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"gh", "g"),
        (r"[tdb]h", lambda found: found[0][0]),
        (r"ck|qu?", "k"),
        (r"ts|tz", "z"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"w", "v"),
        (r"(?<=[oe])ff$", "v"),
        (r"z", "s"),
        (r"oo|ou", "u"),
        (r"ee", "i"),
        (r"([aou])e", r"\1"),
        (r"y", "i"),
        (r"ie", "e"),
        (r"ng", "n"),
        (r"(?<=[aeiou])h(?=[^aeiou]|$)", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""Romanizations of Slavic, Arabic, Turkish and Chinese names that stand for one sound, in the
order in which they are heard; S and C stand for what English writes as sh and ch."""


@cache
def fold(word: str) -> str:
    """A word in plain small letters."""
    plain = word if word.isascii() else unicodedata.normalize("NFKD", word)
    # What is taken apart may be a capital, and a small letter may be taken apart again.
    letters = unicodedata.normalize("NFKD", plain.casefold()).translate(_PLAIN)
    return "".join(one for one in letters if not unicodedata.combining(one))


@cache
def sound(word: str) -> str:
    """How a folded word sounds."""
    for letters, heard in _SOUNDS:
        word = letters.sub(heard, word)
    return word


@cache
def consonants(word: str) -> str:
    """The consonants of how a folded word sounds; a vowel that it begins with is an a, a g is a k.

    For one letter of Arabic and Persian is written q, gh, g and k ("Araqchi", "Araghchi").
    """
    return _consonants(sound(word)).replace("g", "k")


def _consonants(heard: str) -> str:
    rest = re.sub("[aeiou]", "", heard[1:])
    return ("a" if heard[:1] in "aeiou" else heard[:1]) + rest


def _heard(one: str, other: str) -> tuple[str, str]:
    """How two words sound; a g as a k, if one of them has a letter that may be either."""
    heard, other_heard = sound(one), sound(other)
    if "q" in one + other or "gh" in f"{one} {other}":
        return heard.replace("g", "k"), other_heard.replace("g", "k")
    return heard, other_heard


def agreement(one: str, other: str, *, given: bool = False) -> float:
    """How well two folded words agree, 0 to 1; `given`: they are given names."""
    if one == other:
        return SAME
    heard, other_heard = _heard(one, other)
    if heard == other_heard:
        return SAME_SOUND
    if given and (found := _given_agreement(one, other)):
        return found
    if 1 in (len(one), len(other)) or _differ_in_ending(one, other, given=given):
        return 0.0
    return _likeness(one, other, given=given)


def likeness(one: str, other: str) -> float:
    """The share of letters that two folded words have in common as they sound, 0 to 1."""
    return Indel.normalized_similarity(*_heard(one, other))


def agreement_of_things(one: str, other: str) -> float:
    """How well two words agree that are not people's names, which are mostly common words.

    Only vowels may differ, each for another ("Hezbollah", "Hizbullah"), or letters of one sound.
    """
    if one == other:
        return SAME
    if min(len(one), len(other)) < _LONG_WORD or one[0] != other[0]:
        return 0.0
    if sound(one) == sound(other) and abs(len(one) - len(other)) < 2:
        return SAME_SOUND
    if _VOWEL.sub("a", one) != _VOWEL.sub("a", other):
        return 0.0
    alike = Indel.normalized_similarity(one, other)
    return SAME_CONSONANTS if alike >= _MOST_VOWELS else 0.0


def full_forms(given: str) -> frozenset[str]:
    """The given names that a folded one may be short for, itself among them."""
    return _full_forms().get(given, frozenset()) | {given}


def _likeness(one: str, other: str, *, given: bool) -> float:
    """How well words agree that are written and heard differently."""
    alike = likeness(one, other)
    first, second = map(_consonants, _heard(one, other))
    heard = first if first == second else ""
    if len(heard) >= _FEW_CONSONANTS and alike >= _ALIKE_VOWELS:
        return SAME_CONSONANTS
    if given and len(heard) == _FEW_CONSONANTS - 1 and alike >= _MORE_ALIKE:
        return ALIKE
    is_long = min(len(one), len(other)) >= _LONG and one[0] == other[0]
    return ALIKE if is_long and alike >= _ALIKE_LETTERS else 0.0


def _given_agreement(one: str, other: str) -> float:
    if 1 in (len(one), len(other)):
        return INITIAL if one[0] == other[0] else 0.0
    return SHORT_FORM if full_forms(one) & full_forms(other) else 0.0


def _differ_in_ending(one: str, other: str, *, given: bool) -> bool:
    """Whether they are forms for two genders ("Ivanov", "Ivanova"; "Carlo", "Carla")."""
    short, long = sorted((sound(one), sound(other)), key=lambda word: (len(word), word))
    if (
        given
        and len(short) == len(long)
        and short[:-1] == long[:-1]
        and "a" in (short[-1], long[-1])
    ):
        return True
    return len(long) == len(short) + 1 and long.startswith(short) and long[-1] in "ae"


@cache
def _full_forms() -> dict[str, frozenset[str]]:
    text = files("variorum.collate.entities").joinpath("data", "given_names.txt")
    forms: dict[str, set[str]] = {}
    for line in text.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            full, *short = line.split()
            for form in short:
                forms.setdefault(form, set()).add(full)
    return {form: frozenset(full) for form, full in forms.items()}
