"""Puts texts together into stories: the two groups that fit best, again and again.

Average linkage: how well two groups fit is the mean over all pairs of a text of one and a text
of the other, so that a chain of texts, each like the next, is not one story (others: Sokal and
Michener, 1958). Which pairs are looked at follows from the candidates: groups are held against
each other when any text of one is a candidate of a text of the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Final, Self

import numpy as np

from variorum.collate.stories.profiles import WORD_PLACES, Heap, Profile, Span, Weights, total
from variorum.collate.stories.scoring import Evidence, lateness, score

LEAST: Final = 0.0
"""Two groups whose score is higher are one story."""

LARGE: Final = 5
"""Texts from which a group takes in lone ones that fit less well."""

STRAGGLING: Final = -0.7
"""The score above which it does, set like the weights in `scoring`."""

SILENCE: Final = 60
"""Days without a report that part one development of a matter from the next."""

FEW: Final = 16
"""Pairs up to which a loop is faster than arrays."""

HOPELESS: Final = -4.0
"""Two groups below this are not looked at again until one of them grows into the other's."""


Known = dict[int, dict[int, Evidence]]


class Group:
    """Some texts, with the sums that tell how well they fit others."""

    def __init__(self, numbers: Sequence[int], words: Weights, spans: Sequence[Span]) -> None:
        self.numbers = numbers
        self.words = words
        self.spans = spans
        dated = [span for span in spans if span]
        self.days = np.array(dated, dtype=np.int64).reshape(-1, 2)

    @classmethod
    def of(cls, numbers: Sequence[int], profiles: Sequence[Profile]) -> Self:
        """The group of some texts, by their numbers."""
        own = [profiles[number] for number in numbers]
        return cls(numbers, total([one.words for one in own]), [one.span for one in own])

    def with_all_of(self, other: Self) -> "Group":
        """Both groups together."""
        return Group(
            [*self.numbers, *other.numbers],
            total([self.words, other.words]),
            [*self.spans, *other.spans],
        )

    def lateness_to(self, other: Self) -> float:
        """How far apart the texts of two groups were published, summed over all pairs."""
        pairs = len(self.spans) * len(other.spans)
        if pairs <= FEW:
            return sum(lateness(_between(a, b)) for a in self.spans for b in other.spans)
        gaps = np.maximum(
            np.subtract.outer(self.days[:, 0], other.days[:, 1]),
            np.subtract.outer(other.days[:, 0], self.days[:, 1]).T,
        )
        undated = pairs - gaps.size
        return float(np.log1p(np.maximum(gaps, 0)).sum()) + undated * lateness(None)


class Scorer:
    """Holds groups against each other."""

    def __init__(self, heap: Heap) -> None:
        self._words = np.zeros(WORD_PLACES * len(heap.terms))

    def against(self, one: Group, others: Iterable[Group]) -> list[Evidence]:
        """The evidence between a group and each of others."""
        self._words[one.words.places] = one.words.weights
        found = [self._evidence(one, other) for other in others]
        self._words[one.words.places] = 0
        return found

    def _evidence(self, one: Group, other: Group) -> Evidence:
        return Evidence(
            pairs=len(one.numbers) * len(other.numbers),
            likeness=float(self._words[other.words.places] @ other.words.weights),
            lateness=one.lateness_to(other),
        )


def _between(a: Span, b: Span) -> int | None:
    """The days that surely lie between two intervals."""
    if a is None or b is None:
        return None
    return max(0, a[0] - b[1], b[0] - a[1])


