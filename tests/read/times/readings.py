"""Reads times from lines written for the tests."""

from variorum.read.times import find_times
from variorum.record.article import Block
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When

PUBLISHED = When("2025-02-25", "2025-02-25", "day", "stated")
"""A Tuesday, of week 9."""


def text_of(*paragraphs: str) -> tuple[str, list[Block]]:
    """The paragraphs as one text, and their blocks."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph), "body"))
        text += paragraph + "\n\n"
    return text, [block for block in blocks if block.start < block.end]


def found(*paragraphs: str, published: When | None = PUBLISHED) -> list[TimeExpression]:
    """The expressions of some paragraphs."""
    text, blocks = text_of(*paragraphs)
    return list(find_times(text, blocks, published))


def told(*paragraphs: str, published: When | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """The words, type and value of each expression."""
    text, blocks = text_of(*paragraphs)
    return [
        (text[one.start : one.end], one.type, one.value)
        for one in find_times(text, blocks, published)
    ]


def interval(*paragraphs: str, published: When | None = PUBLISHED) -> tuple[str, str] | None:
    """The interval of the last expression."""
    *_, last = found(*paragraphs, published=published)
    return (last.when.earliest, last.when.latest) if last.when else None
