"""Words as they sound: what is left when accents and romanization are taken away."""

import re
import unicodedata
from functools import cache
from typing import Final

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


def heard_together(one: str, other: str) -> tuple[str, str]:
    """How two words sound; a g as a k, if one of them has a letter that may be either."""
    first, second = sound(one), sound(other)
    if "q" in one + other or "gh" in f"{one} {other}":
        return first.replace("g", "k"), second.replace("g", "k")
    return first, second
