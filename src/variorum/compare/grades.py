"""Edits that put another number in the place of one that is no count: "third", "half", "6-3"."""

import re
from collections.abc import Iterator
from typing import Final

from variorum.compare.edited import Difference, Side, in_context
from variorum.compare.words import folded_words

_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_MULTIPLES: Final = {
    "halve": 0.5, "double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "twice": 2.0,
    "thrice": 3.0, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "tenfold": 10.0,
}  # fmt: skip
_MAGNITUDES: Final = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10,
}  # fmt: skip
_COUNTS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FEW: Final = frozenset("several many some the a an of".split())
_SCORE: Final = re.compile(r"(\d{1,3})[-–](\d{1,3})")


def grade_difference(a: Side, b: Side) -> Difference | None:
    """Another rank, share, multiple, order of magnitude or score on either side."""
    one, other = (dict(_grades(side.words)) for side in (a, b))
    if any(one[name] != other[name] for name in one.keys() & other.keys()):
        return in_context("number", a, b, 0.8, "The same words with another number")
    return None


def _grades(printed: str) -> Iterator[tuple[str, object]]:
    """What edited words come to, by the scale that it is read on; nothing if they say more."""
    if score := _SCORE.fullmatch(printed.strip()):
        yield "score", frozenset(score.groups())
    words = folded_words(printed)
    telling = [word for word in words if word not in _FEW]
    if len(telling) == 1:
        yield from _of_one(telling[0])
    if len(words) in (1, 2) and (part := _PARTS.get(words[-1].removesuffix("s"))):
        count = _COUNTS.get(words[0], 1) if len(words) == 2 else 1
        if len(words) == 1 or words[0] in _COUNTS:
            yield "share", count / part


def _of_one(word: str) -> Iterator[tuple[str, object]]:
    if rank := _rank(word):
        yield "rank", rank
    for name, scale in (("times", _MULTIPLES), ("magnitude", _MAGNITUDES)):
        for form in (
            word,
            word.removesuffix("s"),
            word.removesuffix("d"),
            word.removesuffix("ing"),
        ):
            if form in scale:
                yield name, scale[form]


def _rank(word: str) -> int | None:
    """The number of an ordinal."""
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    found = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word)
    return int(found[1]) if found else None
