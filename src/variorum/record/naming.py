"""Gives what was read in an article the entities of the whole record in place of its own."""

from collections.abc import Mapping

import msgspec

from variorum.record.event import EventMention, Participant
from variorum.record.reading import Reading


def with_joined_entities(reading: Reading, joined: Mapping[str, str]) -> Reading:
    """The reading with each entity's id put in by the one that it is joined to.

    `joined`: the record's entity for an article's; those that are not in it keep their ids.
    `Reading.entities` stays the article's own, under the new ids.
    """

    def of(entity: str | None) -> str | None:
        return joined.get(entity, entity) if entity else entity

    replace = msgspec.structs.replace
    return replace(
        reading,
        entities=tuple(replace(one, id=of(one.id)) for one in reading.entities),
        mentions=tuple(replace(one, entity=of(one.entity)) for one in reading.mentions),
        quotations=tuple(replace(one, speaker=of(one.speaker)) for one in reading.quotations),
        events=tuple(_renamed(one, joined) for one in reading.events),
        attitudes=tuple(replace(one, actor=of(one.actor)) for one in reading.attitudes),
    )


def _renamed(event: EventMention, joined: Mapping[str, str]) -> EventMention:
    place = event.place_entity
    return msgspec.structs.replace(
        event,
        participants=tuple(_participant(one, joined) for one in event.participants),
        place_entity=joined.get(place, place) if place else place,
    )


def _participant(one: Participant, joined: Mapping[str, str]) -> Participant:
    entity = joined.get(one.entity, one.entity) if one.entity else None
    return msgspec.structs.replace(one, entity=entity)
