"""Gives what was read in an article the entities of the whole record in place of its own."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from variorum.record.event import EventMention, Participant
from variorum.record.identity import identify
from variorum.record.position import Position
from variorum.record.reading import Entity, Mention, Quotation, Reading
from variorum.record.statement import Statement


def unnamed(article: str, words: str) -> str:
    """Under what somebody is known whom an article tells by an office only, without a name.

    `words`: `speaker_name`, `actor_name` or a participant's `name` without an entity.
    """
    return identify("entity", article, "unnamed", words)


def entity_in_record(
    entity: str | None, article: str, words: str | None, joined: Mapping[str, str]
) -> str | None:
    """The record's entity for an article's; for words without one whom others name so, if any."""
    if entity:
        return joined.get(entity, entity)
    return joined.get(unnamed(article, words)) if words else None


def names_of_persons(entities: Iterable[Entity]) -> dict[str, str]:
    """The names that a record has for persons, by their ids. Others go by more than one name."""
    return {one.id: one.name for one in entities if one.kind == "person"}


def said_by_name(statement: Statement, names: Mapping[str, str]) -> Statement:
    """A statement with the name that the record has for its speaker, not "the union chief"."""
    name = names.get(statement.speaker or "", statement.speaker_name)
    return replace(statement, speaker_name=name)


def held_by_name(position: Position, names: Mapping[str, str]) -> Position:
    """A position with the name that the record has for its actor."""
    return replace(position, actor_name=names.get(position.actor or "", position.actor_name))


def with_joined_entities(reading: Reading, joined: Mapping[str, str]) -> Reading:
    """The reading with each entity's id put in by the one that it is joined to.

    `joined`: the record's entity for an article's; those that are not in it keep their ids.
    `Reading.entities` stays the article's own, under the new ids. Who has no entity because the
    article does not name them gets the one that other articles name (`unnamed`).
    """

    def of(entity: str | None, words: str | None = None) -> str | None:
        return entity_in_record(entity, reading.article, words, joined)

    quotations = tuple(
        quotation_with_speaker(one, reading.article, joined) for one in reading.quotations
    )

    return replace(
        reading,
        entities=tuple(replace(one, id=of(one.id)) for one in reading.entities),
        mentions=tuple(
            replace(one, entity=of(one.entity) or _speaker_at(one, quotations))
            for one in reading.mentions
        ),
        quotations=quotations,
        events=tuple(_renamed(one, reading.article, joined) for one in reading.events),
        attitudes=tuple(
            replace(one, actor=of(one.actor, one.actor_name)) for one in reading.attitudes
        ),
    )


def quotation_with_speaker(one: Quotation, article: str, joined: Mapping[str, str]) -> Quotation:
    """A quotation of an article, said by the record's entity in place of the article's own."""
    speaker = entity_in_record(one.speaker, article, one.speaker_name, joined)
    return one if speaker == one.speaker else replace(one, speaker=speaker)


def _speaker_at(mention: Mention, quotations: tuple[Quotation, ...]) -> str | None:
    """Who is meant by the words of a source that name nobody."""
    for one in quotations:
        if any(span.start <= mention.start and mention.end <= span.end for span in one.source):
            return one.speaker
    return None


def _renamed(event: EventMention, article: str, joined: Mapping[str, str]) -> EventMention:
    place = event.place_entity
    return replace(
        event,
        participants=tuple(_participant(one, article, joined) for one in event.participants),
        place_entity=joined.get(place, place) if place else place,
    )


def _participant(one: Participant, article: str, joined: Mapping[str, str]) -> Participant:
    return replace(one, entity=entity_in_record(one.entity, article, one.name, joined))
