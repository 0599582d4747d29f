"""Infers when an article without a date was published, from the days that it names.

A reporter who writes "on Wednesday" means the last one. In 10,914 articles of the
AllSides collection that name a past weekday, the latest of them lies 0 days before
publication in 61 percent, at most 1 in 85, at most 3 in 95: so that many days are left
open. Which Wednesday it is follows from a full date nearby, from the day the page was
fetched, or from a dated article that tells the same of the same weekday. A dateline that
lacks nothing but the year ("PORT ALDERN, March 12 (Calder Press) —") gets that of the
articles around it; where no article around it has one, that in which its weekdays fit it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import log
from typing import Final

import msgspec

from variorum.collate.dates.candidates import Told, find_same_matter
from variorum.engine.protocol import Engine
from variorum.record.day_reference import DayReference
from variorum.record.when import When, days

LATEST_LAG: Final = timedelta(days=3)
"""Publication follows the latest past weekday that is named within this time (95 percent)."""

WEEK: Final = timedelta(days=7)

NEAR_HEAP: Final = timedelta(days=10)
"""A stated day counts as news, not history, if the heap's dated articles, or the day of
retrieval, lie this near."""

SAME_MATTER: Final = 0.4
LEAST_COMMON: Final = 6
"""Two references speak of one matter if they share this part of the shorter one's context
(names and longer words of two paragraphs), and this many words."""


YEARS_BACK: Final = 30
"""How long ago a report was sent at most whose year only its weekdays tell."""

LAGS: Final = (0.61, 0.24, 0.06, 0.04, 0.02, 0.015, 0.015)
"""How often the latest past weekday lies so many days before publication (see above)."""

RECENT: Final = 0.8
"""How much likelier reports are of one year than of the year before."""

LEAST_FIT: Final = 0.5
"""How much better than chance the weekdays of reports must fit a year, as the mean logarithm of how
much likelier they are: what is sent on the weekday that it names has 1.45, on the next day .52."""


class DatedText(msgspec.Struct, frozen=True):
    """What the inference sees of an article; `sent` is the day in its dateline."""

    article: str
    published: When | None
    retrieved: When | None
    days: tuple[DayReference, ...]
    sent: DayReference | None = None


def infer_dates(engine: Engine, texts: Iterable[DatedText], today: date) -> dict[str, When]:
    """Publication intervals for those articles without a date that name days; by article.

    Articles that were inferred first help no others: one wrong guess stays one. `today`: no report
    was sent later whose year nothing states.
    """
    listed = list(texts)
    days_known = sorted({text.published.days[1] for text in listed if text.published})
    if not days_known:
        days_known = _days_that_fit(listed, today)
    told = _told_elsewhere(engine, listed)
    found = {}
    for number, text in enumerate(listed):
        if text.published is None and (when := _infer(text, days_known, told.get(number))):
            found[text.article] = when
    return found


def _infer(text: DatedText, days_known: Sequence[date], told: date | None) -> When | None:
    fetched = text.retrieved.days[1] if text.retrieved else None
    near = [fetched] if fetched else days_known
    if text.sent and (sent := _latest_news_day([text.sent], near, fetched)):
        return days(sent, sent, "inferred")
    weekdays = _past_weekdays(text)
    if not weekdays:
        return None
    past = (reference for reference in text.days if reference.tense == "past")
    stated = _latest_news_day(past, near, fetched)
    if stated:
        latest = max([stated, *(_nearest(stated, weekday) for weekday in weekdays)])
    elif fetched:
        latest = max(_last(fetched, weekday) for weekday in weekdays)
    elif told:
        latest = max(_nearest(told, weekday) for weekday in weekdays)
    else:
        return None
    if fetched and latest > fetched:
        latest = fetched
    end = latest + LATEST_LAG
    return days(latest, min(end, fetched) if fetched else end, "inferred")


def _days_that_fit(texts: Sequence[DatedText], today: date) -> list[date]:
    """The days of datelines without a year, in the one year in which their weekdays fit them best.

    In order; none where too many fit none, for then they are of several years.
    """
    sent = [
        (text.sent, _past_weekdays(text))
        for text in texts
        if text.sent and not text.retrieved and _past_weekdays(text)
    ]
    past = [one for text in texts for one in text.days if one.tense == "past" and one.year]
    since = max((day for one in past for day in _of_year(one, one.year or 0)), default=date.min)
    found: list[tuple[float, list[date]]] = []
    for year in range(today.year - YEARS_BACK, today.year + 1):
        dated = [(day, weekdays) for one, weekdays in sent for day in _of_year(one, year)]
        known = [(day, weekdays) for day, weekdays in dated if since <= day <= today]
        fit = sum(log(7 * LAGS[_lag(day, weekdays)]) for day, weekdays in known)
        if known and fit >= LEAST_FIT * len(sent):
            rank = fit + (year - today.year) * log(1 / RECENT)
            found.append((rank, sorted(day for day, _ in known)))
    return max(found, default=(0.0, []))[1]


def _past_weekdays(text: DatedText) -> set[int]:
    told = (one.weekday for one in text.days if one.tense == "past")
    return {weekday for weekday in told if weekday is not None}


def _lag(day: date, weekdays: Iterable[int]) -> int:
    """Days since the latest of some weekdays."""
    return min((day.weekday() - weekday) % 7 for weekday in weekdays)


def _latest_news_day(
    past: Iterable[DayReference], near: Sequence[date], fetched: date | None
) -> date | None:
    """The latest stated past day (the year supplied, if need be) that is news, not history."""
    candidates = [
        day
        for reference in past
        if reference.day and reference.month
        for day in _readings(reference, near)
        if (fetched is None or day <= fetched) and _is_near(day, near)
    ]
    return max(candidates, default=None)


def _is_near(day: date, known: Sequence[date]) -> bool:
    """Whether one of the known days, which are sorted, lies within `NEAR_HEAP` of a day."""
    following = bisect_left(known, day - NEAR_HEAP)
    return following < len(known) and known[following] <= day + NEAR_HEAP


def _readings(reference: DayReference, near: Sequence[date]) -> list[date]:
    """The days that a reference may be to: of its year or else of those of some days."""
    if reference.year:
        return _of_year(reference, reference.year)
    years = range(near[0].year, near[-1].year + 1) if near else range(0)
    return [day for year in years for day in _of_year(reference, year)]


def _of_year(reference: DayReference, year: int) -> list[date]:
    """The day of a year that a reference names, if that year has it."""
    try:
        return [date(year, reference.month or 1, reference.day or 1)]
    except ValueError:
        return []


def _nearest(day: date, weekday: int | None) -> date:
    """The given weekday nearest to `day`: from three days before to three after."""
    offset = ((weekday or 0) - day.weekday() + 3) % 7 - 3
    return day + timedelta(days=offset)


def _last(day: date, weekday: int | None) -> date:
    """The last given weekday up to `day`."""
    return day - timedelta(days=(day.weekday() - (weekday or 0)) % 7)


def _told_elsewhere(engine: Engine, texts: Sequence[DatedText]) -> dict[int, date]:
    """For undated texts, by number, the day that a dated text tells of the same weekday and matter.

    The likest matter, if there are several. A text that is dated to a month or a year
    does not tell which of its weeks it means.
    """
    told = [
        Told(number, reference, text.published is not None)
        for number, text in enumerate(texts)
        if (_is_one_day(text.published) if text.published else text.retrieved is None)
        for reference in text.days
        if reference.weekday is not None and reference.tense == "past"
    ]
    best: dict[int, tuple[float, date]] = {}
    for asking, telling in find_same_matter(engine, told):
        likeness = _likeness(told[asking].reference, told[telling].reference)
        published = texts[told[telling].article].published
        if likeness >= SAME_MATTER and published:
            day = _last(published.days[0], told[telling].reference.weekday)
            article = told[asking].article
            best[article] = max(best.get(article, (0.0, day)), (likeness, day))
    return {article: day for article, (_, day) in best.items()}


def _is_one_day(when: When) -> bool:
    first, last = when.days
    return first == last


def _likeness(one: DayReference, other: DayReference) -> float:
    common = len(set(one.context) & set(other.context))
    shorter = min(len(one.context), len(other.context))
    return common / shorter if common >= LEAST_COMMON else 0.0
