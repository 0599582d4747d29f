"""Numbers that a text only gives the size of: "dozens of trucks", "hundreds of supporters"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from variorum.compare.relatives import kin
from variorum.compare.words import stem

FROM: Final = 1.3
TO: Final = 10.0
"""What "hundreds" reaches from and to, as often as a hundred."""

_SIZES: Final = {
    "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "tens of thousands": 1e4,
    "hundreds of thousands": 1e5, "millions": 1e6, "tens of millions": 1e7,
    "hundreds of millions": 1e8, "billions": 1e9,
}  # fmt: skip
_MAGNITUDE: Final = re.compile(
    rf"\b(?P<size>{'|'.join(sorted(_SIZES, key=len, reverse=True))})"
    r"(?: of (?:[a-z’'-]+ ){0,2}?(?P<noun>[a-z-]+s|people|men|women|children|police|cattle)\b)?",
    re.IGNORECASE,
)
_NO_COUNT: Final = frozenset(map(stem, ("dollars", "euros", "pounds", "years", "miles", "times")))


class Magnitude(NamedTuple):
    """Where it stands, the number that it is so often, and the stem of what is counted, if told."""

    start: int
    end: int
    value: float
    unit: str

    @property
    def reach(self) -> tuple[float, float]:
        """From what number to what number it may be."""
        return FROM * self.value, TO * self.value

    def may_be(self, value: float) -> bool:
        """Whether a number may be meant, with some slack."""
        low, high = self.reach
        return SLACK_BELOW * low <= value <= SLACK_ABOVE * high


SLACK_BELOW: Final = 0.8
SLACK_ABOVE: Final = 1.5


def magnitudes_in(text: str, start: int, end: int) -> Iterator[Magnitude]:
    """The magnitudes of a range of a text that are of what can be counted."""
    for found in _MAGNITUDE.finditer(text, start, end):
        unit = kin(stem(found["noun"].casefold())) if found["noun"] else ""
        if unit not in _NO_COUNT:
            value = _SIZES[found["size"].casefold()]
            yield Magnitude(found.start(), found.end(), value, unit)
