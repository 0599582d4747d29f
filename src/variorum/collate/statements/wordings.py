"""Quotations → wordings: those of the same words, speaker and days as one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from variorum.collate.statements.agreeing import Wording
from variorum.collate.statements.rows import QuotationRow
from variorum.collate.statements.venues import venue_of
from variorum.collate.statements.words import is_content, stem, words_in
from variorum.engine.protocol import Remember
from variorum.record.naming import entity_in_record

_ENOUGH: Final = 60
"""Characters of a quotation that is hardly said twice about two things."""

_NOBODY: Final = frozenset("he she it they that this who which whom what one some many".split())
"""Sources that name nobody."""


class Said(NamedTuple):
    """A quotation, and the record's entity for its speaker."""

    row: QuotationRow
    speaker: str | None


class Alike(NamedTuple):
    """Quotations that are one wording: what they are alike in, and what the speaker is told to be.

    `voices`: words for whom the speaker speaks; `titles`: the words of each title.
    """

    key: tuple[str, ...]
    rows: tuple[QuotationRow, ...]
    voices: frozenset[str]
    titles: frozenset[str]


def wordings_of(
    rows: Iterable[QuotationRow],
    joined: Mapping[str, str],
    remember: Remember = map,
) -> list[Wording]:
    """The quotations, those of the same words, speaker and days as one, in order of content.

    `remember`: how to apply a function to many, as `Engine.remember` does.
    """
    ordered = sorted(rows, key=lambda row: row.quotation)
    said = [
        Said(row, entity_in_record(row.speaker, row.article, row.speaker_name, joined))
        for row in ordered
    ]
    alike: dict[tuple[str, ...], list[QuotationRow]] = defaultdict(list)
    voices: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    for row, key in zip(ordered, remember(_key, said), strict=True):
        alike[key].append(row)
        if row.voice_of:
            voices[key[0]].update(row.voice_of.split())
        titles[key[0]].update(filter(None, row.titles.split("|")))
    theirs = {speaker: frozenset(some) for speaker, some in voices.items() if speaker}
    called = {speaker: frozenset(some) for speaker, some in titles.items() if speaker}
    given = (
        Alike(key, tuple(alike[key]), theirs.get(key[0], _NONE), called.get(key[0], _NONE))
        for key in sorted(alike)
    )
    return list(remember(_wording, given))


_NONE: Final = frozenset[str]()


def _key(said: Said) -> tuple[str, ...]:
    row = said.row
    days = [f"{when.days[0]}/{when.days[1]}" if when else "" for when in (row.said, row.published)]
    # A short phrase is told apart by what stands around it, which copies have in common.
    around = row.context if len(row.words) < _ENOUGH else ""
    return said.speaker or "", _name(row), row.words, row.marked, *days, row.venue or "", around


def _name(row: QuotationRow) -> str:
    words = [word for _, _, word in words_in(row.speaker_name or "")]
    return "" if len(words) == 1 and words[0] in _NOBODY else " ".join(words)


def _wording(alike: Alike) -> Wording:
    key, rows = alike.key, alike.rows
    row, name = rows[0], key[1]
    words = tuple(row.words.split())
    return Wording(
        key=key,
        rows=rows,
        articles=frozenset(one.article for one in rows),
        speaker=key[0] or None,
        kind=row.speaker_kind,
        name=name,
        words=words,
        quoted=tuple(word for word, mark in zip(words, row.marked, strict=True) if mark == "1"),
        stems=frozenset(stem(word) for word in words if is_content(word)),
        context=frozenset(row.context.split()),
        said=row.said.days if row.said else None,
        published=row.published.days if row.published else None,
        venue=venue_of(row.venue),
        voices=alike.voices if row.speaker_kind == "person" else _called(name),
        titles=alike.titles if row.speaker else _described(name),
    )


def _called(name: str) -> frozenset[str]:
    """The last word of a body's name, and the last two: "health_ministry"."""
    words = name.split()
    return frozenset([*words[-1:], "_".join(words[-2:])])


def _described(name: str) -> frozenset[str]:
    """The telling words of a source that names nobody, if there are some."""
    words = sorted({word for word in name.split() if is_content(word)})
    return frozenset([" ".join(words)]) if len(words) >= _TELLING else _NONE


_TELLING: Final = 2
