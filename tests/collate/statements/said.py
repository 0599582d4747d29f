"""Quotations of invented stories, and the statements that are made of them."""

from collections.abc import Iterable, Mapping
from datetime import date

from variorum.collate.statements.joining import QuotationRow, join_statements
from variorum.collate.statements.words import is_content, stem, words_in
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.reading import EntityKind, QuotationMode
from variorum.record.statement import Statement
from variorum.record.when import When, day

DAY = "2031-03-03"


def said(
    quotation: str,
    words: str,
    *,
    speaker: str | None = "Aune",
    name: str | None = None,
    kind: EntityKind = "person",
    mode: QuotationMode = "direct",
    article: str | None = None,
    on: str | None = None,
    venue: str | None = None,
    published: str | None = DAY,
    around: str = "",
    voice_of: str = "",
    titles: str = "",
) -> QuotationRow:
    """A row; in mixed words those between asterisks are quoted."""
    text = words.replace("*", '"') if mode == "mixed" else words
    forms = [
        (word, mode == "direct" or (mode == "mixed" and words[:start].count("*") % 2 == 1))
        for start, _, word in words_in(words)
    ]
    return QuotationRow(
        quotation=quotation,
        article=article or f"art-{quotation}",
        start=0,
        end=len(text),
        mode=mode,
        speaker=speaker and f"{quotation}-{speaker}",
        speaker_kind=kind if speaker else None,
        speaker_name=name or speaker,
        words=" ".join(word for word, _ in forms),
        marked="".join("1" if mark else "0" for _, mark in forms),
        text=text,
        context=" ".join(
            sorted({stem(word) for _, _, word in words_in(around) if is_content(word)})
        ),
        said=_day(on),
        venue=venue,
        published=_day(published),
        voice_of=voice_of,
        titles=titles,
    )


def _day(told: str | None) -> When | None:
    return day(date.fromisoformat(told), "stated") if told else None


def joined_by_name(rows: Iterable[QuotationRow]) -> Mapping[str, str]:
    """Entities are one if they are called the same."""
    return {row.speaker: row.speaker.partition("-")[2] for row in rows if row.speaker}


def statements_of(*rows: QuotationRow) -> list[Statement]:
    """The statements of some quotations."""
    with DuckdbEngine(processes=1) as engine:
        return join_statements(engine, rows, joined_by_name(rows))


def groups_of(*rows: QuotationRow) -> set[str]:
    """The statements as the names of their quotations, joined by a space."""
    return {" ".join(one.quotations) for one in statements_of(*rows)}
