"""Rows of an article's events, with the entities of the record, and what several of them tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from variorum.collate.events.rows import EventRow
from variorum.collate.events.scoring import Containment
from variorum.collate.events.telling import Actor, Telling, combine, fuller
from variorum.record.naming import entity_in_record


def with_record_entities(rows: Iterable[EventRow], joined: Mapping[str, str]) -> list[EventRow]:
    """The rows in order of article and text, with the record's entities.

    Whom several articles name has the fullest name, and belongs to the countries, that any of
    them gives.
    """
    ordered = sorted(rows, key=_place)
    known: dict[str, Actor] = {}
    for row in ordered:
        for actor in row.telling.actors:
            if actor.entity:
                entity = joined.get(actor.entity, actor.entity)
                known[entity] = _fuller(known.get(entity), actor)
    # Those without a name come last: who bears an office is called by the name.
    for row in ordered:
        for actor in row.telling.actors:
            bearer = entity_in_record(actor.entity, row.article, actor.printed, joined)
            if bearer:
                known.setdefault(bearer, actor)
    known = _with_namesakes(known)
    return [_renamed(row, joined, known) for row in ordered]


def _place(row: EventRow) -> tuple[str, int, int, str]:
    first = row.mentions[0]
    return row.article, first.start, first.end, first.label


def _fuller(known: Actor | None, actor: Actor) -> Actor:
    if known is None:
        return actor
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
            told[actor.name] = _fuller(told.get(actor.name), actor)
    return {
        entity: msgspec.structs.replace(actor, nations=same.nations, offices=same.offices)
        if (same := told.get(actor.name)) and actor.is_person
        else actor
        for entity, actor in known.items()
    }


def _renamed(row: EventRow, joined: Mapping[str, str], known: Mapping[str, Actor]) -> EventRow:
    actors = tuple(
        sorted({_recorded(row.article, one, joined, known) for one in row.telling.actors})
    )
    about = frozenset(joined.get(one, one) for one in row.telling.about)
    telling = msgspec.structs.replace(row.telling, actors=actors, about=about)
    return msgspec.structs.replace(row, telling=telling)


def _recorded(
    article: str, actor: Actor, joined: Mapping[str, str], known: Mapping[str, Actor]
) -> Actor:
    """A participant as the record knows it; "the Kremlin spokesman" as whom others name so."""
    entity = entity_in_record(actor.entity, article, actor.printed, joined)
    if entity is None:
        return actor
    return msgspec.structs.replace(known[entity], entity=entity, role=actor.role, told=actor.told)


def containment(rows: Iterable[EventRow]) -> Containment:
    """For each name that is inside of others the names that it is inside of."""
    larger: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for inner, outer in row.inside:
            larger[inner].add(outer)
    return {inner: frozenset(outer) for inner, outer in larger.items()}


def together(tellings: Sequence[Telling]) -> Telling:
    """What several rows tell, as one."""
    first, *rest = tellings
    for one in rest:
        first = combine(first, one)
    return first
