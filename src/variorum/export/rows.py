"""Rows of the export that are not nouns of the record as they are: each names its article."""

from collections.abc import Iterator

import msgspec

from variorum.library import Quoted, Story
from variorum.record.reading import EntityKind, QuotationMode
from variorum.record.span import Span
from variorum.record.statement import Variant
from variorum.record.time_expression import TimeType
from variorum.record.when import When


class MentionRow(msgspec.Struct, frozen=True):
    """A `Mention`, with its article."""

    article: str
    start: int
    end: int
    entity: str | None
    kind: EntityKind


class TimeRow(msgspec.Struct, frozen=True):
    """A `TimeExpression`, with its article."""

    article: str
    start: int
    end: int
    type: TimeType
    when: When | None
    value: str


class QuotationRow(msgspec.Struct, frozen=True):
    """A `Quotation`, with its article and the statement that it is a wording of."""

    id: str
    article: str
    mode: QuotationMode
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str | None
    speaker_name: str | None
    addressee: str | None
    venue: str | None
    said: When | None
    statement: str | None
    confidence: float


def mention_rows(story: Story) -> Iterator[MentionRow]:
    """All mentions, in order of their articles and of the text."""
    for reading in story.readings:
        for one in reading.mentions:
            yield MentionRow(reading.article, one.start, one.end, one.entity, one.kind)


def time_rows(story: Story) -> Iterator[TimeRow]:
    """All time expressions, in order of their articles and of the text."""
    for reading in story.readings:
        for one in reading.times:
            yield TimeRow(reading.article, one.start, one.end, one.type, one.when, one.value)


class StatementRow(msgspec.Struct, frozen=True):
    """A `Statement`, with the number of lineage roots behind its articles."""

    id: str
    speaker: str | None
    speaker_name: str | None
    text: str
    said: When | None
    venue: str | None
    quotations: tuple[str, ...]
    articles: tuple[str, ...]
    independent_sources: int
    variants: tuple[Variant, ...]
    confidence: float
    reasons: tuple[str, ...]
    corrections: tuple[str, ...]


def statement_rows(story: Story) -> Iterator[StatementRow]:
    """All statements, in order of their ids."""
    for one in story.statements():
        told = {name: getattr(one, name) for name in one.__struct_fields__ if name != "maker"}
        sources = len(story.sources_behind(one.articles))
        yield StatementRow(**told, independent_sources=sources)


def quotation_rows(story: Story) -> Iterator[QuotationRow]:
    """All quotations, in order of their articles and of the text."""
    statements = {quotation: one.id for one in story.statements() for quotation in one.quotations}
    return (_quotation_row(one, statements.get(one.quotation.id)) for one in story.quotations())


def _quotation_row(quoted: Quoted, statement: str | None) -> QuotationRow:
    article, one = quoted
    return QuotationRow(
        id=one.id,
        article=article.id,
        mode=one.mode,
        content=one.content,
        cue=one.cue,
        source=one.source,
        speaker=one.speaker,
        speaker_name=one.speaker_name,
        addressee=one.addressee,
        venue=one.venue,
        said=one.said,
        statement=statement,
        confidence=one.confidence,
    )
