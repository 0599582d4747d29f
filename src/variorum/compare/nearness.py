"""How near in meaning the sentences around two places are, as the encoder that read them has it."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from variorum.record.reading import Reading
from variorum.record.reuse import Place

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float32]

UNLIKE: Final = 0.35
ALIKE: Final = 0.5
SAME: Final = 0.7
"""What nine in ten pairs of sentences of a story stay below; what one in fifty is above, and one in
two hundred. Measured over the sentences of six invented stories."""


class _Rows(NamedTuple):
    """An article's sentences by where they start and end, with their vectors, of length one."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    vectors: "Numbers"


class Nearness:
    """Holds sentences of articles against one another.

    The same two sentences are always as near, whatever else is read.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = {one.article: one for one in readings if one.dimensions}
        self._rows: dict[str, _Rows] = {}
        self._known: dict[tuple[str, int | None, str], float] = {}

    def between(self, one: Place, other: Place) -> float:
        """From about 0 to 1, rounded; 0 where a place stands in no sentence that was read."""
        rows = self._rows_of(one.article), self._rows_of(other.article)
        numbers = _sentence(rows[0], one), _sentence(rows[1], other)
        if numbers[0] is None or numbers[1] is None:
            return 0.0
        product = rows[0].vectors[numbers[0]] @ rows[1].vectors[numbers[1]]
        return round(float(product), 3)

    def are_nearest(self, one: Place, other: Place) -> bool:
        """Whether no other sentence of its article is nearer to either than the other is."""
        near = self.between(one, other)
        return near > 0 and all(
            near >= self._most(place, article)
            for place, article in ((one, other.article), (other, one.article))
        )

    def _most(self, place: Place, article: str) -> float:
        """How near the nearest of an article's sentences is."""
        rows, others = self._rows_of(place.article), self._rows_of(article)
        number = _sentence(rows, place)
        key = place.article, number, article
        if number is None:
            return 0.0
        if key not in self._known:
            self._known[key] = round(float((others.vectors @ rows.vectors[number]).max()), 3)
        return self._known[key]

    def pairs(self, one: str, other: str, least: float) -> list[tuple[int, int, float]]:
        """Sentences of two articles, by number, that are at least so near, as `between` has it."""
        rows = self._rows_of(one), self._rows_of(other)
        if not (rows[0].starts and rows[1].starts):
            return []
        near = _numpy().round(rows[0].vectors @ rows[1].vectors.T, 3)
        found = _numpy().argwhere(near >= least).tolist()
        return [(row, column, round(float(near[row, column]), 3)) for row, column in found]

    def _rows_of(self, article: str) -> _Rows:
        if article not in self._rows:
            self._rows[article] = _rows(self._readings.get(article))
        return self._rows[article]


@cache
def _numpy() -> Any:
    """Loaded when two sentences are compared: to show a record needs none of it."""
    return import_module("numpy")


def _rows(reading: Reading | None) -> _Rows:
    np = _numpy()
    if reading is None:
        return _Rows((), (), np.zeros((0, 1), np.float32))
    vectors = np.frombuffer(reading.vectors, "<f2").astype(np.float32)
    vectors = vectors.reshape(len(reading.sentences), reading.dimensions)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    starts = tuple(span.start for span in reading.sentences)
    ends = tuple(span.end for span in reading.sentences)
    return _Rows(starts, ends, vectors / np.maximum(lengths, 1e-6))


def _sentence(rows: _Rows, place: Place) -> int | None:
    """The number of the sentence in which a place begins."""
    at = bisect_right(rows.starts, place.start) - 1
    return at if at >= 0 and place.start < rows.ends[at] else None


UNREAD: Final = Nearness(())
"""Where nothing was read: no sentences are near each other."""
