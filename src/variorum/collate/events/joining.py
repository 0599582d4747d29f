"""Which mentions are one event."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Generic, TypeVar

from variorum.collate.events.candidates import find_candidates, lookup
from variorum.collate.events.chosen import MAKER
from variorum.collate.events.drawing import Told, draw_event, has_substance
from variorum.collate.events.grouping import REASONS, Group, Link, find_links, group
from variorum.collate.events.recorded import together, with_record_entities
from variorum.collate.events.rows import EventRow, rows_of
from variorum.collate.events.sketch import sketch
from variorum.collate.events.telling import Telling
from variorum.engine.protocol import Engine, Remember
from variorum.record.event import Event

__all__ = ["MAKER", "EventRow", "join_events", "rows_of"]

Made = TypeVar("Made")


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
    listed = with_record_entities(rows, joined, engine.remember)
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
        for one in _groups(engine, tellings)
    )
    drawn = engine.remember(_drawn if all_of_them else _drawn_if_substantial, every)
    return sorted((event for event in drawn if event), key=lambda event: event.id)


def _drawn(told: Told) -> Event:
    return draw_event(told, str(MAKER))


def _drawn_if_substantial(told: Told) -> Event | None:
    return _drawn(told) if has_substance(told.rows, told.telling) else None


ROUNDS: Final = 5
"""Times that what was joined is compared, at most: of many who tell of one event each is compared
with some only."""


def _groups(engine: Engine, tellings: Sequence[Telling]) -> list[Group]:
    groups = [Group((number,), one, 0.0, ()) for number, one in enumerate(tellings)]
    seen = _Seen(len(groups))
    sketched, looked_up = _Once(sketch, engine.remember), _Once(lookup, engine.remember)
    for _ in range(ROUNDS):
        known = [one.telling for one in groups]
        sketches = sketched(known)
        pairs = seen.unseen(find_candidates(engine, looked_up(known)))
        links = find_links(known, sketches, pairs, engine.remember)
        seen.told_apart(pairs, links)
        larger = group(known, links)
        if not larger:
            break
        groups = seen.grown(groups, larger)
    return groups


class _Once(Generic[Made]):
    """Makes something of tellings, and of none twice in the rounds of one joining."""

    def __init__(self, function: Callable[[Telling], Made], remember: Remember) -> None:
        self._function, self._remember = function, remember
        self._made: dict[Telling, Made] = {}

    def __call__(self, tellings: Sequence[Telling]) -> list[Made]:
        """What is made of each, in order."""
        new = [one for one in dict.fromkeys(tellings) if one not in self._made]
        self._made.update(zip(new, self._remember(self._function, new), strict=True))
        return [self._made[one] for one in tellings]


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

    def grown(self, groups: Sequence[Group], larger: Sequence[Group]) -> list[Group]:
        """The groups after some of them, by place, were put together: those are new."""
        joined = {number for one in larger for number in one.members}
        after = [
            (one, self._names[number]) for number, one in enumerate(groups) if number not in joined
        ]
        after += [(_flat(one, groups), self._next + number) for number, one in enumerate(larger)]
        after.sort(key=lambda one: one[0].members)
        self._next += len(larger)
        self._names = [name for _, name in after]
        return [one for one, _ in after]

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
