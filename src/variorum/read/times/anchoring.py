"""Turns drafts into time expressions: in order, each anchored to what was told before it."""

from collections.abc import Iterable, Iterator
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


def _told(paragraph: str, draft: Draft, anchors: Anchors) -> Told | None:
    """Where the draft's steps start, and the steps, with the directions that tense gives."""
    if isinstance(draft.base, Period):
        return Told(draft.base, draft.steps)
    if draft.base == "publication":
        if not draft.steps:
            return None
        return Told(None, _directed(paragraph, draft) if draft.by_tense else draft.steps)
    before = anchors.time if draft.base == "preceding" else anchors.quarter
    if before is None:
        return Told(None, draft.otherwise) if draft.otherwise else None
    return Told(before.base, (*before.steps, *draft.steps))


UNKNOWN_TENSE: Final[dict[str, Direction]] = {"month_day": "nearest"}


def _directed(paragraph: str, draft: Draft) -> tuple[Step, ...]:
    tense = tense_around(paragraph, draft.start, draft.end)
    directions: dict[str, Direction] = {"past": "past", "future": "future"}
    return tuple(
        msgspec.structs.replace(
            step, direction=directions.get(tense, UNKNOWN_TENSE.get(step.kind, "past"))
        )
        if step.direction == BY_TENSE
        else step
        for step in draft.steps
    )


def _expression(
    draft: Draft, offset: int, told: Told | None, published: When | None
) -> TimeExpression:
    value, when, relation = draft.value, None, ()
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
    if told.steps and told.steps[-1].kind == "quarter":
        return Anchors(told, told)
    return Anchors(told, anchors.quarter)
