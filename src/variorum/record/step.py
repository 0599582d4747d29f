"""Steps from one time to another: "the Friday before", "the third quarter", "two days later"."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, Literal

import msgspec

from variorum.record.holidays import HOLIDAYS
from variorum.record.period import (
    SEASONS,
    Period,
    Unit,
    add_months,
    containing,
    shifted,
)

StepKind = Literal[
    "unit", "weekday", "month", "month_day", "day_of_month", "season", "quarter", "half",
    "holiday", "part", "clock", "edge", "span", "same", "year",
]  # fmt: skip

Direction = Literal[
    "past", "future", "before", "after", "nearest", "rather_past", "rather_future", "within"
]

WEIGHTS: Final[dict[str, tuple[int, int]]] = {
    "nearest": (1, 2), "rather_past": (1, 12), "rather_future": (6, 1),
}  # fmt: skip
"""How many times as far off as it is the last and the next of what recurs each year count.
News tells more of what was; set on the tuning half of TempEval-3."""


class Step(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One step from a time to another.

    | kind | to |
    | --- | --- |
    | unit | the `unit` that holds the time, `number` units on: "last week" is week, -1; a weekend
    in the direction past is the last one |
    | weekday | `number` 0 (Monday) to 6, in the `direction` |
    | month, season, quarter, half | the `number`-th of a year, in the `direction` |
    | month_day | `number` is 100 times the month plus the day |
    | day_of_month | the `number`-th day of the month that holds the time |
    | holiday | `detail` names it (`record.holidays`), in the `direction` |
    | part, clock | `detail`: a part (`MO`) or a time (`22:00`) of the day; `zone` |
    | edge | `detail`: start, mid, end of the time; earlier, later: before, after the anchor |
    | span | the `number` units up to the time (negative) or from it on |
    | same | the time itself |
    | year | the same stretch of the year `number` |

    `direction`: past (the last one, the present one included) and future; before and
    after (never the present one); nearest; rather_past and rather_future (of what recurs each
    year: the nearest, weighed by `WEIGHTS`); within (of the year or week of the time).
    """

    kind: StepKind
    number: int = 0
    unit: Unit = "day"
    direction: Direction = "within"
    detail: str = ""
    zone: str = ""


def follow(steps: Iterable[Step], anchor: Period) -> Period | None:
    """Where steps lead from an anchor; None if that is no day of the years 1 to 9999."""
    period = anchor
    try:
        for step in steps:
            period = _TAKE[step.kind](step, period, anchor)
    except (ValueError, OverflowError, LookupError, StopIteration):
        return None
    return period


def _unit(step: Step, period: Period, _: Period) -> Period:
    if step.unit in ("minute", "second"):
        return _clock_shift(step, period)
    if step.unit == "weekend" and step.direction == "past" and period.first.weekday() < 5:
        return shifted(containing("weekend", period.first), step.number - 1)
    return shifted(containing(step.unit, period.first), step.number)


def _clock_shift(step: Step, period: Period) -> Period:
    """Minutes or seconds on; a day without a clock time stays that day."""
    if period.unit not in ("minute", "second"):
        return Period("day", period.first)
    parts = [int(part) for part in period.detail.split(":")]
    seconds = step.number * (60 if step.unit == "minute" else 1)
    total = parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0) + seconds
    days, rest = divmod(total, 86400)
    clock = f"{rest // 3600:02}:{rest % 3600 // 60:02}"
    return Period("minute", period.first + timedelta(days=days), clock, period.zone)


def _weekday(step: Step, period: Period, _: Period) -> Period:
    day = period.first
    if step.direction == "within":
        monday = day - timedelta(days=day.weekday())
        return Period("day", monday + timedelta(days=step.number))
    back = (day.weekday() - step.number) % 7
    match step.direction:
        case "past":
            offset = -back
        case "before":
            offset = -(back or 7)
        case "future":
            offset = -back % 7
        case "after":
            offset = 7 - back
        case _:
            offset = (step.number - day.weekday() + 3) % 7 - 3
    return Period("day", day + timedelta(days=offset))


Yearly = Callable[[int], Period]
"""What recurs each year, for a year."""


def _recurring(of_year: Yearly, step: Step, period: Period) -> Period:
    """The one of a direction among those of the years around."""
    day = period.first
    if step.direction == "within":
        return of_year(day.year)
    years = [year for year in range(day.year - 2, day.year + 3) if 1 <= year <= 9998]
    found = [one for year in years if (one := _if_there(of_year, year))]
    match step.direction:
        case "past":
            return [one for one in found if one.first <= day][-1]
        case "before":
            return [one for one in found if one.last < day][-1]
        case "future":
            return next(one for one in found if one.last >= day)
        case "after":
            return next(one for one in found if one.first > day)
        case _:
            return min(found, key=lambda one: _distance(one, day, WEIGHTS[step.direction]))


def _distance(period: Period, day: date, weights: tuple[int, int]) -> int:
    """Days from a day to a period, weighed by whether it is over or to come."""
    if period.last < day:
        return weights[0] * (day - period.last).days
    return max(0, weights[1] * (period.first - day).days)


def _if_there(of_year: Yearly, year: int) -> Period | None:
    try:
        return of_year(year)
    except ValueError:
        return None


def _month(step: Step, period: Period, _: Period) -> Period:
    return _recurring(lambda year: Period("month", date(year, step.number, 1)), step, period)