def group(heap: Heap, candidates: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers of the texts of each story, in order; a text alone is a story of one.

    Depends on nothing but the texts: groups are known by the least of their numbers, which
    follow the texts' keys, and of two merges that fit equally the one with lesser numbers
    comes first.
    """
    profiles, scorer = heap.profiles, Scorer(heap)
    groups = {number: Group.of([number], profiles) for number in range(len(profiles))}
    known = _first_evidence(groups, candidates, scorer)
    queue = [
        (-score(evidence), one, other)
        for one, others in known.items()
        for other, evidence in others.items()
        if one < other and score(evidence) > LEAST
    ]
    heapify(queue)
    while queue:
        fit, one, other = heappop(queue)
        evidence = known.get(one, {}).get(other)
        if evidence is None or score(evidence) != -fit:
            continue
        _merge(groups, known, (one, other), scorer)
        for third, fresh in known[one].items():
            if (value := score(fresh)) > LEAST:
                heappush(queue, (-value, min(one, third), max(one, third)))
    whole = with_stragglers(groups, known)
    return [part for numbers in whole for part in cut_at_silence(numbers, profiles)]


def with_stragglers(groups: Mapping[int, Group], known: Known) -> list[list[int]]:
    """The numbers of each group, lone texts put to the large group that they fit best, if any.

    What many pairs tell on average is surer than what one tells, so that less of it will do. All
    are held against the groups as they were, so that their order does not matter.
    """
    numbers = {one: list(groups[one].numbers) for one in sorted(groups)}
    for one in sorted(groups):
        if len(groups[one].numbers) > 1:
            continue
        fits = [
            (score(evidence), -other)
            for other, evidence in known[one].items()
            if len(groups[other].numbers) >= LARGE
        ]
        if fits and max(fits)[0] > STRAGGLING:
            numbers[-max(fits)[1]].extend(numbers.pop(one))
    return [sorted(own) for own in numbers.values()]


def cut_at_silence(numbers: Sequence[int], profiles: Sequence[Profile]) -> list[list[int]]:
    """The developments of a matter that was in the news more than once, each in order.

    A lone text before or after a silence stays with the rest: a late article joins. Texts of
    unknown date stay with the largest part, of equal ones with the first.
    """
    dated = sorted((span, number) for number in numbers if (span := profiles[number].span))
    parts: list[list[int]] = []
    latest = 0
    for (first, last), number in dated:
        if parts and first - latest < SILENCE:
            parts[-1].append(number)
        else:
            parts.append([number])
        latest = max(latest, last)
    parts = _with_lone_ones(parts)
    if len(parts) < 2:
        return [sorted(numbers)]
    undated = [number for number in numbers if not profiles[number].span]
    max(parts, key=len).extend(undated)
    return sorted(sorted(part) for part in parts)


def _with_lone_ones(parts: Sequence[list[int]]) -> list[list[int]]:
    """The parts of several texts, each with the lone ones after it; the first with those before."""
    joined: list[list[int]] = []
    before: list[int] = []
    for part in parts:
        if len(part) > 1:
            joined.append([*before, *part])
            before = []
        elif joined:
            joined[-1].extend(part)
        else:
            before.extend(part)
    return joined or [before]


def _first_evidence(
    groups: dict[int, Group], candidates: Iterable[tuple[int, int]], scorer: Scorer
) -> Known:
    known: Known = {number: {} for number in groups}
    later: dict[int, list[int]] = {}
    for one, other in candidates:
        later.setdefault(one, []).append(other)
    for one, others in later.items():
        found = scorer.against(groups[one], (groups[other] for other in others))
        for other, evidence in zip(others, found, strict=True):
            if score(evidence) > HOPELESS:
                known[one][other] = known[other][one] = evidence
    return known


def _merge(groups: dict[int, Group], known: Known, pair: tuple[int, int], scorer: Scorer) -> None:
    """Put the second group into the first."""
    one, other = pair
    first, second = groups[one], groups.pop(other)
    of_first, of_second = known.pop(one), known.pop(other)
    thirds = sorted((of_first.keys() | of_second.keys()) - {one, other})
    lacking_second = [third for third in thirds if third not in of_second]
    lacking_first = [third for third in thirds if third not in of_first]
    for own, group_of, lacking in (
        (of_second, second, lacking_second),
        (of_first, first, lacking_first),
    ):
        found = scorer.against(group_of, (groups[third] for third in lacking))
        own.update(zip(lacking, found, strict=True))
    merged = first.with_all_of(second)
    groups[one] = merged
    known[one] = {}
    for third in thirds:
        known[third].pop(one, None)
        known[third].pop(other, None)
        evidence = of_first[third].plus(of_second[third])
        if score(evidence) > HOPELESS:
            known[one][third] = known[third][one] = evidence
