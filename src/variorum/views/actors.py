"""Who speaks and acts, those first of whom most independent sources tell."""

from collections import Counter
from typing import Annotated, Final, Literal

import msgspec

from variorum.compare.acting import Acting
from variorum.record.reading import EntityKind
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, Part, View, part_of
from variorum.views.words import clipped

SHOWN: Final = 60
"""Actors on one part of the list."""

TITLES: Final = 2
"""Titles that are shown of each."""


class ActorsQuery(ListQuery, frozen=True, kw_only=True):
    """Which actors: of one kind, or all; `called`: only those with these words in a name."""

    kind: Literal["", "person", "organization", "place", "group", "other"] = ""
    called: Annotated[str, msgspec.Meta(max_length=300)] = ""


class ActorLine(msgspec.Struct, frozen=True):
    """An actor in a list, with how much is told; `sources`: independent ones."""

    id: str
    name: str
    kind: EntityKind
    titles: tuple[str, ...]
    statements: int
    events: int
    positions: int
    articles: int
    sources: int


class KindCount(msgspec.Struct, frozen=True):
    """How many actors of a kind there are."""

    kind: EntityKind
    count: int


class ActorsView(View, frozen=True, kw_only=True):
    """The actors in order of how many independent sources tell of them."""

    actors: tuple[ActorLine, ...]
    part: Part
    kinds: tuple[KindCount, ...]


def draw_actors(desk: Desk, query: ActorsQuery) -> ActorsView:
    """The actors that are asked for."""
    asked = query.called.casefold()
    found = [
        one
        for one in desk.actors
        if query.kind in ("", one.entity.kind)
        and any(asked in name.casefold() for name in (one.entity.name, *one.entity.aliases))
    ]
    shown, part = part_of(found, query.page, SHOWN)
    kinds = Counter(one.entity.kind for one in desk.actors)
    return ActorsView(
        heading="Who speaks and acts",
        actors=tuple(actor_line(one) for one in shown),
        part=part,
        kinds=tuple(KindCount(kind, count) for kind, count in kinds.most_common()),
    )


def actor_line(one: Acting) -> ActorLine:
    """An actor in a list."""
    entity = one.entity
    return ActorLine(
        entity.id,
        clipped(entity.name, 120),
        entity.kind,
        tuple(clipped(title, 60) for title in entity.titles[:TITLES]),
        len(one.statements),
        len(one.events),
        len(one.positions),
        len(one.articles),
        one.sources,
    )
