"""Checks what is joined out of readings against the rules of the record."""

from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple, TypeAlias

from variorum.record.event import Event
from variorum.record.position import Position
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.store.protocol import Store


class Known(NamedTuple):
    """What the joined nouns may point at.

    The lengths of the articles' texts, the ids of quotations and of the record's entities.
    """

    lengths: Mapping[str, int]
    quotations: Set[str]
    entities: Set[str]


Joint: TypeAlias = Statement | Event | Position | StoryGroup


def faults_in_joined(store: Store, lengths: Mapping[str, int]) -> Iterator[str]:
    """Every breach of the rules in what is joined, as a sentence."""
    quotations = {one.id for reading in store.readings() for one in reading.quotations}
    known = Known(lengths, quotations, {entity.id for entity in store.entities()})
    for entity, into in store.joined_entities().items():
        if into not in known.entities:
            yield f"Entity {entity} is joined to {into}, which is not there"
    for statement in store.statements():
        yield from _named(statement, _in_statement(statement, known))
    for event in store.events():
        yield from _named(event, _in_event(event, known))
    for position in store.positions():
        yield from _named(position, _in_position(position, known))
    for story in store.stories():
        yield from _named(story, _missing(story.articles, known))


def _named(noun: Joint, faults: Iterator[str]) -> Iterator[str]:
    for fault in faults:
        yield f"{noun.id} {fault}"
    if not 0 <= noun.confidence <= 1:
        yield f"{noun.id} is {noun.confidence} sure"


def _in_statement(one: Statement, known: Known) -> Iterator[str]:
    yield from _actor(one.speaker, known)
    yield from _missing(one.articles, known)
    for quotation in sorted({*one.quotations, *(each.quotation for each in one.variants)}):
        if quotation not in known.quotations:
            yield f"gathers quotation {quotation}, which is not there"


def _in_event(one: Event, known: Known) -> Iterator[str]:
    for participant in one.participants:
        yield from _actor(participant.entity, known)
    yield from _missing((report.article for report in one.status_history), known)
    for place in one.mentions:
        yield from _place(place.article, place.end, known)


def _in_position(one: Position, known: Known) -> Iterator[str]:
    yield from _actor(one.actor, known)
    if not one.evidence:
        yield "has no words that show it"
    for place in one.evidence:
        yield from _place(place.article, place.end, known)


def _actor(entity: str | None, known: Known) -> Iterator[str]:
    if entity is not None and entity not in known.entities:
        yield f"names {entity}, which is no entity of the record"


def _missing(articles: Iterator[str] | tuple[str, ...], known: Known) -> Iterator[str]:
    for article in articles:
        if article not in known.lengths:
            yield f"names article {article}, which is not there"


def _place(article: str, end: int, known: Known) -> Iterator[str]:
    yield from _missing((article,), known)
    if end > known.lengths.get(article, end):
        yield f"points past the end of article {article}"
