"""Sentences by which reports that were not made from one another tell one thing.

All sentences of a story that name a number, a day or an outcome are held together by their rare
words; of two articles those are taken that are each other's nearest.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from variorum.compare.nearness import Nearness
from variorum.compare.retold import (
    APART,
    Line,
    Retold,
    are_retold,
    lines_of,
    rarity_of,
    weighed,
    weight_of,
)
from variorum.record.article import Article
from variorum.record.lineage import Pair
from variorum.record.reading import Reading
from variorum.record.story import StoryGroup

NEAR: Final = 0.5
SURE: Final = 1.0
"""Nearness in meaning, and nearness with shared words, from which sentences may tell one thing."""

LEAST_SHARED: Final = 0.8
"""What the words that two sentences share must weigh, for them to be looked at."""

MOST_HOLDERS: Final = 40
"""A word in more sentences of a story than this brings none of them together."""

_TELLING: Final = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|"
    r"scores|hundreds?|thousands?|millions?|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b|"
    r"\b(?:cancel|call(?:ed|s)? off|scrap|postpone|put off|delay|reschedul|go(?:es|ing)? ahead|"
    r"went ahead|took place|hour\b)",
    re.IGNORECASE,
)
"""What a sentence must have for a judge to say something of it."""


def independently_told(
    pairs: Iterable[Pair],
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    stories: Iterable[StoryGroup],
    nearness: Nearness,
) -> Iterator[Retold]:
    """The nearest sentences of articles of one story, but for those made from one another."""
    made = {frozenset((one.a, one.b)) for one in pairs if one.relation == "copy" or are_retold(one)}
    for story in stories:
        names = sorted(name for name in story.articles if name in readings and name in articles)
        lines = _lines(names, readings, articles)
        found: dict[tuple[str, str], list[Retold]] = defaultdict(list)
        for one in _near(lines, articles, made, nearness):
            found[one.a.place.article, one.b.place.article].append(one)
        for _, some in sorted(found.items()):
            yield from _best(some)


def _lines(
    names: Sequence[str], readings: Mapping[str, Reading], articles: Mapping[str, Article]
) -> tuple[list[Line], dict[str, float]]:
    """The sentences that a judge may say something of, and how rare words are in all of them."""
    lines = [line for name in names for line in lines_of(readings[name], articles[name].text)]
    rarity = rarity_of(line.stems for line in lines)
    telling = [
        line
        for line in lines
        if _TELLING.search(articles[line.place.article].text, line.place.start, line.place.end)
    ]
    return weighed(telling, rarity), rarity


def _near(
    told: tuple[Sequence[Line], Mapping[str, float]],
    articles: Mapping[str, Article],
    made: Collection[frozenset[str]],
    nearness: Nearness,
) -> Iterator[Retold]:
    lines, rarity = told
    for row, column, shared in _sharing(lines, rarity):
        a, b = lines[row], lines[column]
        ends = a.place.article, b.place.article
        if shared < LEAST_SHARED or ends[0] == ends[1] or frozenset(ends) in made:
            continue
        if articles[ends[0]].hours_apart(articles[ends[1]]) > APART:
            continue
        near = nearness.between(a.place, b.place)
        pair = Retold(a, b, near, weight_of(a.stems & b.stems, rarity))
        if near >= NEAR and pair.score >= SURE:
            yield pair


def _sharing(
    lines: Sequence[Line], rarity: Mapping[str, float]
) -> Iterator[tuple[int, int, float]]:
    """Pairs of sentences that share words which few have, with what these weigh.

    One sentence after the other, so that a story of any size needs no room for all pairs.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for word in line.stems:
            holders[word].append(number)
    for row, line in enumerate(lines):
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(line.stems):
            numbers = holders[word]
            if len(numbers) <= MOST_HOLDERS:
                for column in numbers[bisect_right(numbers, row) :]:
                    shared[column] += rarity[word]
        yield from ((row, column, weight) for column, weight in sorted(shared.items()))


def _best(found: Sequence[Retold]) -> Iterator[Retold]:
    """Those of which each sentence is the other's best, the first of equals."""
    ordered = sorted(found, key=lambda one: (-one.score, one.a.place, one.b.place))
    best_a: dict[int, Retold] = {}
    best_b: dict[int, Retold] = {}
    for one in ordered:
        best_a.setdefault(one.a.place.start, one)
        best_b.setdefault(one.b.place.start, one)
    for one in sorted(best_a.values(), key=lambda one: (one.a.place, one.b.place)):
        if best_b[one.b.place.start] is one:
            yield one
