"""One actor: names and titles, what it said, where it stands, and what it takes part in."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

import msgspec

from variorum.compare.acting import Acting
from variorum.record.event import Event, Role, Status
from variorum.record.reading import Mention
from variorum.record.when import When
from variorum.views.actors import ActorLine, actor_line
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, NothingThereError, Part, View, part_of
from variorum.views.saying import StatementLine, in_days, statement_line
from variorum.views.standing import PositionLine, position_line
from variorum.views.words import Words, clipped

STATEMENTS: Final = 10
"""Statements on one part of the list."""

POSITIONS: Final = 12
"""Positions that are listed; the page of positions has all."""

EVENTS: Final = 12
"""Events that are listed."""

NAMES: Final = 12
"""Names that are shown with a place where they stand."""

TITLES: Final = 6
"""Titles that are shown, the commonest."""

BESIDE: Final = 60
"""Characters before and behind a mention in which a title of it may stand."""

LOOKED_IN: Final = 6
"""Articles that are looked through for names."""


class ActorQuery(ListQuery, frozen=True, kw_only=True):
    """Which actor, and which part of its statements."""

    actor: str


class NamedSo(msgspec.Struct, frozen=True):
    """A name or title as printed; `words`: where, null if that was not looked up."""

    name: str
    words: Words | None


class EventLine(msgspec.Struct, frozen=True):
    """An event that the actor takes part in, as `role`; `sources`: independent ones."""

    id: str
    label: str
    role: Role
    with_others: tuple[str, ...]
    place: str | None
    when: When | None
    status: Status
    words: Words
    sources: int
    confidence: float
    reasons: tuple[str, ...]


class ActorView(View, frozen=True, kw_only=True):
    """An actor.

    - `names`: as printed, the fullest first; `titles`: what stands with them;
    - `statements`: what it said, `part` of which is shown; `positions`, `events`: those that
      most sources tell, of `actor.positions` and `actor.events`;
    - `confidence`, `reasons`: why all this is held for one actor.
    """

    actor: ActorLine
    names: tuple[NamedSo, ...]
    titles: tuple[NamedSo, ...]
    statements: tuple[StatementLine, ...]
    part: Part
    positions: tuple[PositionLine, ...]
    events: tuple[EventLine, ...]
    confidence: float
    reasons: tuple[str, ...]


def draw_actor(desk: Desk, query: ActorQuery) -> ActorView:
    """An actor; raises `NothingThereError` if nobody of that id speaks or acts."""
    one = next((one for one in desk.actors if one.entity.id == query.actor), None)
    if one is None:
        raise NothingThereError(
            f"There is no actor {query.actor}", "Choose one from the list of actors"
        )
    said = next((by.statements for by in desk.speakers if by.key == one.entity.id), ())
    shown, part = part_of(list(said), query.page, STATEMENTS)
    names, titles = [one.entity.name, *one.entity.aliases][:NAMES], one.entity.titles[:TITLES]
    found = _places_of(desk, one, {*names, *titles})
    return ActorView(
        heading=clipped(one.entity.name, 120),
        actor=actor_line(one),
        names=_named_so(names, found),
        titles=_named_so(titles, found),
        statements=tuple(statement_line(desk, each, 420) for each in shown),
        part=part,
        positions=_positions(desk, one),
        events=_events(desk, one),
        confidence=one.entity.confidence,
        reasons=one.entity.reasons,
    )


def _positions(desk: Desk, actor: Acting) -> tuple[PositionLine, ...]:
    asked = set(actor.positions)
    found = [
        (-desk.sources([at.article for at in one.evidence]), -len(one.evidence), one.issue, one)
        for one in desk.positions
        if one.id in asked
    ]
    found.sort(key=lambda row: (*row[:3], row[3].id))
    return tuple(position_line(desk, one) for *_, one in found[:POSITIONS])


def _events(desk: Desk, actor: Acting) -> tuple[EventLine, ...]:
    asked = set(actor.events)
    found = [
        (-desk.sources([at.article for at in one.mentions]), one.label.casefold(), one)
        for one in desk.events
        if one.id in asked
    ]
    found.sort(key=lambda row: (*row[:2], row[2].id))
    order = {article.id: place for place, article in enumerate(desk.story.articles)}
    return tuple(_event(desk, one, actor.entity.id, order) for *_, one in found[:EVENTS])


def _event(desk: Desk, one: Event, actor: str, order: Mapping[str, int]) -> EventLine:
    first = min(one.mentions, key=lambda at: (order[at.article], at.start))
    others = [
        clipped(desk.name_of(part.entity, part.name), 60)
        for part in one.participants
        if part.entity != actor
    ]
    return EventLine(
        one.id,
        clipped(one.label, 120),
        next(part.role for part in one.participants if part.entity == actor),
        tuple(dict.fromkeys(others))[:4],
        one.place and clipped(one.place, 60),
        in_days(one.when),
        one.status,
        desk.words(first.article, first.start, first.end),
        desk.sources([at.article for at in one.mentions]),
        one.confidence,
        one.reasons,
    )


def _named_so(names: Sequence[str], found: Mapping[str, Words]) -> tuple[NamedSo, ...]:
    return tuple(NamedSo(clipped(name, 120), found.get(name)) for name in names)


def _places_of(desk: Desk, actor: Acting, names: Set[str]) -> Mapping[str, Words]:
    """For names and titles the first place that is found in a few of the articles."""
    found: dict[str, Words] = {}
    told = [one.id for one in desk.articles if one.id in actor.articles]
    for article in told[:LOOKED_IN]:
        if names <= found.keys():
            break
        reading = desk.story.reading_of(article)
        text = desk.story.by_id[article].text
        for mention in reading.mentions if reading else ():
            if mention.entity == actor.entity.id:
                for name, start, end in _named_at(text, mention, names - found.keys()):
                    found[name] = desk.words(article, start, end)
    return found


def _named_at(text: str, mention: Mention, names: Set[str]) -> Iterator[tuple[str, int, int]]:
    """Which of the names stand at a mention, or close beside it, and where."""
    first = max(0, mention.start - BESIDE)
    around = text[first : mention.end + BESIDE]
    for name in names:
        place = around.find(name)
        if place >= 0:
            yield name, first + place, first + place + len(name)
