"""The order of a dispatch's states: which of two versions of one text the agency sent first.

An agency's update puts what is new on top and keeps much of the rest below, so most of the
older lead stands in the newer text, and little of the newer lead in the older. It grows,
and what was to come has come. Hours help where they say when a version was surely out; a
page that was published early may have been updated since.

Weights are log-odds, fitted by logistic regression on pairs of Helsinki coverage read by hand
and on the training half of the derived chains, then rounded (docs/evaluation.md).
"""

from collections.abc import Iterable, Sequence
from math import log, tanh
from typing import Final, NamedTuple

from variorum.collate.lineage.families import Family, Related
from variorum.record.when import When

BY_LEAD: Final = 4.0
BY_GROWTH: Final = 1.5
BY_TENSE: Final = 0.5
BY_HOURS: Final = 1.5

MANY_HOURS: Final = 2.0
"""Hours between two versions that count three quarters of what any number counts."""

SURE: Final = 3.0
"""Beyond this the evidence of one pair counts no more: others may tell better."""


class Version(NamedTuple):
    """Articles that print one version of a text, in order of their ids."""

    members: tuple[str, ...]


def in_order(family: Family, versions: Sequence[Version]) -> list[Version]:
    """The versions, oldest first, by what each pair of them tells; ties by their members."""
    wins = dict.fromkeys(versions, 0.0)
    for one in versions:
        for other in versions:
            if one.members < other.members:
                lean = _lean(family, one, other)
                wins[one] += lean
                wins[other] -= lean
    return sorted(versions, key=lambda version: (-round(wins[version], 6), version.members))


def _lean(family: Family, one: Version, other: Version) -> float:
    """Log-odds that `one` is the older version."""
    told = [
        _of_texts(pair, first)
        for first in one.members
        for second in other.members
        if (pair := family.between(first, second))
    ]
    texts = sum(told) / len(told) if told else 0.0
    return max(-SURE, min(SURE, texts + _of_hours(family, one, other)))


def _of_texts(pair: Related, first: str) -> float:
    """What two texts tell of their order: > 0 if `first` is the older."""
    overlap = pair.overlap
    lead = overlap.side_a.lead - overlap.side_b.lead
    growth = log(overlap.side_b.words / overlap.side_a.words)
    tense = overlap.future_a - overlap.future_b
    score = BY_LEAD * lead + BY_GROWTH * _within(growth, 1) + BY_TENSE * _within(tense, 2)
    return score if first == overlap.a else -score


def _within(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def _of_hours(family: Family, one: Version, other: Version) -> float:
    first, second = (_first_seen(family, version.members) for version in (one, other))
    if first is None or second is None:
        return 0.0
    return BY_HOURS * tanh(first.hours_until(second) / MANY_HOURS)


def _first_seen(family: Family, members: Iterable[str]) -> When | None:
    """When a version was surely out: the first retrieval, or else publication, of a member."""
    pages = (family.provenances[member] for member in members)
    seen = (when for page in pages if (when := page.retrieved or page.published))
    return min(seen, key=lambda when: (when.written_end, when.latest), default=None)
