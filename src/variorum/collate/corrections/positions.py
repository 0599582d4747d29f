"""Positions of actors whom people joined or split."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from variorum.collate.corrections.people import People
from variorum.record.identity import identify
from variorum.record.naming import entity_in_record, held_by_name, names_of_persons
from variorum.record.position import Attitude, Position
from variorum.record.reading import Reading
from variorum.record.reuse import Place

Readings = Callable[[str], Reading | None]


def correct_positions(
    found: Sequence[Position], people: People, readings: Readings
) -> list[Position]:
    """The positions, each of who holds it now; `readings`: with the articles' own entities."""
    names = names_of_persons(people.entities)
    corrected = [
        held_by_name(one, names)
        for position in found
        for one in _corrected(position, people, readings)
    ]
    return sorted({one.id: one for one in corrected}.values(), key=lambda one: one.id)


def _corrected(one: Position, people: People, readings: Readings) -> Iterator[Position]:
    if one.actor and one.actor in people.renamed:
        yield _of(one, people.renamed[one.actor], one.actor_name, one.evidence)
    elif one.actor in people.scattered:
        yield from _divided(one, people, readings)
    else:
        yield one


def _divided(one: Position, people: People, readings: Readings) -> Iterator[Position]:
    """A position of what is several actors now: each has what shows it of them."""
    places: dict[str | None, list[Place]] = defaultdict(list)
    names: dict[str | None, Counter[str]] = defaultdict(Counter)
    for place in one.evidence:
        held = _attitude(place, readings)
        name = held.actor_name if held else one.actor_name
        known = held.actor if held else None
        actor = entity_in_record(known, place.article, name, people.joined)
        places[actor].append(place)
        names[actor][name] += 1
    for actor in sorted(places, key=lambda entity: entity or ""):
        count = names[actor]
        name = max(count, key=lambda name: (count[name], len(name), name))
        yield _of(one, actor, name, tuple(places[actor]))


def _attitude(place: Place, readings: Readings) -> Attitude | None:
    reading = readings(place.article)
    at = (place.start, place.end)
    held = reading.attitudes if reading else ()
    return next((one for one in held if (one.start, one.end) == at), None)


def _of(one: Position, actor: str | None, name: str, evidence: tuple[Place, ...]) -> Position:
    parts = (actor or name, one.issue, one.stance, one.condition, evidence)
    return replace(
        one, id=identify("position", *parts), actor=actor, actor_name=name, evidence=evidence
    )
