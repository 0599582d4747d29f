"""The words of an article as arrays of numbers, so that texts are compared in bulk.

A word is a run of letters and digits, with the apostrophes, and the dots of
abbreviations and decimals, that stand inside it. Two words are equal if they agree
without regard to case, diacritics, width and those inner marks, except for the point of a
decimal: "U.S." is "US", "Erdoğan" is "Erdogan", "don’t" is "dont", "12,000" is "12000",
but "1.5" is not "15". What is compared is a 64-bit hash.
"""

import sys
import unicodedata
from functools import cache
from typing import Final, NamedTuple

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
    quoted = np.frombuffer(quoted_characters(article), dtype=np.bool_)
    capital = _capitals()[codes[starts]]
    return Words(hashes, starts, ends, quoted[starts], capital, paragraph_of[starts])


def words_in(text: str) -> tuple[Offsets, Offsets, Hashes]:
    """Starts, ends and hashes of all words in a text."""
    codes = _codes(text)
    return _cut(codes, np.ones(len(codes), dtype=bool))


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _cut(codes: Codes, wanted: Flags) -> tuple[Offsets, Offsets, Hashes]:
    kind = np.where(wanted, _tables().kinds.take(codes), _BREAK)
    letter = (kind == _LETTER) | (kind == _DIGIT)
    in_number = _between(kind == _DIGIT)
    inside = _inside(kind, letter, in_number)
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    starts, ends = edges[::2].astype(np.int32), _with_last_dot(edges[1::2], codes, kind)
    if not len(starts):
        return starts, ends, np.zeros(0, dtype=np.uint64)
    weighed = np.flatnonzero(letter | (in_number & (kind == _DOT)))
    return starts, ends, _hashed(codes[weighed], np.searchsorted(weighed, starts))


def _hashed(letters: Codes, first: NDArray[np.intp]) -> Hashes:
    """One number for each word, of its letters; `first` are the places where words begin."""
    folds, widths, _ = _tables()
    width = widths.take(letters)
    place = np.cumsum(width, dtype=np.int32) - width
    rank = place - np.repeat(place[first], np.diff(first, append=len(letters)))
    terms = folds.take(letters) * _powers().take(rank, mode="clip")
    return _mixed(np.add.reduceat(terms, first))


def _inside(kind: NDArray[np.uint8], letter: Flags, in_number: Flags) -> Flags:
    """Letters and digits, and the marks that belong to the word around them."""
    before, after = _shifted(letter, 1), _shifted(letter, -1)
    between = before & after
    single = ~_shifted(letter, 2) & ~_shifted(letter, -2)
    joined = between & (kind == _APOSTROPHE)
    joined |= (kind == _DOT) & (in_number | (between & single))
    joined |= (kind == _COMMA) & in_number
    inside: Flags = letter | joined | ((kind == _IGNORED) & (before | after))
    return inside


def _with_last_dot(ends: NDArray[np.int64], codes: Codes, kind: NDArray[np.uint8]) -> Offsets:
    """An abbreviation holds its last dot too: "U.S." and not "U.S"; a decimal has none."""
    dots = np.append(codes, 0) == ord(".")
    dotted = dots[ends] & dots[ends - 2] & (kind[ends - 1] == _LETTER)
    with_dots: Offsets = (ends + dotted).astype(np.int32)
    return with_dots


def _between(flags: Flags) -> Flags:
    """Whether both neighbours are flagged."""
    return _shifted(flags, 1) & _shifted(flags, -1)


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


class _Tables(NamedTuple):
    """For each code point its folded form, how many letters that has, and its kind."""

    folds: Hashes
    widths: NDArray[np.uint8]
    kinds: NDArray[np.uint8]


@cache
def _tables() -> _Tables:
    folds = np.arange(sys.maxunicode + 1, dtype=np.uint64)
    widths = np.ones(sys.maxunicode + 1, dtype=np.uint8)
    kinds = np.zeros(sys.maxunicode + 1, dtype=np.uint8)
    for code in range(0x20000):
        character = chr(code)
        kinds[code] = _kind(character)
        if kinds[code] in (_LETTER, _DIGIT) and not 0x3400 <= code < 0xD800:
            letters = _folded(character)
            folds[code], widths[code] = _as_number(letters), len(letters)
    kinds[0x20000:0x40000] = _LETTER
    return _Tables(folds, widths, kinds)


@cache
def _capitals() -> Flags:
    """For each code point whether it is an upper- or title-case letter."""
    flags = np.zeros(sys.maxunicode + 1, dtype=bool)
    flags[:0x20000] = [unicodedata.category(chr(code)) in ("Lu", "Lt") for code in range(0x20000)]
    return flags


_JOINERS: Final = {"'": _APOSTROPHE, "’": _APOSTROPHE, "‘": _APOSTROPHE, "ʼ": _APOSTROPHE,
                   ".": _DOT, ",": _COMMA, "\u00ad": _IGNORED}  # fmt: skip


def _kind(character: str) -> int:
    if character in _JOINERS:
        return _JOINERS[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return _DIGIT
    if category[0] in "LN":
        return _LETTER
    return _IGNORED if category[0] == "M" or category == "Cf" else _BREAK


def _folded(character: str) -> str:
    """The letters that a character stands for: "ß" is "ss", "É" is "e", "２" is "2"."""
    letters = unicodedata.normalize("NFKD", character.casefold())
    return "".join(one for one in letters if _kind(one) != _IGNORED) or character


def _as_number(letters: str) -> int:
    """What `letters` add to the hash of a word that begins with them, but for the first power."""
    return (
        sum(ord(letter) * pow(_BASE, place, 2**64) for place, letter in enumerate(letters)) % 2**64
    )
