"""Rows of an article's events, with the entities of the record, and what several of them tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Final, NamedTuple

import msgspec

from variorum.collate.events.rows import EventRow
from variorum.collate.events.telling import Actor, Telling, combine, fuller
from variorum.engine.protocol import Remember
from variorum.record.naming import entity_in_record


class Known(NamedTuple):
    """A row, the record's entity for each participant, and what else other articles tell of it.

    `actors`: null where there is none; `larger`: the places that its own lie in.
    """

    row: EventRow
    actors: tuple[Actor | None, ...]
    about: frozenset[str]
    larger: frozenset[str]


def with_record_entities(
    rows: Iterable[EventRow], joined: Mapping[str, str], remember: Remember = map
) -> list[EventRow]:
    """The rows in order of article and text, with the record's entities and what places lie in.

    Whom several articles name has the fullest name, and belongs to the countries, that any of
    them gives. `remember`: how to apply a function to many, as `Engine.remember` does.
    """
    ordered = sorted(rows, key=_place)
    named = _as_named(ordered, joined)
    entities = {entity: tuple(actors) for entity, actors in named.items()}
    known = dict(zip(entities, remember(_fullest, entities.values()), strict=True))
    # Those without a name come last: who bears an office is called by the name.
    bearers = [
        [
            entity_in_record(one.entity, row.article, one.printed, joined)
            for one in row.telling.actors
        ]
        for row in ordered
    ]
    for row, theirs in zip(ordered, bearers, strict=True):
        for bearer, actor in zip(theirs, row.telling.actors, strict=True):
            if bearer and bearer not in known:
                known[bearer] = actor
    known = _with_namesakes(known)
    known = {
        entity: one if one.entity == entity else msgspec.structs.replace(one, entity=entity)
        for entity, one in known.items()
    }
    within = _containment(ordered)
    every = (
        Known(
            row,
            tuple(known[one] if one else None for one in theirs),
            frozenset(joined.get(one, one) for one in row.telling.about),
            _NOWHERE.union(*(within.get(place, _NOWHERE) for place in row.telling.places)),
        )
        for row, theirs in zip(ordered, bearers, strict=True)
    )
    return list(remember(_recorded, every))


_NOWHERE: Final = frozenset[str]()


def _as_named(
    rows: Iterable[EventRow], joined: Mapping[str, str]
) -> Mapping[str, dict[Actor, None]]:
    """For each of the record's entities how it takes part, in the order of the rows, each once."""
    found: dict[str, dict[Actor, None]] = defaultdict(dict)
    for row in rows:
        for actor in row.telling.actors:
            if actor.entity:
                found[joined.get(actor.entity, actor.entity)][actor] = None
    return found


def _fullest(actors: tuple[Actor, ...]) -> Actor:
    return reduce(_fuller, actors)


def _place(row: EventRow) -> tuple[str, int, int, str]:
    first = row.mentions[0]
    return row.article, first.start, first.end, first.label


def _fuller(known: Actor, actor: Actor) -> Actor:
    return msgspec.structs.replace(
        fuller(known, actor),
        nations=tuple(sorted({*known.nations, *actor.nations})),
        offices=tuple(sorted({*known.offices, *actor.offices})),
        is_person=known.is_person or actor.is_person,
    )


def _with_namesakes(known: Mapping[str, Actor]) -> dict[str, Actor]:
    """Persons with the countries and offices of those of the same full name."""
    told: dict[str, Actor] = {}
    for _, actor in sorted(known.items()):
        if actor.is_person and " " in actor.name:
            same = told.get(actor.name)
            told[actor.name] = _fuller(same, actor) if same else actor
    return {
        entity: msgspec.structs.replace(actor, nations=same.nations, offices=same.offices)
        if (same := told.get(actor.name)) and actor.is_person
        else actor
        for entity, actor in known.items()
    }


def _recorded(known: Known) -> EventRow:
    """A row as the record knows it; "the Kremlin spokesman" as whom others name so."""
    row, actors, about, larger = known
    named = {
        msgspec.structs.replace(by, role=one.role, told=one.told) if by else one
        for one, by in zip(row.telling.actors, actors, strict=True)
    }
    telling = msgspec.structs.replace(
        row.telling, actors=tuple(sorted(named)), about=about, larger=larger
    )
    return msgspec.structs.replace(row, telling=telling)


def _containment(rows: Iterable[EventRow]) -> dict[str, frozenset[str]]:
    """For each name that is inside of others the names that it is inside of."""
    larger: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for inner, outer in row.inside:
            larger[inner].add(outer)
    return {inner: frozenset(outer) for inner, outer in larger.items()}


def together(tellings: Sequence[Telling]) -> Telling:
    """What several rows tell, as one."""
    return reduce(combine, tellings)
