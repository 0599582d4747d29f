"""Stretches of the calendar, with their TIMEX3 values and intervals."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal

import msgspec

from variorum.record.when import Basis, Grain, When

Unit = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month",
    "week", "weekend", "day", "part", "minute", "second",
]  # fmt: skip

MONTHS: Final[dict[str, int]] = {
    "century": 1200, "decade": 120, "year": 12, "half": 6, "quarter": 3, "season": 3, "month": 1,
}  # fmt: skip
"""How many months the units last that are made of months."""

DAYS: Final[dict[str, int]] = {"week": 7, "weekend": 2}

PARTS_OF_DAY: Final[dict[str, tuple[str, str]]] = {
    "MO": ("05:00", "11:59"),
    "AF": ("12:00", "17:59"),
    "EV": ("17:00", "23:59"),
    "NI": ("18:00", "05:59"),
    "DT": ("06:00", "17:59"),
}
"""TIMEX3 codes and what they cover here, local time; a night ends on the following day."""

SEASONS: Final[dict[str, int]] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""TIMEX3 codes and first months, of the northern half of the globe; a winter has the year of
its December."""


class Period(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the calendar of one unit.

    - `first`: its first day;
    - `detail`: the code of a part of day or season, or the clock time (`22:00`, `22:00:05`);
    - `zone`: the offset of a clock time, as ISO 8601 writes it, if told;
    - `within`: the first and last day of the part that is meant ("early", "the end of").
    """

    unit: Unit
    first: date
    detail: str = ""
    zone: str = ""
    within: tuple[date, date] | None = None

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit in MONTHS:
            try:
                return add_months(self.first, MONTHS[self.unit]) - timedelta(days=1)
            except ValueError:
                return date.max  # The calendar ends with the period, or within it.
        return self.first + timedelta(days=DAYS.get(self.unit, 1) - 1)

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        return _value(self)

    def when(self, basis: Basis) -> When:
        """Its interval."""
        if self.within:
            return When(self.within[0].isoformat(), self.within[1].isoformat(), "day", basis)
        if self.unit in ("minute", "second"):
            moment = f"{self.first}T{self.detail}{self.zone}"
            return When(moment, moment, "second" if self.unit == "second" else "minute", basis)
        if self.unit == "part":
            begin, end = PARTS_OF_DAY[self.detail]
            last = self.first + timedelta(days=end < begin)
            return When(f"{self.first}T{begin}", f"{last}T{end}", "minute", basis)
        grain = _GRAINS.get(self.unit, "day")
        cut = {"year": 4, "month": 7}.get(grain, 10)
        return When(self.first.isoformat()[:cut], self.last.isoformat()[:cut], grain, basis)


_GRAINS: Final[dict[str, Grain]] = {
    "century": "year", "decade": "year", "year": "year",
    "half": "month", "quarter": "month", "season": "month", "month": "month",
}  # fmt: skip


def _value(period: Period) -> str:
    first = period.first
    year = f"{first.year:04}"
    iso = first.isocalendar()
    week = f"{iso.year:04}-W{iso.week:02}"
    zone = "Z" if period.zone in ("Z", "+00:00") else ""
    values = {
        "century": year[:2],
        "decade": year[:3],
        "year": year,
        "half": f"{year}-H{1 + (first.month - 1) // 6}",
        "quarter": f"{year}-Q{1 + (first.month - 1) // 3}",
        "season": f"{year}-{period.detail}",
        "month": f"{year}-{first.month:02}",
        "week": week,
        "weekend": f"{week}-WE",
        "day": first.isoformat(),
    }
    return values.get(period.unit, f"{first.isoformat()}T{period.detail}{zone}")


def add_months(day: date, months: int) -> date:
    """The day so many months on, or the last of that month if it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def containing(unit: Unit, day: date) -> Period:
    """The period of a unit that a day lies in; for a weekend, that of its week."""
    if unit == "season":
        return _season(day)
    if unit in MONTHS:
        months = MONTHS[unit]
        start = (day.year * 12 + day.month - 1) // months * months
        return Period(unit, date(start // 12, start % 12 + 1, 1))
    monday = day - timedelta(days=day.weekday())
    if unit == "week":
        return Period(unit, monday)
    if unit == "weekend":
        return Period(unit, monday + timedelta(days=5))
    return Period("day", day)


def _season(day: date) -> Period:
    month = day.month // 3 * 3 or 12
    year = day.year - (day.month < 3)
    return Period("season", date(year, month, 1), {m: code for code, m in SEASONS.items()}[month])


def shifted(period: Period, number: int) -> Period:
    """The period of the same unit so many units on."""
    if period.unit == "season":
        return _season(add_months(period.first, 3 * number))
    if period.unit in MONTHS:
        return Period(period.unit, add_months(period.first, MONTHS[period.unit] * number))
    days = 7 if period.unit in DAYS else 1
    return Period(period.unit, period.first + timedelta(days=days * number), period.detail)
