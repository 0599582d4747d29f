"""Finds where an English text names a day."""

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from variorum.record.article import Article, Block
from variorum.record.day_reference import DayReference, Tense
from variorum.record.letters import without_marks

_WEEKDAYS: Final = {name.casefold(): number for number, name in enumerate(day_name)}
_MONTHS: Final = {
    name.casefold(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}

_WEEKDAY: Final = re.compile(rf"\b({'|'.join(day_name)})(?![^\W\d_]*s\b)(?:['’]s)?\b")
_OTHER_WEEK: Final = re.compile(
    r"\b(?:last|next|every|each|previous|following|coming)\s+$", re.IGNORECASE
)
_MONTH: Final = r"(?P<month>" + "|".join([*month_name[1:], *month_abbr[1:], "Sept"]) + r")\.?"
_MONTH_DAY: Final = re.compile(
    rf"\b{_MONTH}\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:)(?:,?\s(?P<year>(?:19|20)\d\d))?"
)
_DAY_MONTH: Final = re.compile(
    rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s(?P<year>(?:19|20)\d\d))?\b"
)
_DIGIT: Final = re.compile(r"\d")
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

_AS_SENT: Final = re.compile(r"(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}, )*")
_SENT_END: Final = re.compile(
    r"(?:, [A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}){0,2}"
    r"\.? ?(?:\([^()]{2,40}\) ?)?(?:[-–—:]|\.(?= [A-Z]))"
)
"""What stands before and behind the day that a report was sent, at its beginning."""

BEFORE, AFTER = 60, 40
"""Characters around a reference whose verbs tell its tense; the lags of publication behind
weekdays (see `collate.dates`) were counted with the same."""

LEAST_LETTERS: Final = 4
"""Shorter words say little about what a sentence is about, unless they are names."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def find_days(article: Article) -> list[DayReference]:
    """The references to days in an English article's body, in order; none for other languages."""
    if article.language not in (None, "en"):
        return []
    blocks = article.blocks_of("body", "caption")
    found = (
        reference
        for place, block in enumerate(blocks)
        for reference in _in_block(article.text, block, blocks[max(0, place - 1) : place + 1])
    )
    return sorted(found, key=lambda reference: (reference.start, reference.end))


def find_day_sent(article: Article) -> DayReference | None:
    """The day that an article's dateline names: "PORT ALDERN, March 12 (Calder Press) —".

    Or else a line above its text, or the beginning of that: "Aldern, 12 March." "March 12 -".
    """
    body = article.blocks_of("body")[:1]
    above = body[0].start if body else len(article.text)
    for block in article.blocks_of("dateline", "date"):
        if block.role == "date" and block.start > above:
            continue  # That of another story, behind this one.
        for found in _in_block(article.text, block, ()):
            if found.day:
                return found
    for block in body:
        for found in _in_block(article.text, block, ()):
            if found.day and _AS_SENT.fullmatch(article.text, block.start, found.start):
                rest = article.text[found.end : block.end]
                return found if _SENT_END.match(rest) else None
    return None


def _in_block(text: str, block: Block, around: Sequence[Block]) -> Iterator[DayReference]:
    if not _has_day(text[block.start : block.end]):
        return
    context = _context(text, around)
    for match in _WEEKDAY.finditer(text, block.start, block.end):
        if not _OTHER_WEEK.search(text, block.start, match.start()):
            weekday = _WEEKDAYS[match[1].casefold()]
            yield DayReference(
                match.start(), match.end(), _tense(text, block, match), context, weekday
            )
    taken: set[int] = set()
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        for match in pattern.finditer(text, block.start, block.end):
            month, day = _MONTHS[match["month"].casefold()], int(match["day"])
            year = int(match["year"]) if match["year"] else None
            if _exists(year, month, day) and match.start("month") not in taken:
                taken.add(match.start("month"))
                tense = _tense(text, block, match)
                yield DayReference(
                    match.start(), match.end(), tense, context, None, year, month, day
                )


def _has_day(paragraph: str) -> bool:
    """Whether a paragraph names a day; most are ruled out by what is quickly seen."""
    if "day" in paragraph and _WEEKDAY.search(paragraph):
        return True
    has_digit = _DIGIT.search(paragraph) is not None
    return has_digit and any(one.search(paragraph) for one in (_MONTH_DAY, _DAY_MONTH))


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def _tense(text: str, block: Block, match: re.Match[str]) -> Tense:
    start, end = max(block.start, match.start() - BEFORE), min(block.end, match.end() + AFTER)
    before = _SENTENCE_END.split(text[start : match.start()])[-1]
    after = _SENTENCE_END.split(text[match.end() : end])[0]
    if _TO_COME.search(before + after):
        return "future"
    return "past" if _WAS.search(before + after) else "unknown"


def _context(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    words = (word for block in blocks for word in _WORD.findall(text[block.start : block.end]))
    return tuple(
        sorted({_folded(word) for word in words if len(word) >= LEAST_LETTERS or word.isupper()})
    )


def _folded(word: str) -> str:
    return without_marks(word.casefold()).removesuffix("'s").removesuffix("’s")
