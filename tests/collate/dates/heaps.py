"""Small invented heaps of days that articles name."""

from collections.abc import Collection
from datetime import date
from functools import cache

from hypothesis import strategies as st

from variorum.collate.dates.publication import DatedText
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.day_reference import DayReference, Tense
from variorum.record.when import When, day

STRIKE = "aune boats company ferry letter orrin quay stennvik union walked".split()
SHARES = "analysts brandt crowns halvorsen investors pension rating savers tenth value".split()
"""What is told around a day, of two matters."""

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def weekday(number: int, context: Collection[str] = STRIKE, tense: Tense = "past") -> DayReference:
    return DayReference(0, 1, tense, tuple(sorted(context)), weekday=number)


def stated(month: int, number: int, year: int | None = None, tense: Tense = "past") -> DayReference:
    return DayReference(0, 1, tense, (), year=year, month=month, day=number)


def text(
    name: str,
    *days: DayReference,
    published: date | When | None = None,
    retrieved: date | None = None,
) -> DatedText:
    """An article as the inference sees it; days are stated."""
    return DatedText(
        name,
        day(published, "stated") if isinstance(published, date) else published,
        day(retrieved, "metadata") if retrieved else None,
        days,
    )


@cache
def engine() -> DuckdbEngine:
    """One engine for all heaps: each takes the place of the one before."""
    return DuckdbEngine(processes=1)


tenses = st.sampled_from(["past", "future", "unknown"])
contexts = st.lists(st.sampled_from(STRIKE + SHARES), unique=True, max_size=16)
weekdays = st.builds(weekday, st.integers(0, 6), contexts, tenses)
weeks = st.dates(date(2031, 2, 20), date(2031, 3, 20))
