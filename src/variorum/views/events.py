"""The events of a record as a list by day, with what can be asked of it."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Final, Literal, NamedTuple

import msgspec

from variorum.compare.timeline import Day, Moment
from variorum.record.event import Status
from variorum.views.desk import Desk
from variorum.views.event_lines import EventLine, event_line
from variorum.views.page import ListQuery, Part, View, part_of
from variorum.views.words import clipped

SHOWN: Final = 40
"""Events on one part of the list."""

MOST_CHOICES: Final = 60
"""Actors and days that can be chosen from; any other can be asked for by the address."""


class EventsQuery(ListQuery, frozen=True, kw_only=True):
    """Which events.

    - `status`: those whose status it is; `day`: those that begin on it ("2031-03-04", or a month);
    - `actor`: those in which an entity takes part, by id; `sources`: those that at least so many
      independent sources tell.
    """

    status: Literal["", Status] = ""
    day: str = ""
    actor: str = ""
    sources: int = 1


class Choice(msgspec.Struct, frozen=True):
    """What can be asked for, its name, and how many events it would leave."""

    value: str
    name: str
    events: int


class EventDay(msgspec.Struct, frozen=True):
    """The events that begin on a day or in a month; null: nobody tells when."""

    when: str | None
    to_come: bool
    events: tuple[EventLine, ...]


class EventsView(View, frozen=True, kw_only=True):
    """Events in the order of their days, the undated last.

    `status`, `day`, `actor` and `sources` are what was asked for.
    """

    status: str
    day: str
    actor: str
    sources: int
    statuses: tuple[Choice, ...]
    days_to_choose: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    days: tuple[EventDay, ...]
    part: Part


class _Dated(NamedTuple):
    day: Day
    moment: Moment


def draw_events(desk: Desk, query: EventsQuery) -> EventsView:
    """The list of events, as far as they are asked for."""
    found = desk.once(_asked_for, query.status, query.day, query.actor, query.sources)
    shown, part = part_of(found, query.page, SHOWN)
    return EventsView(
        heading="What happened, and what is to come",
        status=query.status,
        day=query.day,
        actor=query.actor,
        sources=query.sources,
        statuses=desk.once(_statuses),
        days_to_choose=tuple(_days(desk.timeline, query.day)),
        actors=tuple(_actors(desk, query.actor)),
        days=tuple(_grouped(desk, shown)),
        part=part,
    )


def _dated(desk: Desk) -> list[_Dated]:
    return [_Dated(day, one) for day in desk.timeline for one in day.moments]


def _asked_for(desk: Desk, status: str, day: str, actor: str, sources: int) -> list[_Dated]:
    return [
        one
        for one in desk.once(_dated)
        if (not status or one.moment.event.status == status)
        and (not day or (one.day.when or "").startswith(day))
        and (not actor or any(actor == who.entity for who in one.moment.event.participants))
        and one.moment.independent_sources >= sources
    ]


def _grouped(desk: Desk, shown: Iterable[_Dated]) -> Iterable[EventDay]:
    for (when, to_come), some in groupby(shown, lambda one: (one.day.when, one.day.to_come)):
        yield EventDay(when, to_come, tuple(event_line(desk, one.moment.event) for one in some))


def _statuses(desk: Desk) -> tuple[Choice, ...]:
    counts = Counter(one.moment.event.status for one in desk.once(_dated))
    return tuple(Choice(status, status, count) for status, count in counts.most_common())


def _days(timeline: Iterable[Day], asked: str) -> list[Choice]:
    """The days with the most events, and what is asked for, in order."""
    counts = {day.when: len(day.moments) for day in timeline if day.when and day.moments}
    fullest = sorted(counts, key=lambda day: (day != asked, -counts[day], day))[:MOST_CHOICES]
    return [Choice(day, day, counts[day]) for day in sorted(fullest)]


def _taking_part(desk: Desk) -> Counter[str]:
    """In how many events each entity takes part."""
    return Counter(
        entity
        for one in desk.once(_dated)
        for entity in {who.entity for who in one.moment.event.participants}
        if entity
    )


def _actors(desk: Desk, asked: str) -> Iterable[Choice]:
    """Who takes part in the most events, and who is asked for."""
    counts = desk.once(_taking_part)
    known = [entity for entity in counts if entity in desk.entities]
    known.sort(key=lambda one: (one != asked, -counts[one], desk.entities[one].name, one))
    return (
        Choice(entity, clipped(desk.entities[entity].name, 80), counts[entity])
        for entity in known[:MOST_CHOICES]
    )
