"""Who speaks and acts: each actor, with all that is told of it, and by how many sources."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from variorum.record.event import Event
from variorum.record.position import Position
from variorum.record.reading import Entity
from variorum.record.statement import Statement


class Acting(NamedTuple):
    """Somebody who speaks, takes part in events or stands somewhere, by the ids of these.

    `articles`: those that tell it; `sources`: how many independent sources stand behind them.
    """

    entity: Entity
    statements: tuple[str, ...]
    events: tuple[str, ...]
    positions: tuple[str, ...]
    articles: frozenset[str]
    sources: int


def find_actors(
    entities: Mapping[str, Entity],
    statements: Iterable[Statement],
    events: Iterable[Event],
    positions: Iterable[Position],
    sources: Callable[[Iterable[str]], frozenset[str]],
) -> list[Acting]:
    """The actors, those first of whom most independent sources tell."""
    told: dict[str, _Told] = defaultdict(_new)
    for statement in statements:
        if statement.speaker:
            told[statement.speaker].add(statement.articles, statement=statement.id)
    for event in events:
        at = {place.article for place in event.mentions}
        for entity in {one.entity for one in event.participants if one.entity}:
            told[entity].add(at, event=event.id)
    for position in positions:
        if position.actor:
            places = {place.article for place in position.evidence}
            told[position.actor].add(places, position=position.id)
    found = [
        Acting(
            entities[key],
            tuple(one.statements),
            tuple(one.events),
            tuple(one.positions),
            frozenset(one.articles),
            len(sources(one.articles)),
        )
        for key, one in told.items()
        if key in entities
    ]
    return sorted(found, key=_weight)


def _weight(one: Acting) -> tuple[int, int, str, str]:
    things = len(one.statements) + len(one.events) + len(one.positions)
    return -one.sources, -things, one.entity.name, one.entity.id


class _Told(NamedTuple):
    statements: list[str]
    events: list[str]
    positions: list[str]
    articles: set[str]

    def add(
        self,
        articles: Iterable[str],
        statement: str | None = None,
        event: str | None = None,
        position: str | None = None,
    ) -> None:
        self.articles.update(articles)
        told = (self.statements, statement), (self.events, event), (self.positions, position)
        for some, one in told:
            if one:
                some.append(one)


def _new() -> _Told:
    return _Told([], [], [], set())
