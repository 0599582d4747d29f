"""The words of a text by which a story is known, and how common they are in the news at large."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from variorum.record.letters import without_marks

_WORD: Final = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")

_POSSESSIVE: Final = re.compile(r"['’]s$", re.IGNORECASE)

LEAST_LETTERS: Final = 2
LONGEST_WORD: Final = 40
"""Longer runs of letters are addresses and codes."""

RAREST: Final = 0.01
"""The share of news articles taken to have a word that is not among the common ones."""


def terms_in(text: str) -> Iterator[str]:
    """The words of a text, folded: no case, diacritics, possessive or plural ending."""
    for word in printed_words(text):
        term = folded(word)
        if LEAST_LETTERS <= len(term) <= LONGEST_WORD:
            yield term


def printed_words(text: str) -> Iterator[str]:
    """The words of a text as they stand there, a possessive ending left out."""
    for match in _WORD.finditer(text):
        yield _POSSESSIVE.sub("", match[0])


@lru_cache(100_000)
def folded(word: str) -> str:
    """A word without case, diacritics, inner marks, possessive and plural ending."""
    plain = without_marks(word.casefold())
    plain = plain.replace("’", "").replace("'", "").replace(".", "")
    return _singular(plain)


def _singular(word: str) -> str:
    """One form for "talks" and "talk", "parties" and "party"; it need not be a word."""
    if len(word) < 5 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


@cache
def common_words() -> Mapping[str, float]:
    """The share of news articles that have a word, for those that one in a hundred has.

    Counted over 11,858 articles of the AllSides collection in three periods (2012-13, 2014-15,
    June 2018 to 2020), of which the least counts: what was in the news once is not common.
    """
    text = files("variorum.collate.stories").joinpath("common_words.txt").read_text("utf-8")
    shares: dict[str, float] = {}
    for line in text.splitlines():
        percent, *words = line.split()
        shares |= dict.fromkeys(words, int(percent) / 100)
    return shares
