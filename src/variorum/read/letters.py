"""Names that are in capitals only because a transcript or a headline prints them so.

"CHUCK TODD" is Chuck Todd; "NATO" and "JD Vance" are written so. Where the text has a word in small
letters too, it is written as there.
"""

from collections.abc import Iterable
from typing import Final

_ROMAN: Final = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XVI".split())
_SMALL: Final = frozenset(
    "de da di del della der den du la le van von bin ibn al el y e of".split()
)
_SHORTEST: Final = 4
"""Letters of a word that is no acronym among several in capitals; shorter ones may be initials."""


def spellings_of(words: Iterable[str]) -> dict[str, str]:
    """The words of a text that are capitalised and not in capitals throughout, by small letters."""
    found: dict[str, str] = {}
    for word in words:
        if word[:1].isupper() and not word.isupper():
            found.setdefault(word.casefold(), word)
    return found


def usual_letters(name: tuple[str, ...], spellings: dict[str, str]) -> tuple[str, ...]:
    """The words of a person's name as they are written outside of capitals.

    A word alone stays in capitals unless the text has it in small letters, too.
    """
    if not is_in_capitals(name):
        return name
    if len(name) == 1:
        return (spellings.get(name[0].casefold(), name[0]),)
    first, *others = name
    return (_usual(first, spellings), *(_usual(word, spellings, is_inside=True) for word in others))


def is_in_capitals(name: tuple[str, ...]) -> bool:
    """Whether a name may be in capitals only because all around it is."""
    if len(name) == 1:
        return name[0].isupper()
    small = [word for word in name if word.isalpha() and not word.isupper()]
    long = [word for word in name if len(word) >= _SHORTEST and word.isupper() and "." not in word]
    return bool(long) and all(word in _SMALL for word in small)


def _usual(word: str, spellings: dict[str, str], *, is_inside: bool = False) -> str:
    if word.casefold() in spellings:
        return spellings[word.casefold()]
    if not word.isupper() or "." in word.rstrip(".") or word in _ROMAN:
        return word
    if is_inside and word.casefold() in _SMALL:
        return word.casefold()
    return "-".join(_capitalised(part) for part in word.split("-"))


def _capitalised(word: str) -> str:
    """A word with one capital, or with two as in "McCain" and "O'Brien"."""
    for mark in ("'", "’"):
        before, sign, behind = word.partition(mark)
        if sign and len(before) == 1 and behind:
            return before + sign + behind.capitalize()
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()
