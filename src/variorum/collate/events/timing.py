"""What the times of two tellings say of whether they are of one event."""

from datetime import date
from functools import lru_cache
from typing import Final

from variorum.collate.events.families import is_daily, is_once
from variorum.collate.events.part import Part
from variorum.collate.events.telling import Telling, readings
from variorum.record.period import Period
from variorum.record.step import Step, follow

FITTING_DAY: Final = 1.0
"""Points where the weekday that an article without a date names is that of the other's days."""

PUBLISHED_THEN: Final = ((3, 0.8), (8, 0.4))
"""Points where one was published so many days behind those that the other tells."""

LONG_AFTER: Final = (60, -2.5)
"""Days between publication and an event, or two publications, that take off so many points."""


def time_part(one: Telling, other: Telling, *, supported: bool = True) -> Part:
    """What the times say; without common participants, place or words one day says less."""
    if one.days and other.days:
        weight = 1.0 if supported else 0.4
        parts = [_both_told(*some, weight) for some in readings(one, other)]
        return max(parts, key=lambda part: part.points)
    if one.days or other.days:
        told, untold = (one, other) if one.days else (other, one)
        return _one_told(told, untold)
    return _neither_told(one, other)


NARROW: Final = ((1, 2.0), (3, 1.5), (8, 1.0), (31, 0.4))
"""Days that a common time takes up to, and the points for it."""


def _both_told(ours: tuple[int, int], theirs: tuple[int, int], weight: float) -> Part:
    gap = max(ours[0], theirs[0]) - min(ours[1], theirs[1])
    if gap > 0:
        # A day may be told by the clock of either end of a telephone line.
        one_off = gap == 1 and max(ours[1] - ours[0], theirs[1] - theirs[0]) <= 1
        return Part(-2.0 if one_off else -4.0, "their days lie apart", not one_off)
    longer = 1 + max(ours[1] - ours[0], theirs[1] - theirs[0])
    points = next((points for days, points in NARROW if longer <= days), 0.0)
    first = date.fromordinal(max(ours[0], theirs[0]))
    last = date.fromordinal(min(ours[1], theirs[1]))
    span = str(first) if first == last else f"{first} to {last}"
    return Part(points * weight, f"both put it on {span}" if first == last else f"both: {span}")


def _one_told(told: Telling, untold: Telling) -> Part:
    days = told.days or (1, 1)
    if untold.published is None:
        return _hanging(days, untold.steps)
    before = untold.published[0] - days[1]
    after = days[0] - untold.published[1]
    ahead = untold.is_ahead
    if max(before, after) > (LONG_AFTER[0] if ahead else 30):
        return Part(LONG_AFTER[1], "one was published long after or before the other's time")
    if ahead and before > 0:
        return Part(-1.5, "it was still ahead for one after the other's time")
    if after > 1 and not ahead:
        return Part(-1.5, "one was published before the other's time")
    if before > DAILY[0] and is_daily(told.families & untold.families):
        return Part(DAILY[1], "it happens day by day")
    is_near = (ahead or after <= 1) and days[1] - days[0] <= 31
    behind = before if before >= 0 or not ahead else PUBLISHED_THEN[-1][0]
    points = next((points for most, points in PUBLISHED_THEN if behind <= most), -0.3)
    return Part(points if is_near else -0.3)


def published_apart(one: Telling, other: Telling) -> int:
    """Days between two publications; none if one is unknown."""
    if one.published is None or other.published is None:
        return 0
    return max(one.published[0], other.published[0]) - min(one.published[1], other.published[1])


DAILY: Final = (1, -1.5)
"""Days between two publications beyond which what happens day by day was another, if no day is
told; and the points for it."""


def _neither_told(one: Telling, other: Telling) -> Part:
    if one.published is None or other.published is None:
        return Part(0)
    gap = published_apart(one, other)
    if gap > DAILY[0] and is_daily(one.families & other.families):
        return Part(DAILY[1], "it happens day by day")
    return neither_told(gap, is_once=is_once(one.families))


def neither_told(gap: int, *, is_once: bool) -> Part:
    """What publication says where no day is told, days apart or less."""
    if gap <= 3:
        return Part(0.5 + 0.3 * is_once, "published within three days")
    if gap <= 10:
        return Part(0)
    return Part(-1.0 if gap <= LONG_AFTER[0] else LONG_AFTER[1])


SEARCHED: Final = 45
"""Days before and after an event in which the publication of what tells of it is looked for."""


def _hanging(days: tuple[int, int], steps: tuple[Step, ...]) -> Part:
    """Whether "on Wednesday" in an article without a date may be those days."""
    if not steps or days[1] - days[0] > 3:
        return Part(0)
    fitting = publications(steps, days)
    if not fitting:
        return Part(-4.0, "the weekday is another", clash=True)
    return Part(FITTING_DAY, "the day that is named fits")


def publications(steps: tuple[Step, ...], days: tuple[int, int]) -> list[int]:
    """The days of publication, as ordinals, from which the steps lead into some days."""
    return [
        day
        for day in range(days[0] - SEARCHED, days[1] + SEARCHED + 1)
        if (led := _led_to(steps, day)) and led[0] <= days[1] and led[1] >= days[0]
    ]


@lru_cache(1 << 16)
def _led_to(steps: tuple[Step, ...], day: int) -> tuple[int, int] | None:
    """The first and last day to which some steps lead from a day, as ordinals."""
    period = follow(steps, Period("day", date.fromordinal(day)))
    return (period.first.toordinal(), period.last.toordinal()) if period else None


def status_part(one: Telling, other: Telling) -> Part:
    """What is ahead and what is past may be one only if time and participants say so."""
    ours, theirs = one.is_ahead, other.is_ahead
    if ours == theirs:
        return Part(0)
    if one.is_dated and other.is_dated:
        return Part(-0.3)
    ahead, past = (one, other) if ours else (other, one)
    if ahead.published and past.published and ahead.published[0] < past.published[1]:
        return Part(-0.8)
    return Part(-1.5, "one is over where the other lies ahead")