def _season(step: Step, period: Period, _: Period) -> Period:
    month = SEASONS[step.detail]
    return _recurring(
        lambda year: Period("season", date(year, month, 1), step.detail), step, period
    )


REPORTED: Final = timedelta(days=100)
"""So long a quarter that is over is still to be reported on: "will report its third quarter"."""


def _quarter(step: Step, period: Period, _: Period) -> Period:
    month = 3 * step.number - 2
    if step.direction == "future":
        reported = Period("day", period.first - REPORTED)
        return _recurring(lambda year: Period("quarter", date(year, month, 1)), step, reported)
    return _recurring(lambda year: Period("quarter", date(year, month, 1)), step, period)


def _half(step: Step, period: Period, _: Period) -> Period:
    month = 6 * step.number - 5
    return _recurring(lambda year: Period("half", date(year, month, 1)), step, period)


def _month_day(step: Step, period: Period, _: Period) -> Period:
    month, day = divmod(step.number, 100)
    if (month, day) == (2, 29) and step.direction != "within":
        return _leap_day(step, period)
    return _recurring(lambda year: Period("day", date(year, month, day)), step, period)


def _leap_day(step: Step, period: Period) -> Period:
    """The nearest 29 February, or the last or next one."""
    day = period.first
    years = range(max(1, day.year - 8), min(9999, day.year + 8) + 1)
    found = [one for year in years if (one := _if_there(_leap, year))]
    if step.direction in ("past", "before"):
        return [one for one in found if one.first <= day][-1]
    if step.direction in ("future", "after"):
        return next(one for one in found if one.first >= day)
    return min(found, key=lambda one: _distance(one, day, WEIGHTS[step.direction]))


def _leap(year: int) -> Period:
    return Period("day", date(year, 2, 29))


def _day_of_month(step: Step, period: Period, _: Period) -> Period:
    return Period("day", period.first.replace(day=step.number))


def _holiday(step: Step, period: Period, _: Period) -> Period:
    rule = HOLIDAYS[step.detail]
    return _recurring(lambda year: Period("day", rule(year)), step, period)


def _part(step: Step, period: Period, _: Period) -> Period:
    return Period("part", period.first, step.detail)


def _clock(step: Step, period: Period, _: Period) -> Period:
    unit: Unit = "second" if step.detail.count(":") == 2 else "minute"
    return Period(unit, period.first, step.detail, step.zone)


def _edge(step: Step, period: Period, anchor: Period) -> Period:
    first, last = period.first, period.last
    third = ((last - first).days + 1) // 3
    match step.detail:
        case "start":
            last = first + timedelta(days=third - 1 if third else 0)
        case "mid":
            first, last = first + timedelta(days=third), last - timedelta(days=third)
        case "end":
            first = last - timedelta(days=third - 1 if third else 0)
        case "earlier":
            last = max(first, min(last, anchor.first))
        case _:
            first = min(last, max(first, anchor.first))
    return msgspec.structs.replace(period, within=(first, last))


def _span(step: Step, period: Period, _: Period) -> Period:
    day = period.first if step.number < 0 else period.last
    other = _moved(day, step.unit, step.number)
    return Period("day", min(day, other), within=(min(day, other), max(day, other)))


def _moved(day: date, unit: Unit, number: int) -> date:
    months = {"century": 1200, "decade": 120, "year": 12, "half": 6, "quarter": 3, "season": 3}
    if unit == "month" or unit in months:
        return add_months(day, months.get(unit, 1) * number)
    if unit in ("minute", "second", "part"):
        return day
    return day + timedelta(days=(7 if unit in ("week", "weekend") else 1) * number)


def _same(_: Step, period: Period, __: Period) -> Period:
    return period


def _year(step: Step, period: Period, _: Period) -> Period:
    first = add_months(period.first, 12 * (step.number - period.first.year))
    return msgspec.structs.replace(period, first=first, within=None)


_TAKE: Final[dict[str, Callable[[Step, Period, Period], Period]]] = {
    "unit": _unit,
    "weekday": _weekday,
    "month": _month,
    "month_day": _month_day,
    "day_of_month": _day_of_month,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "holiday": _holiday,
    "part": _part,
    "clock": _clock,
    "edge": _edge,
    "span": _span,
    "same": _same,
    "year": _year,
}


def open_value(steps: Iterable[Step]) -> str:
    """The TIMEX3 value of steps from an unknown day, with X for what is open: `XXXX-WXX-5`."""
    value = "XXXX-XX-XX"
    for step in steps:
        match step.kind:
            case "unit":
                value = _OPEN.get(step.unit, "XXXX-XX-XX")
            case "weekday":
                value = f"XXXX-WXX-{step.number + 1}"
            case "month":
                value = f"XXXX-{step.number:02}"
            case "month_day":
                value = f"XXXX-{step.number // 100:02}-{step.number % 100:02}"
            case "day_of_month":
                value = f"{value[:7]}-{step.number:02}"
            case "season":
                value = f"XXXX-{step.detail}"
            case "quarter":
                value = f"XXXX-Q{step.number}"
            case "half":
                value = f"XXXX-H{step.number}"
            case "year":
                value = f"{step.number:04}{value[4:]}"
            case "part" | "clock":
                value = f"{value.partition('T')[0]}T{step.detail}"
    return value


_OPEN: Final[dict[str, str]] = {
    "century": "XX",
    "decade": "XXX",
    "year": "XXXX",
    "half": "XXXX-HX",
    "quarter": "XXXX-QX",
    "season": "XXXX-XX",
    "month": "XXXX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
}
