"""ROUGE-1 and ROUGE-2 as ROUGE-1.5.5 counts them with -m and -s: stemmed, without stop words.

Words are runs of a-z and 0-9 (accented letters cut them), in lower case; those of more than three
letters are stemmed after Porter (1980). The program's list of irregular forms (WordNet's
exceptions: "went" is "go") is left out, so that "went" and "gone" are two words here.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[a-z0-9]+")
_UNSTEMMED: Final = 3
"""Letters of a word up to which it is not stemmed."""

STOP_WORDS: Final = frozenset((Path(__file__).parent / "stop_words.txt").read_text("utf-8").split())
"""The list of the SMART retrieval system (Buckley and Salton), with the days, months and agencies
that ROUGE-1.5.5 adds to it."""


class Counts(NamedTuple):
    """Runs of words that two texts share, and how many there are in the found and in the gold."""

    shared: int
    found: int
    gold: int


def rouge_counts(found: Iterable[str], gold: Iterable[str], length: int) -> Counts:
    """ROUGE of runs of `length` words; sentences follow one another without a break."""
    ours, theirs = (_runs(" ".join(one), length) for one in (found, gold))
    return Counts((ours & theirs).total(), ours.total(), theirs.total())


def _runs(text: str, length: int) -> Counter[tuple[str, ...]]:
    words = [stem(word) for word in _WORD.findall(text.lower()) if word not in STOP_WORDS]
    return Counter(zip(*(words[start:] for start in range(length)), strict=False))


@cache
def stem(word: str) -> str:
    """A word's stem after Porter."""
    return _stems([word])[0] if len(word) > _UNSTEMMED else word


def _stems(words: Sequence[str]) -> list[str]:
    """The full-text index of SQLite has Porter's stemmer: its terms are the stems."""
    with sqlite3.connect(":memory:") as base:
        base.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize = 'porter ascii')")
        base.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(words, instance)")
        base.executemany("INSERT INTO words VALUES (?)", [(word,) for word in words])
        return [term for (term,) in base.execute("SELECT term FROM terms ORDER BY doc")]
