"""Which mentions are one event."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from variorum.collate.events.candidates import find_candidates, lookup
from variorum.collate.events.chosen import MAKER
from variorum.collate.events.drawing import draw_event, has_substance
from variorum.collate.events.grouping import REASONS, Group, Link, find_links, group
from variorum.collate.events.recorded import containment, together, with_record_entities
from variorum.collate.events.rows import EventRow, rows_of
from variorum.collate.events.scoring import Containment
from variorum.collate.events.sketch import sketch
from variorum.collate.events.telling import Telling
from variorum.engine.protocol import Engine
from variorum.record.event import Event

__all__ = ["MAKER", "EventRow", "join_events", "rows_of"]

T = TypeVar("T")


def join_events(
    engine: Engine,
    rows: Iterable[EventRow],
    joined: Mapping[str, str],
    *,
    all_of_them: bool = False,
) -> list[Event]:
    """The events of the record, in order of their ids.

    `joined`: the record's entity for an article's. Those of too little substance are left out
    unless `all_of_them` are wanted.
    """
    listed = with_record_entities(rows, joined)
    within = containment(listed)
    bundles = _bundles(listed)
    tellings = [together([listed[number].telling for number in some]) for some in bundles]
    groups = _groups(engine, tellings, within)
    events = []
    for one in groups:
        members = [listed[number] for bundle in one.members for number in bundles[bundle]]
        if all_of_them or has_substance(members, one.telling):
            events.append(draw_event(members, one, within, str(MAKER)))
    return sorted(events, key=lambda event: event.id)


ROUNDS: Final = 5
"""Times that what was joined is compared, at most: of many who tell of one event each is compared
with some only."""


def _groups(engine: Engine, tellings: Sequence[Telling], within: Containment) -> list[Group]:
    groups = [Group((number,), one, 0.0, ()) for number, one in enumerate(tellings)]
    lookups, sketches = [lookup(one) for one in tellings], [sketch(one) for one in tellings]
    seen = _Seen(len(groups))
    for _ in range(ROUNDS):
        known = [one.telling for one in groups]
        pairs = seen.unseen(find_candidates(engine, known, lookups))
        links = find_links(known, sketches, pairs, within)
        seen.told_apart(pairs, links)
        larger = group(known, links, within)
        if len(larger) == len(groups):
            break
        seen.grown(larger)
        lookups = _renewed(lookups, larger, lookup)
        sketches = _renewed(sketches, larger, sketch)
        groups = [_flat(one, groups) for one in larger]
    return groups


def _renewed(known: Sequence[T], larger: Iterable[Group], make: Callable[[Telling], T]) -> list[T]:
    """What is made of each telling; made anew of those that are of several."""
    return [known[one.members[0]] if len(one.members) == 1 else make(one.telling) for one in larger]


class _Seen:
    """Which pairs of groups were told apart; they stay so until one of them grows."""

    def __init__(self, groups: int) -> None:
        self._names = list(range(groups))
        self._next = groups
        self._apart: set[tuple[int, int]] = set()

    def unseen(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The pairs, by place, that were not told apart."""
        return [pair for pair in pairs if self._named(*pair) not in self._apart]

    def told_apart(self, pairs: Iterable[tuple[int, int]], links: Iterable[Link]) -> None:
        """Note the pairs that were looked at and are not linked."""
        self._apart.update(self._named(*pair) for pair in pairs)
        self._apart.difference_update(self._named(link.a, link.b) for link in links)

    def grown(self, larger: Iterable[Group]) -> None:
        """Groups of the groups take their places; those that are of several are new."""
        names = []
        for one in larger:
            if len(one.members) == 1:
                names.append(self._names[one.members[0]])
            else:
                names.append(self._next)
                self._next += 1
        self._names = names

    def _named(self, a: int, b: int) -> tuple[int, int]:
        one, other = self._names[a], self._names[b]
        return (one, other) if one < other else (other, one)


def _flat(larger: Group, groups: Sequence[Group]) -> Group:
    """A group of groups as one of what those are made of."""
    inner = [groups[number] for number in larger.members]
    members = tuple(sorted(number for one in inner for number in one.members))
    held = [one.points for one in (larger, *inner) if one.reasons]
    reasons = tuple(dict.fromkeys(reason for one in (larger, *inner) for reason in one.reasons))
    return Group(members, larger.telling, min(held, default=0.0), reasons[:REASONS])


def _bundles(rows: Sequence[EventRow]) -> list[list[int]]:
    """Rows, by number, that tell the very same; the others each by itself."""
    same: dict[object, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        same[_signature(row) or number].append(number)
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
