"""Edits between aligned passages that give another day for the same thing."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from variorum.compare.edited import (
    Difference,
    Side,
    is_anchored,
    is_one_change,
)
from variorum.compare.words import folded_words
from variorum.record.reuse import Reuse
from variorum.record.span import Span
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When

_DAYS: Final = {
    name: name[:3] for name in "monday tuesday wednesday thursday friday saturday sunday".split()
}
_MONTHS: Final = {
    form: name[:3]
    for name in "january february march april may june july august september october november "
    "december".split()
    for form in (name, name[:3], f"{name[:3]}.", "sept", "sept.")[: 5 if name == "september" else 3]
}  # fmt: skip
_NUMBER: Final = re.compile(r"([0-3]?\d)(?:st|nd|rd|th)?")

Times = Mapping[str, Sequence[TimeExpression]]
"""For each article that was read its time expressions, in order of the text."""


def date_differences(reuse: Reuse, text_a: str, text_b: str, times: Times) -> Iterator[Difference]:
    """The edits that put another date in the place of one, where both cannot be true."""
    for edit in reuse.edits:
        if edit.op != "replace" or not is_one_change(edit, text_a, text_b):
            continue
        sides = Side(reuse.a.article, text_a, edit.a), Side(reuse.b.article, text_b, edit.b)
        if not is_anchored(*sides, reuse.similarity) or any(map(_is_signature, sides)):
            continue
        a = _time_at(times.get(reuse.a.article, ()), edit.a)
        b = _time_at(times.get(reuse.b.article, ()), edit.b)
        if a and b and a.when and b.when:
            if (
                _is_one_grain(a, b)
                and _disjoint(a.when, b.when)
                and _is_other_day(text_a[a.start : a.end], text_b[b.start : b.end])
            ):
                yield _difference(
                    Span(a.start, a.end), Span(b.start, b.end), _plain(a.when), _plain(b.when)
                )
        elif _is_other_day_of_a_month(*sides) or _names_other_days(*sides):
            yield _difference(edit.a, edit.b, _told(sides[0]), _told(sides[1]))


def weekday_in(words: str) -> str:
    """The weekday that words name, "" if none: "Monday's" and "on Mon." are one."""
    return next((day for word in _WORDS.findall(words) if (day := _weekday(word))), "")


def _weekday(word: str) -> str | None:
    folded = word.casefold().replace("’", "'").removesuffix("'s")
    return _DAYS.get(folded) or (folded if folded in _DAYS.values() else None)


def _told(side: Side) -> str:
    return " ".join(folded_words(side.words))


def _is_signature(side: Side) -> bool:
    """Whether words date a post: "(@somebody) July 16", as pages print them."""
    head = side.text[max(0, side.span.start - 40) : side.span.start]
    return re.search(r"\(@\w+\)\s*(?:[A-Z][a-z]+ )?$", head) is not None


def _time_at(times: Sequence[TimeExpression], span: Span) -> TimeExpression | None:
    """The date or time of day that edited words are, or are part of."""
    at = bisect_left(times, span.start, key=lambda one: one.end)
    for one in times[at : at + 2]:
        if one.start < span.end and span.start < one.end and one.type == "date":
            return one
    return None


_CALENDAR: Final = re.compile(r"\d{4}(-\d\d){0,2}")


def _is_one_grain(a: TimeExpression, b: TimeExpression) -> bool:
    """Whether both are days, both months or both years; "last week" may be any of its days."""
    is_calendar = _CALENDAR.fullmatch(a.value) and _CALENDAR.fullmatch(b.value)
    return is_calendar is not None and len(a.value) == len(b.value)


def _disjoint(one: When, other: When) -> bool:
    return one.days[1] < other.days[0] or other.days[1] < one.days[0]


def _difference(a: Span, b: Span, value_a: str, value_b: str) -> Difference:
    return Difference("date", a, b, value_a, value_b, 0.85, "The same words with another date")


def _plain(when: When) -> str:
    return when.earliest if when.earliest == when.latest else f"{when.earliest}/{when.latest}"


def _is_other_day(one: str, other: str) -> bool:
    """Whether the words themselves name other days, or are told from the day of publication."""
    parts = [_parts(side) for side in (one, other)]
    if "month" in parts[0] and _is_one_day_of_a_year(*parts):
        return False
    days = [{_DAYS[word] for word in folded_words(side) if word in _DAYS} for side in (one, other)]
    return not (days[0] and days[0] == days[1])


def _is_one_day_of_a_year(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether both are the same day and one names no year, which then is only inferred."""
    has_year = ["year" in part for part in (one, other)]
    names = ("month", "number")
    return all(one.get(name) == other.get(name) for name in names) and not all(has_year)


def _is_other_day_of_a_month(a: Side, b: Side) -> bool:
    """Whether only the number of a day after a month's name is another."""
    numbers = [_NUMBER.fullmatch(side.words.strip().casefold()) for side in (a, b)]
    if not (numbers[0] and numbers[1]) or numbers[0][1] == numbers[1][1]:
        return False
    heads = (side.text[max(0, side.span.start - 12) : side.span.start] for side in (a, b))
    return all(folded_words(head)[-1:] and _is_month(folded_words(head)[-1]) for head in heads)


def _is_month(word: str) -> bool:
    return word in _MONTHS


def _names_other_days(a: Side, b: Side) -> bool:
    """Whether words name two weekdays, months, days of a month, years, seasons or hours."""
    parts = [_parts(side.words) | _reaches(side) for side in (a, b)]
    shared = parts[0].keys() & parts[1].keys()
    if parts[0].keys() == {"number"} == parts[1].keys():
        return False
    return any(parts[0][name] != parts[1][name] for name in shared)


def _parts(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for printed in _WORDS.findall(words):
        word = printed.casefold().replace("’", "'").removesuffix("'s")
        if word in _DAYS:
            found["day"] = _DAYS[word]
        elif word in _MONTHS and (word != "may" or printed[0] == "M"):
            found["month"] = _MONTHS[word]
        elif word in _SEASONS:
            found["season"] = _SEASONS[word]
        elif re.fullmatch(r"(?:1[5-9]|20)\d\d", word):
            found["year"] = word
        elif number := _NUMBER.fullmatch(word):
            found["number"] = number[1]
    if hour := _HOUR.fullmatch(words.strip()):
        return {"hour": f"{int(hour[1])}:{hour[2] or '00'} {hour[3].lower()}m"}
    return found


_WORDS: Final = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_SEASONS: Final = {
    "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn",
    "winter": "winter",
}  # fmt: skip
_HOUR: Final = re.compile(r"(?:at )?(\d\d?)(?::(\d\d))? ?([ap])\.?m\.?", re.IGNORECASE)


def _reaches(side: Side) -> dict[str, str]:
    """Which of week, month and year is told by "next" and the like: "next week", "last month"."""
    words = side.words.casefold().split()
    before = side.text[max(0, side.span.start - 10) : side.span.start].casefold().split()
    pair = [*before[-1:], *words][-2:]
    return {"reach": pair[1]} if len(pair) == 2 and _is_reach(*pair) else {}


def _is_reach(pointer: str, length: str) -> bool:
    return pointer in ("next", "last", "this", "coming", "past") and length in _LENGTHS


_LENGTHS: Final = frozenset(("week", "weekend", "month", "year", "decade"))
