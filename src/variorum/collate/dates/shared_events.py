"""Infers when an undated article was published from events that dated articles tell of too.

"The two spoke on Wednesday", and another article says that they spoke on 12 February: the first
was published within a week of that. As with weekdays alone (`collate.dates.publication`), it
follows the event closely.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from variorum.collate.dates.publication import LATEST_LAG
from variorum.collate.events.rows import EventRow
from variorum.collate.events.timing import publications
from variorum.record.event import Event
from variorum.record.when import When, days

LEAST_SURE: Final = 0.5
"""Confidence from which an event dates an article: a wrong date would spoil all that it tells."""

LONGEST: Final = 3
"""Days that an event may last to tell a date."""

Days = tuple[int, int]


class _Fit(NamedTuple):
    """The day of an event, and those on which an article may have told of it as it does."""

    event: int
    days: list[int]


def dates_from_events(
    rows: Iterable[EventRow], events: Iterable[Event], inferred: Mapping[str, When]
) -> dict[str, When]:
    """Publication intervals for articles that state none, by article.

    `inferred`: those that are known already; they are only narrowed. Articles that are in neither
    result tell of no event on a day that a dated article tells of.
    """
    by_place = {
        (row.article, mention.start, mention.end): row for row in rows for mention in row.mentions
    }
    fitting: dict[str, list[_Fit]] = defaultdict(list)
    for event in events:
        if event.confidence >= LEAST_SURE:
            members = [by_place[one.article, one.start, one.end] for one in event.mentions]
            for article, fit in _fitting(members, inferred):
                fitting[article].append(fit)
    found = {article: _agreed(some, inferred.get(article)) for article, some in fitting.items()}
    return {article: when for article, when in sorted(found.items()) if when}


def _fitting(
    members: Sequence[EventRow], inferred: Mapping[str, When]
) -> Iterator[tuple[str, _Fit]]:
    """For each undated article that tells of an event the days on which it may have done so."""
    told = _day_told(one for one in members if _is_dated(one, inferred))
    if told is None:
        return
    for row in {(one.article, one.telling.labels): one for one in members}.values():
        if not _is_dated(row, inferred):
            for steps in sorted(set(row.hanging), key=repr):
                if fitting := publications(steps, told):
                    yield row.article, _Fit(told[1], fitting)


def _is_dated(row: EventRow, inferred: Mapping[str, When]) -> bool:
    return row.published is not None and row.article not in inferred


def _day_told(rows: Iterable[EventRow]) -> Days | None:
    """The day on which most dated articles put an event, if it is one of few days."""
    counts: Counter[Days] = Counter()
    for row in rows:
        told = row.telling.days
        if told and told[1] - told[0] < LONGEST:
            counts[told] += 1
    return max(counts, key=lambda told: (counts[told], told[0] - told[1], told)) if counts else None


def _agreed(fitting: Sequence[_Fit], known: When | None) -> When | None:
    """The days that most events agree on, within what is known; null if that tells no more.

    News follows the latest of its events soon.
    """
    first, last = 1, max(fit.event for fit in fitting) + LATEST_LAG.days
    if known:
        first, last = known.days[0].toordinal(), known.days[1].toordinal()
    counts = Counter(day for fit in fitting for day in set(fit.days) if first <= day <= last)
    if not counts:
        return None
    most = max(counts.values())
    agreed = sorted(day for day, count in counts.items() if count == most)
    run = [day for number, day in enumerate(agreed) if day == agreed[0] + number]
    if known and len(run) > last - first:
        return None
    return days(date.fromordinal(run[0]), date.fromordinal(run[-1]), "inferred")
