"""Events in one line each, as lists show them."""

from typing import Final

import msgspec

from variorum.compare.course import is_to_come, statuses_of
from variorum.record.event import Event, EventPlace, EventType, Role, Status
from variorum.record.when import When
from variorum.views.desk import Desk
from variorum.views.words import Words, clipped

LONGEST_NAME: Final = 120
MOST_PARTICIPANTS: Final = 12


class ShownParticipant(msgspec.Struct, frozen=True):
    """Who takes part: the entity if it is known, its fullest name, and its role."""

    entity: str | None
    name: str
    role: Role


class EventLine(msgspec.Struct, frozen=True):
    """An event in one line.

    - `statuses`: what reports made of it, one after another; the last is its status;
    - `words`: the first that tell of it so.
    """

    id: str
    label: str
    type: EventType
    participants: tuple[ShownParticipant, ...]
    place: str | None
    when: When | None
    statuses: tuple[Status, ...]
    independent_sources: int
    articles: int
    words: Words


def event_line(desk: Desk, event: Event) -> EventLine:
    """An event in one line."""
    articles = tuple({one.article for one in event.mentions})
    return EventLine(
        id=event.id,
        label=clipped(event.label, LONGEST_NAME),
        type=event.type,
        participants=participants_of(desk, event),
        place=event.place and clipped(event.place, LONGEST_NAME),
        when=event.when,
        statuses=statuses_of(event, desk.story.sources_behind),
        independent_sources=desk.sources(articles),
        articles=len(articles),
        words=first_words(desk, event),
    )


def participants_of(desk: Desk, event: Event) -> tuple[ShownParticipant, ...]:
    """Who takes part, nobody twice in one role."""
    shown = (
        ShownParticipant(
            one.entity, clipped(desk.name_of(one.entity, one.name), LONGEST_NAME), one.role
        )
        for one in event.participants
    )
    return tuple(dict.fromkeys(shown))[:MOST_PARTICIPANTS]


def first_words(desk: Desk, event: Event) -> Words:
    """The first words that tell of an event with its status.

    Those of the desk's articles first, then of articles that tell it so as a whole; and, of what
    is over, of articles of later days, since those of its day may still look ahead.
    """
    telling = {one.article for one in event.status_history if one.status == event.status}

    def precedence(place: EventPlace) -> tuple[bool, bool, bool, bool, int, int]:
        return (
            place.article not in desk.chosen,
            place.article not in telling,
            place.status != event.status,
            not _looks_back(desk, event, place.article),
            desk.order[place.article],
            place.start,
        )

    best = min(event.mentions, key=precedence)
    return desk.words(best.article, best.start, best.end)


def _looks_back(desk: Desk, event: Event, article: str) -> bool:
    published = desk.story.by_id[article].published
    if is_to_come(event.status) or event.when is None:
        return True
    return published is not None and published.days[0] > event.when.days[1]
