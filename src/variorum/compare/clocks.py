"""Hours of the clock at which articles of a story put one thing, as their sentences tell it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import found_in
from variorum.compare.nearness import Nearness
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.words import folded_words, names_in, sentence_at, stem
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

LEAST_APART: Final = 45
"""Minutes by which two hours must differ, for "shortly after six" may be half past."""

NEAR: Final = 0.47
NEAR_LONE: Final = 0.4
SHARED_NAMES: Final = 2
"""Nearness in meaning, less where it is the only hour of both articles; and names that must be
common where no other word is."""

MOST_OF_A_DAY: Final = 40
"""Hours told of one day in a story, beyond which they are of ever so many things."""


class Clock(NamedTuple):
    """An hour of a day that a sentence names; `names` and `stems`: of the sentence."""

    place: Place
    minutes: int
    names: frozenset[str]
    stems: frozenset[str]


def clock_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
    nearness: Nearness,
) -> Iterator[Contradiction]:
    """Two hours of one day in sentences that are near in meaning and share a name and a word."""
    told = found_in(articles, readings, _clocks)
    for story in stories:
        by_day: dict[date, list[Clock]] = defaultdict(list)
        for name in story.articles:
            for day, clock in told.get(name, ()):
                by_day[day].append(clock)
        lone = frozenset(name for name in story.articles if len(told.get(name, ())) == 1)
        for clocks in by_day.values():
            if len(clocks) <= MOST_OF_A_DAY:
                yield from _apart(clocks, nearness, lone)


def _clocks(article: Article, reading: Reading) -> Iterator[tuple[date, Clock]]:
    text = article.text
    spoken = {one.said_at for one in reading.quotations}
    for one in reading.times:
        is_moment = (
            one.type == "time" and one.when is not None and one.when.earliest == one.when.latest
        )
        if not is_moment or one.when is None or Span(one.start, one.end) in spoken:
            continue
        hour, _, rest = one.when.earliest.partition("T")[2].partition(":")
        sentence = sentence_at(text, Span(one.start, one.end))
        words = sentence.of(text)
        head = folded_words(text[sentence.start : one.start])[-4:]
        if not hour.isdigit() or not rest[:2].isdigit() or not REPORTING.isdisjoint(head):
            continue
        names = names_in(words)
        stems = frozenset(kin(stem(word)) for word in folded_words(words) if len(word) > SMALL)
        place = Place(reading.article, one.start, one.end)
        yield one.when.days[0], Clock(place, int(hour) * 60 + int(rest[:2]), names, stems - names)


SMALL: Final = 3
"""Letters of words that tell nothing by themselves."""


def _apart(
    clocks: Iterable[Clock], nearness: Nearness, lone: frozenset[str]
) -> Iterator[Contradiction]:
    """Hours too far from each other; `lone`: the articles that name no other hour."""
    for one, other in combinations(clocks, 2):
        if one.place.article == other.place.article:
            continue
        if abs(one.minutes - other.minutes) < LEAST_APART or not one.names & other.names:
            continue
        if not one.stems & other.stems and len(one.names & other.names) < SHARED_NAMES:
            continue
        are_lone = lone.issuperset((one.place.article, other.place.article))
        if nearness.between(one.place, other.place) >= (NEAR_LONE if are_lone else NEAR):
            yield Contradiction(
                "date", one.place, other.place, _hour(one), _hour(other), 0.6,
                "Sentences that tell one thing give another hour",
            )  # fmt: skip


def _hour(one: Clock) -> str:
    return f"{one.minutes // 60:02}:{one.minutes % 60:02}"
