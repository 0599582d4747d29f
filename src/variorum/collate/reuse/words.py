"""The words of an article as arrays of numbers, so that texts are compared in bulk.

A word is a run of letters and digits, with the apostrophes, and the dots of
abbreviations and decimals, that stand inside it. Two words are equal if they agree
without regard to case, diacritics, width and those inner marks: "U.S." is "US",
"Erdoğan" is "Erdogan", "don’t" is "dont". What is compared is a 64-bit hash.
"""

import sys
import unicodedata
from functools import cache
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.collate.reuse.quoted import quoted_characters
from variorum.record.article import Article

_BREAK, _LETTER, _DIGIT, _IGNORED, _APOSTROPHE, _DOT, _COMMA = range(7)

_BASE: Final = 0x9E3779B97F4A7C15
_LONGEST_WORD: Final = 256
"""Letters of a word beyond this are weighed like this one; no real word is so long."""

Codes = NDArray[np.uint32]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Offsets = NDArray[np.int32]


class Words(msgspec.Struct, frozen=True):
    """The compared words of one article, in order; all arrays have one entry a word.

    - `hashes`: equal for equal words;
    - `starts`, `ends`: code-point offsets into the article's text;
    - `quoted`: whether the word is somebody's quoted speech;
    - `name`: whether it begins with a capital, so that it may be (part of) a name;
    - `paragraph`: number of the body block that the word stands in.
    """

    hashes: Hashes
    starts: Offsets
    ends: Offsets
    quoted: Flags
    name: Flags
    paragraph: Offsets

    def __len__(self) -> int:
        return len(self.hashes)


def words_of(article: Article) -> Words:
    """The words in the body blocks: furniture, captions and promos are no reuse."""
    codes = _codes(article.text)
    paragraph_of = np.full(len(codes) + 1, -1, dtype=np.int32)
    for number, block in enumerate(article.blocks_of("body")):
        paragraph_of[block.start : block.end] = number
    starts, ends, hashes = _cut(codes, paragraph_of[:-1] >= 0)
    quoted = quoted_characters(article)
    capital = _capitals()[codes[starts]]
    return Words(hashes, starts, ends, quoted[starts], capital, paragraph_of[starts])


def words_in(text: str) -> tuple[Offsets, Offsets, Hashes]:
    """Starts, ends and hashes of all words in a text."""
    codes = _codes(text)
    return _cut(codes, np.ones(len(codes), dtype=bool))


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _cut(codes: Codes, wanted: Flags) -> tuple[Offsets, Offsets, Hashes]:
    folds, kinds = _tables()
    kind = np.where(wanted, kinds[codes], _BREAK)
    letter = (kind == _LETTER) | (kind == _DIGIT)
    inside = _inside(kind, letter)
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    starts, ends = edges[::2].astype(np.int32), _with_last_dot(edges[1::2], codes)
    if not len(starts):
        return starts, ends, np.zeros(0, dtype=np.uint64)
    places = np.flatnonzero(letter)
    first = np.searchsorted(places, starts)
    rank = np.arange(len(places)) - np.repeat(first, np.diff(first, append=len(places)))
    weighed = folds[codes[places]] * _powers()[np.minimum(rank, _LONGEST_WORD - 1)]
    return starts, ends, _mixed(np.add.reduceat(weighed, first))


def _inside(kind: NDArray[np.uint8], letter: Flags) -> Flags:
    """Letters and digits, and the marks that belong to the word around them."""
    before, after = _shifted(letter, 1), _shifted(letter, -1)
    between = before & after
    digit = kind == _DIGIT
    in_number = _shifted(digit, 1) & _shifted(digit, -1)
    single = ~_shifted(letter, 2) & ~_shifted(letter, -2)
    joined = between & (kind == _APOSTROPHE)
    joined |= (kind == _DOT) & (in_number | (between & single))
    joined |= (kind == _COMMA) & in_number
    inside: Flags = letter | joined | ((kind == _IGNORED) & (before | after))
    return inside


def _with_last_dot(ends: NDArray[np.int64], codes: Codes) -> Offsets:
    """An abbreviation holds its last dot too: "U.S." and not "U.S"."""
    dots = np.append(codes, 0) == ord(".")
    with_dots: Offsets = (ends + (dots[ends] & dots[ends - 2])).astype(np.int32)
    return with_dots


def _shifted(flags: Flags, by: int) -> Flags:
    """The flag of the neighbour `by` places to the left (negative: right)."""
    moved = np.zeros_like(flags)
    if by > 0:
        moved[by:] = flags[:-by]
    else:
        moved[:by] = flags[-by:]
    return moved


def _mixed(values: Hashes) -> Hashes:
    """Spreads the bits (the finaliser of splitmix64), so that any part of a hash is as good."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _powers() -> Hashes:
    return np.cumprod(np.full(_LONGEST_WORD, _BASE, dtype=np.uint64), dtype=np.uint64)


@cache
def _tables() -> tuple[Hashes, NDArray[np.uint8]]:
    """For each code point its folded form and its kind."""
    folds = np.arange(sys.maxunicode + 1, dtype=np.uint64)
    kinds = np.zeros(sys.maxunicode + 1, dtype=np.uint8)
    for code in range(0x20000):
        character = chr(code)
        kinds[code] = _kind(character)
        if kinds[code] == _LETTER and not 0x3400 <= code < 0xD800:
            folds[code] = _folded(character)
    kinds[0x20000:0x40000] = _LETTER
    return folds, kinds


@cache
def _capitals() -> Flags:
    """For each code point whether it is an upper- or title-case letter."""
    flags = np.zeros(sys.maxunicode + 1, dtype=bool)
    flags[:0x20000] = [unicodedata.category(chr(code)) in ("Lu", "Lt") for code in range(0x20000)]
    return flags


_JOINERS: Final = {"'": _APOSTROPHE, "’": _APOSTROPHE, "‘": _APOSTROPHE, "ʼ": _APOSTROPHE,
                   ".": _DOT, ",": _COMMA, "\u00ad": _IGNORED}  # fmt: skip


def _kind(character: str) -> int:
    category = unicodedata.category(character)
    if category == "Nd":
        return _DIGIT
    if category[0] == "L" or category[0] == "N":
        return _LETTER
    if category in ("Mn", "Me", "Cf"):
        return _IGNORED
    return _JOINERS.get(character, _BREAK)


def _folded(character: str) -> int:
    base = unicodedata.normalize("NFKD", character.casefold())
    return ord(next((letter for letter in base if letter.isalnum()), character))
