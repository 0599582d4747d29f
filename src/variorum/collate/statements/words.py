"""The words of quotations as they are compared: folded, with the function words told apart."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from variorum.collate.statements.senses import ALIKE, BASES
from variorum.record.letters import without_marks

_WORD: Final = re.compile(r"[^\W_]+(?:['’‘ʼ.][^\W_]+|,(?=\d{3})\d+)*")
_INNER: Final = re.compile(r"['’‘ʼ]s$|['’‘ʼ,]|\.(?!\d)|(?<!\d)\.")

FUNCTION_WORDS: Final = frozenset(
    """
    a about above across after again against ago all almost along already also although
    always am among an and another any anybody anyone anything are arent as at away back be
    because been before being below between both but by can cannot cant come coming could
    couldnt did didnt do does doesnt doing done dont down during each either else ever every
    everybody everyone everything few for from get gets getting go goes going gone gonna got
    had hadnt has hasnt have havent having he hed hell her here hers herself hes him himself
    his how however i id if ill im in indeed into is isnt it itd itll its itself ive just
    kind know let lets like lot lots made make makes making many may maybe me mean might
    mine more most much must my myself neither never no nobody none nor not nothing now of
    off oh ok okay on once one ones only or other others our ours ourselves out over own per
    perhaps quite rather really said same say saying says shall she shed shell shes should
    shouldnt since so some somebody someone something sort still such sure than that thats
    the their theirs them themselves then there theres these they theyd theyll theyre theyve
    thing things think this those though through thus to today told too toward towards under
    until up upon us very was wasnt way we wed well went were werent weve what whats
    whatever when where whether which while who whom whose why will with within without wont
    would wouldnt yes yet you youd youll your youre yours yourself youve
    """.split()
)
"""Words that say little of what is said; contractions without their apostrophes."""

_SUFFIXES: Final = ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "y", "e")
_SHORTEST_STEM: Final = 4


def words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and folded form of each word: no case, diacritics or inner marks."""
    for match in _WORD.finditer(text):
        if form := fold(match[0]):
            yield match.start(), match.end(), form


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """A word without case, diacritics, a final 's, apostrophes and the dots of abbreviations.

    British and American spellings are one, and "310mn" is the number alone.
    """
    plain = _INNER.sub("", without_marks(word.casefold()))
    if plain[0:1].isdigit() and (amount := _AMOUNT.fullmatch(plain)):
        return amount[1]
    return _BRITISH.sub(_american, plain) if len(plain) >= _SPELLED_TWO_WAYS else plain


_AMOUNT: Final = re.compile(r"([\d.]+)(?:m|mn|mln|bn|bln|tn|trn|k)")

_SPELLED_TWO_WAYS: Final = 5
"""Letters from which endings such as "our" and "ise" are spelled in two ways: not in "hour"."""

_AMERICAN: Final = {"our": "or", "is": "iz", "ys": "yz", "tre": "ter", "ence": "ense", "ll": "l",
                    "ogue": "og", "mme": "m"}  # fmt: skip
_BRITISH: Final = re.compile(
    r"our(?=(?:s|ed|ing|ite|able|ful|hood|er|ers)?$)|is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)|"
    r"ys(?=(?:e|es|ed|ing)$)|tre(?=s?$)|ence(?=s?$)|ll(?=(?:ed|ing|er|ers)$)|ogue(?=s?$)|mme(?=s?$)"
)
"""Endings of words that are spelled in two ways. Other words with them ("promise") change alike."""


def _american(match: re.Match[str]) -> str:
    return _AMERICAN[match[0]]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What forms of one word, and words for one thing, have in common: "indictments", "indicted".

    "Arrested" and "detained" have one stem, as have "fell" and "drop" (`senses`).
    """
    bare = _bare(BASES.get(word, word))
    return _ALIKE_STEMS.get(bare, bare)


def _bare(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


def _inflected(word: str) -> Iterator[str]:
    """A word as it may stand in a text: "drop", "drops", "dropped", "dropping"."""
    without_end = word[:-1] if word[-1] in "ey" else word
    stems = (word, without_end, word + word[-1], without_end + "i")
    yield word
    yield from (one + end for one in stems for end in ("s", "es", "ed", "ing"))


_ALIKE_STEMS: Final = {
    _bare(form): _bare(first) for word, first in ALIKE.items() for form in _inflected(word)
} | {_bare(word): _bare(first) for word, first in ALIKE.items()}


def is_content(word: str) -> bool:
    """Whether a folded word says something of what is said."""
    return word not in FUNCTION_WORDS
