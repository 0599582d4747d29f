"""Checks one reading against the rules of the record."""

from collections.abc import Iterator, Set
from typing import Final

from variorum.record.errors import VariorumError
from variorum.record.reading import Quotation, Reading
from variorum.record.when import When

BYTES_A_NUMBER: Final = 2
"""Vectors are rows of float16."""


def faults_in_reading(reading: Reading, text: str) -> Iterator[str]:
    """Every breach of the rules in a reading of an article with this text, as a sentence."""
    for fault in _faults(reading, len(text)):
        yield f"The reading of article {reading.article} {fault}"


def _faults(reading: Reading, length: int) -> Iterator[str]:
    entities = {entity.id for entity in reading.entities}
    if len(entities) < len(reading.entities):
        yield "has two entities with one id"
    if len(reading.vectors) != BYTES_A_NUMBER * reading.dimensions * len(reading.sentences):
        yield "has other than one vector for each sentence"
    ends = {one.end for one in reading.sentences} | {one.end for one in reading.mentions}
    ends |= {one.end for one in reading.times} | {one.end for one in reading.events}
    ends |= {one.end for one in reading.attitudes}
    for end in sorted(ends):
        if end <= length:
            continue
        yield f"has a place that ends at {end}, but the text has {length} characters"
    for mention in reading.mentions:
        if mention.entity is not None and mention.entity not in entities:
            yield f"has a mention of {mention.entity}, which is no entity of it"
    for expression in reading.times:
        if not _is_interval(expression.when):
            yield f"has a time at {expression.start} that is no interval"
    for quotation in reading.quotations:
        speaker = quotation.speaker
        if speaker is not None and speaker not in entities:
            yield f"has words spoken by {speaker}, which is no entity of it"
        for fault in _in_quotation(quotation, length):
            yield f"has quotation {quotation.id}, {fault}"
    yield from _in_events(reading, entities)
    yield from _in_attitudes(reading, entities, length)


def _in_events(reading: Reading, entities: Set[str]) -> Iterator[str]:
    for event in reading.events:
        named = {one.entity for one in event.participants} | {event.place_entity}
        for entity in sorted(one for one in named if one is not None and one not in entities):
            yield f"has an event with {entity}, which is no entity of it"
        if not _is_interval(event.when):
            yield f"has an event at {event.start} whose time is no interval"
        if not 0 <= event.confidence <= 1:
            yield f"has an event at {event.start} which is {event.confidence} sure"


def _in_attitudes(reading: Reading, entities: Set[str], length: int) -> Iterator[str]:
    for attitude in reading.attitudes:
        if attitude.actor is not None and attitude.actor not in entities:
            yield f"has an attitude of {attitude.actor}, which is no entity of it"
        for span in filter(None, (attitude.issue, attitude.condition, attitude.introduced)):
            if span.end > length:
                yield f"has an attitude that ends at {span.end}, past the text"
        if not 0 <= attitude.confidence <= 1:
            yield f"has an attitude at {attitude.start} which is {attitude.confidence} sure"


def _in_quotation(quotation: Quotation, length: int) -> Iterator[str]:
    if not any(quotation.content):
        yield "of no words"
    for span in (*quotation.content, *quotation.cue, *quotation.source):
        if span.end > length:
            yield f"which ends at {span.end}, but the text has {length} characters"
    if not 0 <= quotation.confidence <= 1:
        yield f"which is {quotation.confidence} sure"
    if not _is_interval(quotation.said):
        yield "said at a time that is no interval"


def _is_interval(when: When | None) -> bool:
    """Whether a time starts before it ends; true if it is not told."""
    if when is None:
        return True
    try:
        first, last = when.bounds
    except (ValueError, OverflowError, VariorumError):
        return False
    return first <= last
