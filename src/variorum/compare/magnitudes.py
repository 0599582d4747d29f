"""Numbers that a text only gives the size of: "dozens of trucks", "hundreds of supporters"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.halves import Half, counts_in
from variorum.compare.quantities import Quantity
from variorum.compare.relatives import kin
from variorum.compare.retold import Retold
from variorum.compare.words import stem
from variorum.record.reuse import Place

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


NEAR: Final = 0.66
"""Nearness in meaning from which sentences of one thing give numbers of another size."""


def size_differs(a: Half, b: Half, pair: Retold) -> Contradiction | None:
    """What one sentence has in thousands and the other in hundreds, or gives a number of."""
    if pair.nearness < NEAR:
        return None
    sizes = [[*magnitudes_in(half.text, half.span.start, half.span.end)] for half in (a, b)]
    if [len(some) for some in sizes] == [1, 1]:
        (one,), (other,) = sizes
        low, high = sorted((one, other), key=lambda size: size.value)
        if low.reach[1] > high.reach[0]:
            return None
        return _sizes(a.place(one.start, one.end), b.place(other.start, other.end), one, other)
    for size, half, counted, other_half in (
        (sizes[0], a, counts_in(b), b),
        (sizes[1], b, counts_in(a), a),
    ):
        of_it = [number for number in counted if size and kin(number.unit) == size[0].unit]
        if len(size) == 1 and len(of_it) == 1 and not size[0].may_be(of_it[0].value):
            place = other_half.place(of_it[0].start, of_it[0].end)
            return _sizes(half.place(size[0].start, size[0].end), place, size[0], of_it[0])
    return None


def _sizes(
    a: Place, b: Place, one: Magnitude | Quantity, other: Magnitude | Quantity
) -> Contradiction:
    values = f"{one.value:.12g}", f"{other.value:.12g}"
    return Contradiction(
        "number", a, b, *values, 0.6, "A retelling of the sentence gives a number of another size"
    )
