"""Finds the drafts of a paragraph: every construction, then the longest of those that overlap."""

import re
from collections.abc import Iterable, Set
from typing import Final

import msgspec

from variorum.read.times.constructions.clock import CLOCK
from variorum.read.times.constructions.dates import DATES
from variorum.read.times.constructions.deictic import DEICTIC
from variorum.read.times.constructions.durations import DURATIONS
from variorum.read.times.constructions.fiscal import FISCAL
from variorum.read.times.constructions.named import NAMED
from variorum.read.times.constructions.sets import SETS
from variorum.read.times.draft import (
    BY_TENSE,
    DIGIT,
    FOUR_DIGITS,
    Construction,
    Draft,
    blocked,
)
from variorum.record.period import Period
from variorum.record.step import Step

_ALL: Final = (*DATES, *FISCAL, *DEICTIC, *CLOCK, *SETS, *NAMED, *DURATIONS)

CONSTRUCTIONS: Final[tuple[Construction, ...]] = tuple(
    sorted(_ALL, key=lambda one: one.read is not blocked)
)
"""Of two drafts of one extent the earlier construction's is kept: first what names no time."""

_NEEDING: Final = {
    word: [number for number, one in enumerate(CONSTRUCTIONS) if word in one.needs]
    for word in frozenset[str]().union(*(one.needs for one in CONSTRUCTIONS))
}
"""The constructions, by their numbers, that need a word."""

_WORD: Final = re.compile(r"[qh][1-4]|[a-z]+")
_DIGITS: Final = {DIGIT: re.compile(r"\d"), FOUR_DIGITS: re.compile(r"\d{4}")}


def find_drafts(paragraph: str) -> list[Draft]:
    """The drafts of a paragraph in order, without overlap; heads are joined to what follows."""
    found = [
        draft
        for one in _needing(words_of(paragraph))
        for match in one.pattern.finditer(paragraph)
        if (draft := one.read(match)) and draft.start < draft.end
    ]
    return [draft for draft in _join_heads(_without_overlap(found)) if draft.type]


def _needing(words: Set[str]) -> list[Construction]:
    """The constructions that may be met among some words, in their order."""
    numbers = set[int]().union(*(_NEEDING[word] for word in words & _NEEDING.keys()))
    found = [CONSTRUCTIONS[number] for number in sorted(numbers)]
    return [one for one in found if not one.also or not words.isdisjoint(one.also)]


def words_of(paragraph: str) -> set[str]:
    """What constructions may need of a paragraph: its words in small letters, and digits."""
    digits = (sign for sign, pattern in _DIGITS.items() if pattern.search(paragraph))
    return {*_WORD.findall(paragraph.casefold()), *digits}


def _without_overlap(drafts: Iterable[Draft]) -> list[Draft]:
    """From left to right the longest; the order of constructions is kept among equals."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (one.start, -one.end)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept


def _join_heads(drafts: list[Draft]) -> list[Draft]:
    """Joins "the end of " and what follows it; from right to left, since heads can be stacked."""
    joined: list[Draft] = []
    for draft in reversed(drafts):
        if not draft.head:
            joined.append(draft)
        elif joined and joined[-1].start == draft.end and _can_follow(joined[-1]):
            joined[-1] = _joined(draft, joined[-1])
        elif draft.alone:
            joined.append(draft._replace(end=draft.alone, head=False))
    return joined[::-1]


def _can_follow(following: Draft) -> bool:
    return following.type == "date" and not following.value


def _joined(head: Draft, following: Draft) -> Draft:
    steps = tuple(_within(step, _unit_of(following)) for step in head.steps)
    return following._replace(
        start=head.start,
        type=head.type,
        steps=following.steps + steps,
        otherwise=following.otherwise + steps if following.otherwise else (),
        modifier=head.modifier or following.modifier,
    )


def _within(step: Step, unit: str) -> Step:
    """A head's step as one within the time that follows; half of a decade is no half-year."""
    if step.kind == "half" and unit != "year":
        return Step("edge", detail="start" if step.number == 1 else "end")
    if step.direction == BY_TENSE:
        return msgspec.structs.replace(step, direction="within")
    return step


def _unit_of(draft: Draft) -> str:
    """The unit of what a draft names."""
    if draft.steps:
        return draft.steps[-1].unit if draft.steps[-1].kind == "unit" else ""
    return draft.base.unit if isinstance(draft.base, Period) else ""
