"""One event: who took part, when and where, what reports made of it, and every place that tells."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from variorum.record.event import Event, EventPlace, Status, StatusReport
from variorum.record.statement import Statement
from variorum.record.when import When
from variorum.views.desk import Desk
from variorum.views.event_lines import EventLine, event_line
from variorum.views.page import ListQuery, NothingThereError, Part, View, part_of
from variorum.views.said import KeyStatement, key_statements
from variorum.views.words import Words, clipped

SHOWN_SOURCES: Final = 25
"""Sources on one part of the list."""

MOST_PLACES: Final = 12
MOST_DAYS: Final = 40
MOST_STATEMENTS: Final = 5
"""Places of one source, days of reports, and statements of the day that are shown."""

LONGEST_DAYS: Final = 2
"""Days that an event may cover for what was said on them to be shown beside it."""


class EventQuery(ListQuery, frozen=True, kw_only=True):
    """Which event, and which part of the sources that tell of it."""

    event: str


class StatusCount(msgspec.Struct, frozen=True):
    """How many tell of an event with a status."""

    status: Status
    independent_sources: int
    articles: int


class DayOfReports(msgspec.Struct, frozen=True):
    """What the articles of one day make of an event; `day` is null for those of unknown date."""

    day: date | None
    statuses: tuple[StatusCount, ...]


class ToldPlace(msgspec.Struct, frozen=True):
    """Where an article tells of an event, and with what status."""

    status: Status
    words: Words


class TellingSource(msgspec.Struct, frozen=True):
    """An independent source with the places at which it and its copies tell of an event.

    `name`: its outlet, or the dispatch; `articles`: how many carry it; `places`: the first with
    each status; `further`: the first of the others, of which there are `all_further`.
    """

    name: str
    is_dispatch: bool
    articles: int
    places: tuple[ToldPlace, ...]
    further: tuple[ToldPlace, ...]
    all_further: int


class EventView(View, frozen=True, kw_only=True):
    """An event with the words for all that is told of it.

    - `event`: the event, and words that tell of it with the status that it has;
    - `reports`: what the articles of each day make of it; `is_disputed`: whether that differs;
    - `sources`: who tells of it, the largest first; `statements`: what those who took part said
      on its day; `confidence`, `reasons`: why all these places are held for one event.
    """

    event: EventLine
    reports: tuple[DayOfReports, ...]
    is_disputed: bool
    sources: tuple[TellingSource, ...]
    part: Part
    statements: tuple[KeyStatement, ...]
    confidence: float
    reasons: tuple[str, ...]


def draw_event(desk: Desk, query: EventQuery) -> EventView:
    """An event; raises `NothingThereError` if there is none of that id."""
    event = next((one for one in desk.story.events if one.id == query.event), None)
    if event is None:
        raise NothingThereError(
            f"There is no event {query.event}", "Choose one from the list of events"
        )
    line = event_line(desk, event)
    shown, part = part_of(_by_source(desk, event), query.page, SHOWN_SOURCES)
    return EventView(
        heading=_heading(line),
        event=line,
        reports=tuple(_reports(desk, event)),
        is_disputed=len({one.status for one in event.status_history}) > 1,
        sources=tuple(_source(desk, roots, places) for roots, places in shown),
        part=part,
        statements=tuple(key_statements(desk, _said_then(desk, event), MOST_STATEMENTS)),
        confidence=event.confidence,
        reasons=event.reasons,
    )


def _heading(line: EventLine) -> str:
    names = list(dict.fromkeys(one.name for one in line.participants))
    return clipped(f"{line.label}: {', '.join(names)}" if names else line.label, 160)


def _reports(desk: Desk, event: Event) -> list[DayOfReports]:
    """What each day's articles make of an event, the latest days if they are many."""
    days: dict[date | None, list[StatusReport]] = defaultdict(list)
    for report in event.status_history:
        days[report.as_of.days[1] if report.as_of else None].append(report)
    ordered = sorted(days, key=lambda day: (day is None, day or date.min))
    return [DayOfReports(day, _counts(desk, days[day])) for day in ordered[-MOST_DAYS:]]


def _counts(desk: Desk, reports: Sequence[StatusReport]) -> tuple[StatusCount, ...]:
    tellers: dict[Status, set[str]] = defaultdict(set)
    for one in reports:
        tellers[one.status].add(one.article)
    counts = [
        StatusCount(status, desk.sources(tuple(articles)), len(articles))
        for status, articles in tellers.items()
    ]
    return tuple(
        sorted(counts, key=lambda one: (-one.independent_sources, -one.articles, one.status))
    )


def _by_source(desk: Desk, event: Event) -> list[tuple[frozenset[str], list[EventPlace]]]:
    """The places by the roots of their articles: those carried by the most articles first."""
    groups: dict[frozenset[str], list[EventPlace]] = defaultdict(list)
    for place in event.mentions:
        groups[desk.story.sources_behind([place.article])].append(place)
    for places in groups.values():
        places.sort(key=lambda one: (desk.order[one.article], one.start))
    return sorted(
        groups.items(),
        key=lambda item: (-len({one.article for one in item[1]}), desk.order[item[1][0].article]),
    )


def _source(desk: Desk, roots: frozenset[str], places: Sequence[EventPlace]) -> TellingSource:
    first: dict[Status, EventPlace] = {}
    for one in places:
        first.setdefault(one.status, one)
    further = [one for one in places if first[one.status] != one]
    return TellingSource(
        name=" and ".join(sorted(_name(desk, root) for root in roots)),
        is_dispatch=not roots <= desk.story.by_id.keys(),
        articles=len({one.article for one in places}),
        places=tuple(_told_place(desk, one) for one in first.values()),
        further=tuple(_told_place(desk, one) for one in further[:MOST_PLACES]),
        all_further=len(further),
    )


def _told_place(desk: Desk, place: EventPlace) -> ToldPlace:
    return ToldPlace(place.status, desk.words(place.article, place.start, place.end))


def _name(desk: Desk, root: str) -> str:
    if root in desk.story.by_id:
        return desk.line(root).outlet
    agency = next((one.agency for one in desk.story.dispatches if one.id == root), None)
    return f"{agency} dispatch" if agency else "Text of unknown origin"


def _said_then(desk: Desk, event: Event) -> list[Statement]:
    """What those who take part said on the day of an event."""
    if event.when is None or not _is_short(event.when):
        return []
    actors = {one.entity for one in event.participants if one.entity}
    return [
        one
        for one in desk.statements
        if one.speaker in actors
        and one.said
        and _is_short(one.said)
        and _meet(one.said, event.when)
    ]


def _is_short(when: When) -> bool:
    first, last = when.days
    return (last - first).days < LONGEST_DAYS


def _meet(one: When, other: When) -> bool:
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
