"""Rows of an article's events, with the entities of the record, and what several of them tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import chain
from typing import Final, NamedTuple

import msgspec

from variorum.collate.events.rows import EventRow
from variorum.collate.events.telling import Actor, Telling, combine, fuller
from variorum.engine.protocol import Remember
from variorum.record.naming import unnamed


class Told(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """The rows of one article in order of its text, and whom they name, each once and in order.

    - `named`, `unnamed`: the article's entities that take part, and who does without a name, by
      whom the record may know (`naming.unnamed`), each with how it takes part;
    - `bearers`: of each row's participants; `everybody`: of all;
    - `about`, `places`: entities that the rows are about, and where; `inside`: places in others.
    """

    rows: tuple[EventRow, ...]
    named: tuple[tuple[str, Actor], ...]
    unnamed: tuple[tuple[str, Actor], ...]
    bearers: tuple[tuple[str | None, ...], ...]
    everybody: tuple[str, ...]
    about: tuple[str, ...]
    places: tuple[str, ...]
    inside: tuple[tuple[str, str], ...]


class Known(NamedTuple):
    """What an article tells, and what the record and other articles know of that.

    The record's entity for each of `everybody`, null where there is none, and for each of `about`;
    `larger`: what each of the places lies in.
    """

    told: Told
    actors: tuple[Actor | None, ...]
    about: tuple[str, ...]
    larger: tuple[frozenset[str], ...]


def with_record_entities(
    rows: Iterable[EventRow], joined: Mapping[str, str], remember: Remember = map
) -> list[EventRow]:
    """The rows in order of article and text, with the record's entities and what places lie in.

    Whom several articles name has the fullest name, and belongs to the countries, that any of
    them gives. `remember`: how to apply a function to many, as `Engine.remember` does.
    """
    of_article: dict[str, list[EventRow]] = defaultdict(list)
    for row in rows:
        of_article[row.article].append(row)
    every = list(remember(_told, (tuple(of_article[one]) for one in sorted(of_article))))
    named = _as_named(every, joined)
    entities = {entity: tuple(actors) for entity, actors in named.items()}
    known = dict(zip(entities, remember(_fullest, entities.values()), strict=True))
    # Those without a name come last: who bears an office is called by the name.
    for told in every:
        for words, actor in told.unnamed:
            if bearer := joined.get(words):
                known.setdefault(bearer, actor)
    known = _with_namesakes(known)
    known = {
        entity: one if one.entity == entity else msgspec.structs.replace(one, entity=entity)
        for entity, one in known.items()
    }
    within = _containment(every)
    whole = (
        Known(
            told,
            tuple([known.get(joined.get(one, one)) for one in told.everybody]),
            tuple([joined.get(one, one) for one in told.about]),
            tuple([within.get(one, _NOWHERE) for one in told.places]),
        )
        for told in every
    )
    return list(chain.from_iterable(remember(_recorded, whole)))


def _told(rows: tuple[EventRow, ...]) -> Told:
    """Rows of one article, with whom they name."""
    ordered = sorted(rows, key=_place)
    actors = [actor for row in ordered for actor in row.telling.actors]
    bearers = [tuple(_bearer(one, row.article) for one in row.telling.actors) for row in ordered]
    whom = list(zip(chain.from_iterable(bearers), actors, strict=True))
    return Told(
        rows=tuple(ordered),
        named=tuple(dict.fromkeys((who, actor) for who, actor in whom if who and actor.entity)),
        unnamed=tuple(
            dict.fromkeys((who, actor) for who, actor in whom if who and not actor.entity)
        ),
        bearers=tuple(bearers),
        everybody=tuple(dict.fromkeys(who for who, _ in whom if who)),
        about=tuple(sorted({one for row in ordered for one in row.telling.about})),
        places=tuple(sorted({one for row in ordered for one in row.telling.places})),
        inside=tuple(dict.fromkeys(pair for row in ordered for pair in row.inside)),
    )


def _bearer(actor: Actor, article: str) -> str | None:
    """The article's entity for a participant; under what the record may know one without."""
    if actor.entity:
        return actor.entity
    return unnamed(article, actor.printed) if actor.printed else None


_NOWHERE: Final = frozenset[str]()


def _as_named(every: Iterable[Told], joined: Mapping[str, str]) -> Mapping[str, dict[Actor, None]]:
    """For each of the record's entities how it takes part, in the order of the rows, each once."""
    found: dict[str, dict[Actor, None]] = defaultdict(dict)
    for told in every:
        for entity, actor in told.named:
            found[joined.get(entity, entity)][actor] = None
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


def _recorded(known: Known) -> tuple[EventRow, ...]:
    """Rows as the record knows them; "the Kremlin spokesman" as whom others name so."""
    told = known.told
    by = dict(zip(told.everybody, known.actors, strict=True))
    about = dict(zip(told.about, known.about, strict=True))
    larger = dict(zip(told.places, known.larger, strict=True))
    return tuple(
        msgspec.structs.replace(
            row,
            telling=msgspec.structs.replace(
                row.telling,
                actors=_actors(row.telling, [by.get(one or "") for one in theirs]),
                about=frozenset(about[one] for one in row.telling.about),
                larger=_NOWHERE.union(*(larger[place] for place in row.telling.places)),
            ),
        )
        for row, theirs in zip(told.rows, told.bearers, strict=True)
    )


def _actors(telling: Telling, known: Iterable[Actor | None]) -> tuple[Actor, ...]:
    """Who takes part, as the record knows them."""
    named = {
        msgspec.structs.replace(by, role=one.role, told=one.told) if by else one
        for one, by in zip(telling.actors, known, strict=True)
    }
    return tuple(sorted(named))


def _containment(every: Iterable[Told]) -> dict[str, frozenset[str]]:
    """For each name that is inside of others the names that it is inside of."""
    larger: dict[str, set[str]] = defaultdict(set)
    for told in every:
        for inner, outer in told.inside:
            larger[inner].add(outer)
    return {inner: frozenset(outer) for inner, outer in larger.items()}


def together(tellings: Sequence[Telling]) -> Telling:
    """What several rows tell, as one."""
    return reduce(combine, tellings)
