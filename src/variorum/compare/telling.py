"""Which sentences tell best what a day brought: those nearest to all that may tell of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import log, sqrt
from typing import Final

from variorum.compare.named_days import LEAD, Sentence
from variorum.compare.words import stem

FEWEST_WORDS: Final = 10
MOST_WORDS: Final = 60
"""Words of a sentence that can tell of a day."""

_PRONOUNS: Final = frozenset(
    map(stem, "he she it they his her its their this that these those".split())
)
"""A sentence that begins with one of them leans on the one before."""

ALIKE: Final = 0.95
"""Two sentences whose words are as like as this say one thing."""

_A_DAY: Final = timedelta(1)

Vector = Mapping[str, float]
"""The weights of a sentence's words, of length one."""


class Heap:
    """All sentences that may tell of a day, with the weights of their words."""

    def __init__(self, told: Sequence[Sentence]) -> None:
        self._leads: dict[date, list[Sentence]] = defaultdict(list)
        for one in told:
            if one.published and one.number < LEAD and not (one.names or one.unsure):
                self._leads[one.published].append(one)
        counts = Counter(word for one in told for word in set(one.words))
        self._rarity = {word: log((1 + len(told)) / count) for word, count in counts.items()}

    def most_telling(self, day: date, naming: Sequence[Sentence], count: int) -> list[Sentence]:
        """The sentences that have most in common with all that may tell of a day."""
        next_day = (one for one in self._leads.get(day + _A_DAY, ()) if one.is_early)
        leads = [*self._leads.get(day, ()), *next_day]
        candidates = _without_copies([*naming, *leads])
        vectors = [self._vector(one.words) for one in candidates]
        fit = [place for place, one in enumerate(candidates) if one.words[0] not in _PRONOUNS]
        return [candidates[place] for place in _central(vectors, fit, count)]

    def _vector(self, words: Iterable[str]) -> Vector:
        counts = Counter(words)
        weights = {word: (1 + log(count)) * self._rarity[word] for word, count in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / length for word, weight in weights.items()} if length else {}


def _without_copies(candidates: Iterable[Sentence]) -> list[Sentence]:
    """Sentences of a fit length, in order of their places; of one source each once."""
    fit = [one for one in candidates if FEWEST_WORDS <= len(one.words) <= MOST_WORDS]
    first: dict[tuple[str, tuple[str, ...]], Sentence] = {}
    for one in sorted(fit, key=lambda one: one.place):
        first.setdefault((one.root, one.words), one)
    return list(first.values())


def _central(vectors: Sequence[Vector], fit: Iterable[int], count: int) -> list[int]:
    """Those whose sum comes nearest to that of all: of the fit ones one by one the best next."""
    whole: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for word, weight in vector.items():
            whole[word] += weight
    fits = [_product(vector, whole) for vector in vectors]
    with_chosen = [0.0] * len(vectors)
    chosen: list[int] = []
    square = likeness = 0.0
    left = [place for place in fit if vectors[place]]
    while left and len(chosen) < count:
        best = max(
            left,
            key=lambda place: (likeness + fits[place]) / sqrt(square + 2 * with_chosen[place] + 1),
        )
        left.remove(best)
        if any(_product(vectors[best], vectors[other]) > ALIKE for other in chosen):
            continue
        chosen.append(best)
        likeness, square = likeness + fits[best], square + 2 * with_chosen[best] + 1
        for place in left:
            with_chosen[place] += _product(vectors[place], vectors[best])
    return chosen


def _product(one: Vector, other: Mapping[str, float]) -> float:
    return sum(weight * other[word] for word, weight in one.items() if word in other)
