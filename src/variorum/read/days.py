"""Finds where an English text names a day."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from variorum.read.times.candidates import find_drafts
from variorum.read.times.draft import Draft
from variorum.record.article import Article, Block
from variorum.record.day_reference import DayReference, Tense
from variorum.record.period import Period

_POSSESSIVE: Final = re.compile(r"['’]s\b")
_TO_COME: Final = re.compile(
    r"\b(?:will|would|shall|to be|due|scheduled|expect\w*|plan\w*|set to|going to|could|may|might|"
    r"upcoming|ahead of|deadline|next)\b",
    re.IGNORECASE,
)
_WAS: Final = re.compile(
    r"\b(?:was|were|had|did|said|says|told|met|held|came|went|gave|took|made|left|began|broke|spoke|sent|"
    r"won|lost|kept|found|wrote|rose|fell|hit|shot|[^\W\d_]{3,}ed)\b",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“‘A-Z])")

BEFORE, AFTER = 60, 40
"""Characters around a reference whose verbs tell its tense; the lags of publication behind
weekdays (see `collate.dates`) were counted with the same."""

LEAST_LETTERS: Final = 4
"""Shorter words say little about what a sentence is about, unless they are names."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def find_days(article: Article) -> list[DayReference]:
    """The references to days in an English article's body, in order; none for other languages.

    These are the time expressions (`read.times`) that name a day of a month, or a weekday
    without telling of which week. Their tense is more cautious than that of expressions: a
    sentence that speaks of anything to come says nothing of the day of publication.
    """
    if article.language not in (None, "en"):
        return []
    blocks = article.blocks_of("body", "caption")
    found = (
        reference
        for place, block in enumerate(blocks)
        for reference in _in_block(article.text, block, blocks[max(0, place - 1) : place + 1])
    )
    return sorted(found, key=lambda reference: (reference.start, reference.end))


def _in_block(text: str, block: Block, around: Sequence[Block]) -> Iterator[DayReference]:
    named = [
        (draft, day)
        for draft in find_drafts(text[block.start : block.end])
        if (day := _day_of(draft))
    ]
    context = _context(text, around) if named else ()
    for draft, (weekday, year, month, number) in named:
        start, end = block.start + draft.start, block.start + draft.end
        if weekday is not None and (possessive := _POSSESSIVE.match(text, end, block.end)):
            end = possessive.end()
        tense = _tense(text, block, start, end)
        yield DayReference(start, end, tense, context, weekday, year, month, number)


_Day = tuple[int | None, int | None, int | None, int | None]


def _day_of(draft: Draft) -> _Day | None:
    """The weekday, year, month and day that a draft names; None if it names no day of its own."""
    if isinstance(draft.base, Period):
        first = draft.base.first
        is_day = draft.base.unit == "day" and not draft.steps
        return (None, first.year, first.month, first.day) if is_day else None
    if draft.base != "publication" or not draft.by_tense:
        return None
    step = draft.steps[0]
    if step.kind == "weekday":
        return step.number, None, None, None
    return (None, None, *divmod(step.number, 100)) if step.kind == "month_day" else None


def _tense(text: str, block: Block, start: int, end: int) -> Tense:
    before = _SENTENCE_END.split(text[max(block.start, start - BEFORE) : start])[-1]
    after = _SENTENCE_END.split(text[end : min(block.end, end + AFTER)])[0]
    if _TO_COME.search(before + after):
        return "future"
    return "past" if _WAS.search(before + after) else "unknown"


def _context(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    words = (word for block in blocks for word in _WORD.findall(text[block.start : block.end]))
    return tuple(
        sorted({_folded(word) for word in words if len(word) >= LEAST_LETTERS or word.isupper()})
    )


def _folded(word: str) -> str:
    plain = word.casefold()
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.removesuffix("'s").removesuffix("’s")
