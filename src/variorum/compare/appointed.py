"""Days that are set for what is to come, and by which something must be done, in several reports.

"The petition must be decided within 14 days" and "they have until 25 August"; "is due to cross on
Thursday" and "is to go over the bridge on Friday". What is to come is told of few things at a time,
so that two days for what sounds alike are seldom those of two.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import found_in, told_in
from variorum.compare.nearness import Nearness
from variorum.compare.polarity import GRAMMAR
from variorum.compare.quantities import COUNTS
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.words import folded_words, is_in_marks, stem, words_in
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup
from variorum.record.time_expression import TimeExpression

NEAR: Final = 0.33
SHARED: Final = 2
"""Nearness in meaning that two sentences must have, and words in common that are no names."""

NEAR_LONE: Final = 0.4
"""Nearness from which days that are the only ones set in two reports are of one thing."""

NEAR_DEADLINES: Final = 0.52
NEARER_DEADLINES: Final = 0.6
"""Nearness from which deadlines may have one word less in common, and two: they are few."""

APART: Final = 2 * 24.0
"""Hours between two publications beyond which a day may have been changed."""

FARTHEST: Final = timedelta(days=31)
"""How far one day may lie from the other: beyond that they are of two things."""

MOST: Final = 60
"""Days set in one story, beyond which they are of ever so many things."""

_TO_COME: Final = re.compile(
    r"\b(?:will|shall|would|must|to be (?:held|heard|decided|released|exchanged|opened|signed)|"
    r"(?:is|are|was|were) (?:to|due|set|scheduled|expected|planned|supposed)|due|deadline|"
    r"have until|has until|had until|by|until|before|within|set for|planned for|scheduled for|"
    r"postponed (?:to|until)|put off (?:to|until)|moved to|plans? to)\b"
)
_DEADLINE: Final = re.compile(
    r"\b(?:by|until|till|before|no later than|deadline (?:of|is|was))\s+$"
)
_NUMBER: Final = rf"(?P<number>\d{{1,2}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))}|an?)"
_WITHIN: Final = re.compile(
    rf"\b(?:within|in the next|ha(?:s|ve|d)|giv(?:e|es|en|ing)(?: \w+){{1,12}}?|"
    rf"gave(?: [\w’']+){{1,12}}?) "
    rf"(?:the next )?{_NUMBER}[ -](?P<unit>hours?|days?|weeks?|months?)\b(?! (?:ago|after|before|"
    rf"old))"
    r"(?=[^.;]{0,30}\bto\b|[.,;]|$)",
    re.IGNORECASE,
)
_MUST: Final = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|to|or|deadline|ultimatum|decide|rule|ordered|appeal)\b"
)
_DAYS_OF: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0}


class Appointed(NamedTuple):
    """A day set for something: its place, the days that may be meant, and words of its sentence.

    `is_calendar`: whether it is printed as a day of a month, and not of the week.
    """

    place: Place
    first: date
    last: date
    is_deadline: bool
    is_calendar: bool
    stems: frozenset[str]

    def may_be(self, other: "Appointed") -> bool:
        """Whether one day may be meant by both."""
        return self.first <= other.last and other.first <= self.last


def appointment_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
    nearness: Nearness,
) -> Iterator[Contradiction]:
    """Two days set for one thing, in reports of about one time."""
    told = found_in(articles, readings, appointed_in)
    for story in stories:
        some = told_in(story, told)
        if len(some) > MOST:
            continue
        days: dict[str, list[Appointed]] = defaultdict(list)
        for one in some:
            days[one.place.article].append(one)
        for one, other in combinations(some, 2):
            are_lone = len(days[one.place.article]) == len(days[other.place.article]) == 1
            if _are_of_one(one, other, articles, nearness, are_lone=are_lone) and not (
                _has(days[one.place.article], other) or _has(days[other.place.article], one)
            ):
                yield Contradiction(
                    "date", one.place, other.place, one.last.isoformat(), other.last.isoformat(),
                    0.55, "Reports set another day for one thing", joined_as="appointed",
                )  # fmt: skip


def _has(told: Sequence[Appointed], other: Appointed) -> bool:
    """Whether an article has the other's day too, for which it tells of two things."""
    return any(one.may_be(other) for one in told)


