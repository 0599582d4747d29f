"""Quotations → wordings: those of the same words, speaker and days as one."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from variorum.collate.statements.rows import QuotationRow
from variorum.collate.statements.scoring import Wording
from variorum.collate.statements.venues import venue_of
from variorum.collate.statements.words import is_content, stem, words_in
from variorum.record.naming import entity_in_record

_ENOUGH: Final = 60
"""Characters of a quotation that is hardly said twice about two things."""

_NOBODY: Final = frozenset("he she it they that this who which whom what one some many".split())
"""Sources that name nobody."""


def wordings_of(
    by_quotation: Mapping[str, QuotationRow], joined: Mapping[str, str]
) -> list[Wording]:
    """The quotations, those of the same words, speaker and days as one, in order of content."""
    alike: dict[tuple[str, ...], list[QuotationRow]] = defaultdict(list)
    voices: dict[str, set[str]] = defaultdict(set)
    for _, row in sorted(by_quotation.items()):
        key = _key(row, joined)
        alike[key].append(row)
        voices[key[0]].update(row.voice_of.split())
    return [
        _wording(key, alike[key], joined, frozenset(voices[key[0]] if key[0] else ()))
        for key in sorted(alike)
    ]


def _key(row: QuotationRow, joined: Mapping[str, str]) -> tuple[str, ...]:
    days = [f"{when.days[0]}/{when.days[1]}" if when else "" for when in (row.said, row.published)]
    speaker = entity_in_record(row.speaker, row.article, row.speaker_name, joined)
    # A short phrase is told apart by what stands around it, which copies have in common.
    around = row.context if len(row.words) < _ENOUGH else ""
    return speaker or "", _name(row), row.words, row.marked, *days, row.venue or "", around


def _name(row: QuotationRow) -> str:
    words = [word for _, _, word in words_in(row.speaker_name or "")]
    return "" if len(words) == 1 and words[0] in _NOBODY else " ".join(words)


def _wording(
    key: tuple[str, ...],
    rows: list[QuotationRow],
    joined: Mapping[str, str],
    voices: frozenset[str],
) -> Wording:
    row = rows[0]
    words = tuple(row.words.split())
    return Wording(
        key=key,
        quotations=tuple(one.quotation for one in rows),
        articles=frozenset(one.article for one in rows),
        speaker=entity_in_record(row.speaker, row.article, row.speaker_name, joined),
        kind=row.speaker_kind,
        name=_name(row),
        words=words,
        quoted=tuple(word for word, mark in zip(words, row.marked, strict=True) if mark == "1"),
        stems=frozenset(stem(word) for word in words if is_content(word)),
        context=frozenset(row.context.split()),
        said=row.said.days if row.said else None,
        published=row.published.days if row.published else None,
        venue=venue_of(row.venue),
        voices=voices if row.speaker_kind == "person" else frozenset(_name(row).split()[-1:]),
    )
