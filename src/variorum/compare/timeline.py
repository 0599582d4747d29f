"""Timeline: what happened and what is to come, in order, with how many sources say so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import msgspec

from variorum.record.event import Event, Status
from variorum.record.statement import Statement
from variorum.record.when import When

Sources = Callable[[Iterable[str]], frozenset[str]]
"""The independent sources behind some articles."""

MOST_DAYS: Final = 31
"""Days that an event's interval may cover for it to have a day; beyond, it is undated."""


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

    `when` is null for the moments whose day no article tells; `statements` are what was said on
    that day, the most reported first.
    """

    when: str | None
    moments: tuple[Moment, ...]
    statements: tuple[Statement, ...]


def draw_timeline(
    events: Iterable[Event], statements: Iterable[Statement], sources: Sources
) -> list[Day]:
    """The days of a story in order, the undated last."""
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
        )
        for day in days
    ]


def _day(when: When | None) -> str | None:
    if when is None:
        return None
    first, last = when.days
    return first.isoformat() if (last - first).days < MOST_DAYS else None


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
    """The timeline with the moments only that the most sources tell, so many of them."""
    told = sorted((moment for day in days for moment in day.moments), key=_weight)
    kept = {moment.event.id for moment in told[:limit]}
    short = [
        msgspec.structs.replace(
            day, moments=tuple(one for one in day.moments if one.event.id in kept)
        )
        for day in days
    ]
    return [day for day in short if day.moments]


def places_of(event: Event) -> Mapping[str, tuple[int, int]]:
    """Where each article first tells of an event."""
    places: dict[str, tuple[int, int]] = {}
    for mention in sorted(event.mentions, key=lambda one: (one.article, one.start)):
        places.setdefault(mention.article, (mention.start, mention.end))
    return places
