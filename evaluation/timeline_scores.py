"""How near a timeline comes to a journalist's: F1 of its days, and ROUGE of days that are aligned.

Alignment-based ROUGE is that of Martschat and Markert, Improving ROUGE for Timeline Summarization
(2017): `concat` compares all words of both timelines; `agreement` those of days that both have;
`align+ m:1` (AR-1 and AR-2 of Gholipour Ghalandari and Ifrim, 2020, which they report) gives each
day the day of the other timeline at the least cost, and counts what the two share the less, the
further apart they lie. Several days may be given one.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from evaluation.rouge import Counts, rouge_counts

Timeline = Mapping[date, Sequence[str]]
"""For each day its sentences."""

_WORD: Final = re.compile(r"\w+")


class Score(NamedTuple):
    """Precision, recall and F1, from 0 to 1."""

    precision: float
    recall: float
    f1: float


def score(precision: float, recall: float) -> Score:
    """With the harmonic mean of the two."""
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)


def mean(scores: Sequence[Score]) -> Score:
    """Precision and recall averaged over timelines, F1 from these: as the two papers have it."""
    return score(
        sum(one.precision for one in scores) / len(scores),
        sum(one.recall for one in scores) / len(scores),
    )


def date_score(found: Timeline, gold: Timeline) -> Score:
    """How many of the days are the gold timeline's, and of those are found."""
    shared = len(found.keys() & gold.keys())
    return score(_ratio(shared, len(found)), _ratio(shared, len(gold)))


def concat(found: Timeline, gold: Timeline, length: int) -> Score:
    """ROUGE of all sentences, in order of their days, whatever day they stand under."""
    return _ratios([rouge_counts(_all(found), _all(gold), length)], [])


def agreement(found: Timeline, gold: Timeline, length: int) -> Score:
    """ROUGE of the sentences of each day by themselves."""
    days = sorted(found.keys() | gold.keys())
    return _ratios(
        [rouge_counts(found.get(day, ()), gold.get(day, ()), length) for day in days], []
    )


def aligned(found: Timeline, gold: Timeline, length: int) -> Score:
    """The paper's `align+ m:1`."""
    ours, theirs = _bags(found), _bags(gold)
    by_found, by_gold = [], []
    for day in found:
        nearest = min(theirs, key=lambda other: _cost(ours[day], day, theirs[other], other))
        by_found.append(_nearby(found, day, gold, nearest, length))
    for day in gold:
        nearest = min(ours, key=lambda other: _cost(ours[other], other, theirs[day], day))
        by_gold.append(_nearby(found, nearest, gold, day, length))
    return _ratios(by_found, by_gold)


class _Weighed(NamedTuple):
    shared: float
    found: int
    gold: int


def _nearby(found: Timeline, day: date, gold: Timeline, other: date, length: int) -> _Weighed:
    counts = rouge_counts(found[day], gold[other], length)
    return _Weighed(counts.shared * _closeness(day, other), counts.found, counts.gold)


def _bags(timeline: Timeline) -> dict[date, Counter[str]]:
    """The words of each day as printed, the days in order."""
    return {day: Counter(_WORD.findall(" ".join(timeline[day]))) for day in sorted(timeline)}


def _cost(found: Counter[str], day: date, gold: Counter[str], other: date) -> float:
    """Distance in days times difference in words; nothing if the days are the same."""
    far = 1 - _closeness(day, other)
    return far * (1 - _likeness(found, gold)) if far else 0.0


def _closeness(day: date, other: date) -> float:
    return 1 / (abs((day - other).days) + 1)


def _likeness(found: Counter[str], gold: Counter[str]) -> float:
    """F1 of words as printed: what the paper takes for ROUGE-1 where days are aligned."""
    shared = sum(min(count, gold[word]) for word, count in found.items() if word in gold)
    return score(_ratio(shared, found.total()), _ratio(shared, gold.total())).f1


def _ratios(of_found: Sequence[Counts | _Weighed], of_gold: Sequence[Counts | _Weighed]) -> Score:
    """Summed over the days; `of_gold` where recall is asked of other pairs of days."""
    of_gold = of_gold or of_found
    return score(
        _ratio(sum(one.shared for one in of_found), sum(one.found for one in of_found)),
        _ratio(sum(one.shared for one in of_gold), sum(one.gold for one in of_gold)),
    )


def _ratio(part: float, whole: int) -> float:
    return part / whole if whole else 0.0


def _all(timeline: Timeline) -> list[str]:
    return [sentence for day in sorted(timeline) for sentence in timeline[day]]
