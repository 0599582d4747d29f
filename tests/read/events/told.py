"""Events as the shipped reader finds them in a line."""

from functools import cache

from tests.read.plain_reader import article_of
from variorum.read.encoder.encoder import Encoder
from variorum.read.reading import read
from variorum.record.event import EventMention
from variorum.record.reading import Reading
from variorum.record.when import When

PUBLISHED = When("2031-03-12", "2031-03-12", "day", "stated")


@cache
def encoder() -> Encoder:
    return Encoder.shipped(threads=1)


@cache
def reading_of(text: str, published: When | None = PUBLISHED) -> Reading:
    reading = read(article_of(text, published=published), encoder())
    assert reading is not None
    return reading


def event(text: str, words: str, published: When | None = PUBLISHED) -> EventMention:
    """The event that some words of a text name."""
    found = [
        one
        for one in reading_of(text, published).events
        if text[one.start : one.end].casefold() == words
    ]
    assert len(found) == 1, reading_of(text, published).events
    return found[0]


def parties(one: EventMention) -> set[tuple[str, str]]:
    return {(part.name, part.role) for part in one.participants}
