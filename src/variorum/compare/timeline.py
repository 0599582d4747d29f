"""Timeline: what happened and what is to come, in order, with how many sources say so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import msgspec

from variorum.record.event import Event, Status
from variorum.record.statement import Statement
from variorum.record.when import When

Sources = Callable[[Iterable[str]], frozenset[str]]
"""The independent sources behind some articles."""

MOST_DAYS: Final = 31
"""Days that an event's interval may cover for it to have a day; beyond, it is undated."""


A_MONTH: Final = 20
"""Days from the first to the last of an interval from which only its month is told."""


class Moment(msgspec.Struct, frozen=True):
    """An event on the timeline.

    - `independent_sources`: how many roots stand behind the articles that tell of it;
    - `statuses`: what these make of it, the most frequent first, each with its independent
      sources.
    """

    event: Event
    independent_sources: int
    articles: int
    statuses: tuple[tuple[Status, int], ...]


class Day(msgspec.Struct, frozen=True):
    """The moments that begin on one day, those told by the most sources first.

    `when`: "2031-03-04", or "2031-03" for what is told to a month only, which comes before the
    month's days; null for the moments whose time no article tells. `statements` are what was
    said on that day, the most reported first. `to_come`: the latest article was published
    before.
    """

    when: str | None
    moments: tuple[Moment, ...]
    statements: tuple[Statement, ...]
    to_come: bool = False


def draw_timeline(
    events: Iterable[Event],
    statements: Iterable[Statement],
    sources: Sources,
    latest: date | None = None,
) -> list[Day]:
    """The days of a story in order, the undated last.

    `latest`: the day on which the latest article was published.
    """
    moments: dict[str | None, list[Moment]] = defaultdict(list)
    said: dict[str | None, list[Statement]] = defaultdict(list)
    for event in events:
        moments[_day(event.when)].append(_moment(event, sources))
    for statement in statements:
        day = _day(statement.said)
        if day:
            said[day].append(statement)
    days = sorted(moments.keys() | said.keys(), key=lambda day: (day is None, day or ""))
    return [
        Day(
            day,
            tuple(sorted(moments[day], key=_weight)),
            tuple(sorted(said[day], key=lambda one: _reported(one, sources))),
            to_come=_lies_ahead(day, latest),
        )
        for day in days
    ]


def _day(when: When | None) -> str | None:
    """The first day of an interval, the month of one that is a month; null for a longer one."""
    if when is None:
        return None
    first, last = when.days
    if (last - first).days >= MOST_DAYS:
        return None
    is_month = (last - first).days >= A_MONTH and first.month == last.month
    return first.isoformat()[:7] if is_month else first.isoformat()


def _lies_ahead(day: str | None, latest: date | None) -> bool:
    if day is None or latest is None:
        return False
    return day > latest.isoformat()[: len(day)]


def _moment(event: Event, sources: Sources) -> Moment:
    tellers: dict[Status, set[str]] = defaultdict(set)
    for mention in event.mentions:
        tellers[mention.status].add(mention.article)
    counted = [(status, len(sources(articles))) for status, articles in tellers.items()]
    articles = {mention.article for mention in event.mentions}
    return Moment(
        event=event,
        independent_sources=len(sources(articles)),
        articles=len(articles),
        statuses=tuple(sorted(counted, key=lambda one: (-one[1], one[0]))),
    )


def _weight(moment: Moment) -> tuple[int, int, str]:
    return -moment.independent_sources, -len(moment.event.mentions), moment.event.id


def _reported(statement: Statement, sources: Sources) -> tuple[int, int, str]:
    return -len(sources(statement.articles)), -len(statement.quotations), statement.id


def most_told(days: Sequence[Day], limit: int) -> list[Day]:
    """The timeline with so many moments: those that the most sources tell.

    What only one article tells without a time comes after all others.
    """
    told = sorted(
        (moment for day in days for moment in day.moments),
        key=lambda moment: (_is_faint(moment), _weight(moment)),
    )
    kept = {moment.event.id for moment in told[:limit]}
    short = [
        msgspec.structs.replace(
            day, moments=tuple(one for one in day.moments if one.event.id in kept)
        )
        for day in days
    ]
    return [day for day in short if day.moments]


def _is_faint(moment: Moment) -> bool:
    return _day(moment.event.when) is None and moment.independent_sources < ENOUGH


ENOUGH: Final = 2
"""Independent sources from which an event is listed though none tells when it was."""


def without_faint(days: Sequence[Day], most: int) -> tuple[list[Day], int]:
    """The timeline with only so many moments without a time that one source tells.

    And how many are left out.
    """
    left = 0
    kept = []
    for day in days:
        faint = [one.event.id for one in day.moments if _is_faint(one)][most:]
        left += len(faint)
        moments = tuple(one for one in day.moments if one.event.id not in faint)
        kept.append(msgspec.structs.replace(day, moments=moments))
    return [day for day in kept if day.moments], left


def places_of(event: Event) -> Mapping[str, tuple[int, int]]:
    """Where each article first tells of an event."""
    places: dict[str, tuple[int, int]] = {}
    for mention in sorted(event.mentions, key=lambda one: (one.article, one.start)):
        places.setdefault(mention.article, (mention.start, mention.end))
    return places