def _are_of_one(
    one: Appointed,
    other: Appointed,
    articles: Mapping[str, Article],
    nearness: Nearness,
    *,
    are_lone: bool,
) -> bool:
    a, b = one.place.article, other.place.article
    if a == b or one.may_be(other) or one.is_deadline != other.is_deadline:
        return False
    if abs(one.last - other.last) > FARTHEST or articles[a].hours_apart(articles[b]) > APART:
        return False
    near = nearness.between(one.place, other.place)
    shared = len(one.stems & other.stems)
    if one.is_deadline:
        shared += (near >= NEAR_DEADLINES) + (near >= NEARER_DEADLINES)
    if are_lone and near >= NEAR_LONE and one.is_calendar and other.is_calendar:
        shared += SHARED
    return near >= NEAR and shared >= SHARED


def appointed_in(article: Article, reading: Reading) -> Iterator[Appointed]:
    """The days that an article's sentences set, of sentences that set one only."""
    published = article.published
    if published is None:
        return
    today = published.days[0]
    for sentence in reading.sentences:
        if _TO_COME.search(article.text, sentence.start, sentence.end) is None:
            continue
        found = [
            *_named(article, reading, sentence, today),
            *_counted(article, sentence, today),
        ]
        if len(found) == 1:
            yield found[0]


def _named(article: Article, reading: Reading, sentence: Span, today: date) -> Iterator[Appointed]:
    """Days by name that are still to come."""
    text = article.text
    at = bisect_left(reading.times, sentence.start, key=lambda one: one.start)
    for one in reading.times[at:]:
        if one.start >= sentence.end:
            break
        if not _is_day(one) or one.when is None or one.when.days[0] <= today:
            continue
        is_calendar = any(mark.isdigit() for mark in text[one.start : one.end])
        if not is_calendar and is_in_marks(text, one.start):
            continue  # Who says "on Friday" may have said it another week.
        is_deadline = _DEADLINE.search(text[sentence.start : one.start]) is not None
        day = one.when.days[0]
        place = Place(article.id, one.start, one.end)
        clause = _clause(text, sentence, one.start)
        yield Appointed(place, day, day, is_deadline, is_calendar, _stems(text, clause))


def _clause(text: str, sentence: Span, day: int) -> Span:
    """The sentence without what it tells to have been so before: ", days after they put it off"."""
    tail = _TAIL.search(text, sentence.start, sentence.end)
    if tail is None:
        return sentence
    is_before = day < tail.start()
    return Span(sentence.start, tail.start()) if is_before else Span(tail.start(), sentence.end)


_TAIL: Final = re.compile(
    r",\s+(?:just |only |barely )?(?:(?:a|an|one|two|three|four|five|several|some|\d+) )?"
    r"(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\b"
)


def _is_day(one: TimeExpression) -> bool:
    is_one = one.when is not None and one.when.days[0] == one.when.days[1]
    return one.type in ("date", "time") and is_one


def _counted(article: Article, sentence: Span, today: date) -> Iterator[Appointed]:
    """Deadlines by how long is left: from today or the day before, and about so long."""
    text = article.text
    for found in _WITHIN.finditer(text, sentence.start, sentence.end):
        if is_in_marks(text, found.start()) or not _MUST.search(text, sentence.start, sentence.end):
            continue
        number = found["number"].casefold()
        count = float(number) if number.isdigit() else COUNTS.get(number, 1.0)
        length = count * _DAYS_OF[found["unit"].casefold().rstrip("s")]
        first = today + timedelta(days=int(length) - EARLIER)
        last = today + timedelta(days=int(length + 0.99) + LATER)
        place = Place(article.id, found.start(), found.end())
        stems = _stems(text, sentence)
        yield Appointed(place, first, last, is_deadline=True, is_calendar=False, stems=stems)


EARLIER: Final = 2
LATER: Final = 1
"""Days by which a time that is left may have begun to run before, or after, it is told."""


def _stems(text: str, sentence: Span) -> frozenset[str]:
    """The stems of a sentence's words that tell something and are no names, but days."""
    found = words_in(text, sentence.start, sentence.end)
    return (
        frozenset(
            kin(stem(word.folded))
            for word in found
            if word.text[0].islower() and len(word.folded) > SMALL
        )
        - GRAMMAR
        - _EMPTY
    )


SMALL: Final = 2
_EMPTY: Final = frozenset(
    kin(stem(word))
    for word in (
        *REPORTING,
        *folded_words(
            "the and but for from with that which who its his her their until before after within "
            "day days week weeks month months hour hours due set scheduled planned expected give "
            "into out off over than then not also next first last new one two three four five six "
            "seven eight nine ten meet meeting hold talks held take place time"
        ),
    )
)
