"""Which mentions are one event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, groupby
from typing import Final

from variorum.collate.events.candidates import PAIRS, RANKED, SCHEMA, STANDS, Placed, looked_up
from variorum.collate.events.chosen import MAKER
from variorum.collate.events.drawing import Told, draw_event, has_substance
from variorum.collate.events.grouping import REASONS, Group, Link, group_by_knots, score_pairs
from variorum.collate.events.recorded import together, with_record_entities
from variorum.collate.events.rows import EventRow, rows_of
from variorum.collate.events.telling import Telling
from variorum.engine.protocol import Engine, Remember
from variorum.engine.relating import Relation
from variorum.record.event import Event

__all__ = ["MAKER", "EventRow", "join_events", "rows_of"]


def join_events(
    engine: Engine,
    rows: Iterable[EventRow],
    joined: Mapping[str, str],
    *,
    all_of_them: bool = False,
    drawing: int = 0,
) -> list[Event]:
    """The events of the record, in order of their ids.

    `joined`: the record's entity for an article's; `drawing`: how often they were drawn before.
    Those of too little substance are left out unless `all_of_them` are wanted.
    """
    listed = with_record_entities(rows, joined, engine.remember)
    places = _places(listed)
    bundles = _bundles(listed, engine.remember)
    tellings = list(
        engine.remember(
            together, (tuple(listed[number].telling for number in some) for some in bundles)
        )
    )
    every = (
        Told(
            tuple(listed[number] for bundle in one.members for number in bundles[bundle]),
            *one[1:],
        )
        for one in _groups(engine, tellings, [places[some[0]] for some in bundles], drawing)
    )
    drawn = engine.remember(_drawn if all_of_them else _drawn_if_substantial, every)
    return sorted((event for event in drawn if event), key=lambda event: event.id)


def _drawn(told: Told) -> Event:
    return draw_event(told, str(MAKER))


def _drawn_if_substantial(told: Told) -> Event | None:
    return _drawn(told) if has_substance(told.rows, told.telling) else None


ROUNDS: Final = 3
"""Times that what was joined is compared, at most: of many who tell of one event each is compared
with some only."""


LOOKED_UP: Final = Relation("events", SCHEMA, looked_up, RANKED, STANDS, PAIRS, score_pairs)


def _groups(
    engine: Engine, tellings: Sequence[Telling], places: Sequence[tuple[str, int]], drawing: int
) -> list[Group]:
    """The groups; `places`: where each telling is told first, in order."""
    groups = [Group((number,), one, 0.0, ()) for number, one in enumerate(tellings)]
    placed = list(map(Placed, tellings, places))
    related = engine.related(LOOKED_UP)
    for turn in range(ROUNDS):
        links = [Link(scored, a, b) for a, b, scored in related.among(placed, turn, drawing)]
        larger = group_by_knots([one.telling for one in placed], links, engine.remember)
        if not larger:
            break
        groups, placed = _grown(groups, placed, larger)
    return groups


def _grown(
    groups: Sequence[Group], placed: Sequence[Placed], larger: Sequence[Group]
) -> tuple[list[Group], list[Placed]]:
    """The groups after some of them, by place, were put together, and where each is told first."""
    groups, placed = list(groups), list(placed)
    stays = bytearray(b"\1") * len(groups)
    for one in larger:
        first = one.members[0]
        for number in one.members:
            stays[number] = number == first
        groups[first] = _flat(one, groups)
        placed[first] = Placed(one.telling, placed[first].place)
    return list(compress(groups, stays)), list(compress(placed, stays))


def _flat(larger: Group, groups: Sequence[Group]) -> Group:
    """A group of groups as one of what those are made of."""
    inner = [groups[number] for number in larger.members]
    members = tuple(sorted(number for one in inner for number in one.members))
    held = [one.points for one in (larger, *inner) if one.reasons]
    reasons = tuple(dict.fromkeys(reason for one in (larger, *inner) for reason in one.reasons))
    return Group(members, larger.telling, min(held, default=0.0), reasons[:REASONS])


def _places(rows: Sequence[EventRow]) -> list[tuple[str, int]]:
    """The article of each row, and its number there; `rows`: in order of article and text."""
    return [
        (article, number)
        for article, some in groupby(rows, key=lambda row: row.article)
        for number, _ in enumerate(some)
    ]


def _bundles(rows: Sequence[EventRow], remember: Remember) -> list[list[int]]:
    """Rows, by number, that tell the very same; the others each by itself."""
    same: dict[object, list[int]] = defaultdict(list)
    for number, signature in enumerate(remember(_signature, rows)):
        same[signature or number].append(number)
    return list(same.values())


def _signature(row: EventRow) -> object:
    """What rows of one event are equal in; null if it does not tell an event from others."""
    telling = row.telling
    named = tuple((one.entity or one.name, one.role) for one in telling.core)
    sure = (telling.is_dated and named) or (len(named) > 1 and telling.published)
    if not sure:
        return None
    day = telling.days or telling.published
    return (
        telling.labels,
        tuple(sorted(telling.families)),
        named,
        day,
        telling.places,
        telling.statuses,
    )
