"""Turns drafts into time expressions: in order, each anchored to what was told before it."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

from variorum.read.times.draft import BY_TENSE, Draft
from variorum.read.times.tense import tense_around
from variorum.record.period import Period
from variorum.record.step import Direction, Step, follow
from variorum.record.time_expression import TimeExpression, resolve_steps
from variorum.record.when import When


class Told(NamedTuple):
    """A time as steps from a period, or from the publication date if that is None."""

    base: Period | None
    steps: tuple[Step, ...]


class Anchors(NamedTuple):
    """What later expressions may be told from: the last time, and the last quarter."""

    time: Told | None = None
    quarter: Told | None = None


def anchor(
    paragraph: str, offset: int, drafts: Iterable[Draft], published: When | None, anchors: Anchors
) -> tuple[list[TimeExpression], Anchors]:
    """The expressions of a paragraph that starts at `offset`, and the anchors behind it."""
    found = []
    for draft in drafts:
        told = _told(paragraph, draft, anchors)
        found.append(_expression(draft, offset, told, published))
        anchors = _after(draft, told, anchors)
    return found, anchors


LONGEST: Final = 6
"""Steps behind which nothing is told from a time told before: no text is that involved."""


def _told(paragraph: str, draft: Draft, anchors: Anchors) -> Told | None:
    """Where the draft's steps start, and the steps, with the directions that tense gives."""
    if isinstance(draft.base, Period):
        return Told(draft.base, draft.steps)
    if draft.base == "publication":
        if not draft.steps:
            return None
        return Told(None, _directed(paragraph, draft) if draft.by_tense else draft.steps)
    before = anchors.time if draft.base == "preceding" else anchors.quarter
    if before is None or len(before.steps) > LONGEST or not _fits(draft, before):
        return Told(None, draft.otherwise) if draft.otherwise else None
    return Told(before.base, (*before.steps, *draft.steps))


def _fits(draft: Draft, before: Told) -> bool:
    """Whether days and clock times can be counted from a time: not from a month or a year."""
    first = draft.steps[0]
    if first.kind in ("unit", "weekday") and first.unit not in ("day", "minute"):
        return True
    if first.kind in ("day_of_month", "quarter", "same", "year"):
        return True
    if before.steps and before.steps[-1].kind in ("edge", "span"):
        return False
    return _grain(before) in ("day", "part", "minute", "second")


def _grain(told: Told) -> str:
    """The unit of a time; that of its last step, if there is one."""
    if not told.steps:
        return told.base.unit if told.base else "day"
    step = told.steps[-1]
    if step.kind == "unit":
        return step.unit
    if step.kind in ("month", "season", "quarter", "half", "year"):
        return step.kind
    return "day"


DIRECTIONS: Final[dict[str, dict[str, Direction]]] = {
    "weekday": {"past": "past", "future": "future", "unknown": "past"},
    "quarter": {"past": "past", "future": "future", "unknown": "past"},
    "half": {"past": "past", "future": "future", "unknown": "past"},
    "unit": {"past": "past", "future": "future", "unknown": "past"},
}
"""The direction that each tense gives to a kind of step; what recurs each year has the other."""

_YEARLY: Final[dict[str, Direction]] = {
    "past": "rather_past", "future": "rather_future", "unknown": "nearest",
}  # fmt: skip


def _directed(paragraph: str, draft: Draft) -> tuple[Step, ...]:
    tense = tense_around(paragraph, draft.start, draft.end)
    return tuple(
        msgspec.structs.replace(step, direction=DIRECTIONS.get(step.kind, _YEARLY)[tense])
        if step.direction == BY_TENSE
        else step
        for step in draft.steps
    )


def _expression(
    draft: Draft, offset: int, told: Told | None, published: When | None
) -> TimeExpression:
    value, when = draft.value, None
    relation: tuple[Step, ...] = ()
    if told is None:
        value = value or "XXXX-XX-XX"
    elif told.base is None:
        found, when = resolve_steps(told.steps, published)
        value, relation = value or found, told.steps
    else:
        period = follow(told.steps, told.base)
        value = value or (period.value if period else "XXXX-XX-XX")
        when = period.when("inferred" if told.steps else "stated") if period else None
    assert draft.type
    return TimeExpression(
        draft.start + offset, draft.end + offset, draft.type, when, value, relation, draft.modifier
    )


def _after(draft: Draft, told: Told | None, anchors: Anchors) -> Anchors:
    if told is None or draft.value or draft.type not in ("date", "time"):
        return anchors
    if told.steps and told.steps[-1].kind == "quarter" and told.steps[-1].direction != "future":
        return Anchors(told, told)
    return Anchors(told, anchors.quarter)
