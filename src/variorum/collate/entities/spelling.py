"""How well two words of names agree that are spelled differently."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from rapidfuzz.distance import Indel

from variorum.record.sounds import heard_together, sound

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


@cache
def consonants(word: str) -> str:
    """The consonants of how a folded word sounds; a vowel that it begins with is an a, a g is a k.

    For one letter of Arabic and Persian is written q, gh, g and k ("Araqchi", "Araghchi").
    """
    return _consonants(sound(word)).replace("g", "k")


def _consonants(heard: str) -> str:
    rest = re.sub("[aeiou]", "", heard[1:])
    return ("a" if heard[:1] in "aeiou" else heard[:1]) + rest


def agreement(one: str, other: str, *, given: bool = False) -> float:
    """How well two folded words agree, 0 to 1; `given`: they are given names."""
    if one == other:
        return SAME
    first, second = heard_together(one, other)
    if first == second:
        return SAME_SOUND
    if given and (found := _given_agreement(one, other)):
        return found
    if 1 in (len(one), len(other)) or _differ_in_ending(one, other, given=given):
        return 0.0
    return _likeness(one, other, given=given)


def likeness(one: str, other: str) -> float:
    """The share of letters that two folded words have in common as they sound, 0 to 1."""
    return Indel.normalized_similarity(*heard_together(one, other))


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
    first, second = map(_consonants, heard_together(one, other))
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
