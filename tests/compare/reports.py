"""Two reports of one story, for tests of what they contradict."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tests.compare.test_denials import reading
from variorum.compare.conflicts import Contradiction
from variorum.compare.nearness import Nearness
from variorum.compare.relatives import kin
from variorum.compare.retold import Line, Retold
from variorum.compare.words import folded_words, stem
from variorum.record.article import Article, Block
from variorum.record.reading import Mention, Reading
from variorum.record.reuse import Place
from variorum.record.story import StoryGroup
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When

PUBLISHED = When("2031-05-06", "2031-05-06", "day", "stated")
HERE, THERE = b"\x00\x3c\x00\x00", b"\x00\x00\x00\x3c"
"""Two numbers each: (1, 0) and (0, 1)."""


class Two(NamedTuple):
    """Two reports, "a" and "b", and what was read in them."""

    articles: dict[str, Article]
    readings: dict[str, Reading]
    stories: list[StoryGroup]

    @property
    def nearness(self) -> Nearness:
        return Nearness(self.readings.values())

    def retold(self, nearness: float = 0.9) -> list[Retold]:
        """The reports' first sentences as one that was retold."""
        lines = []
        for name in "ab":
            span = self.readings[name].sentences[0]
            words = folded_words(span.of(self.articles[name].text))
            stems = frozenset(kin(stem(word)) for word in words)
            lines.append(Line(Place(name, span.start, span.end), stems, 1.0 * len(stems)))
        return [Retold(lines[0], lines[1], nearness, 1.0 * len(lines[0].stems & lines[1].stems))]


def two(
    one: str,
    other: str,
    *,
    is_near: bool = True,
    people: Sequence[str] = (),
    places: Sequence[str] = (),
) -> Two:
    """Two reports of one day, near in meaning or not; of names in them that are known for such."""
    articles = {name: _article(name, text) for name, text in zip("ab", (one, other), strict=True)}
    readings = {
        name: _read(text, HERE if is_near or name == "a" else THERE, people, places)
        for name, text in articles.items()
    }
    return Two(articles, readings, [StoryGroup("s", "s", ("a", "b"), None)])


def values(found: Sequence[Contradiction]) -> list[tuple[str, str]]:
    return [(one.value_a, one.value_b) for one in found]


def _article(name: str, text: str) -> Article:
    blocks = (Block(0, len(text), "body"),)
    return Article(name, name, "", text, None, name, (), (), PUBLISHED, "en", blocks)


def _read(text: Article, vector: bytes, people: Sequence[str], places: Sequence[str]) -> Reading:
    plain = reading(text)
    mentions = tuple(
        sorted(
            (
                Mention(found.start(), found.end(), None, kind)
                for kind, names in (("person", people), ("place", places))
                for name in names
                for found in re.finditer(name, text.text)
            ),
            key=lambda one: one.start,
        )
    )
    times = tuple(
        TimeExpression(found.start(), found.end(), "date", _day(found[1]), _day(found[1]).earliest)
        for found in re.finditer(r"\b(\d\d?) May\b", text.text)
    )
    vectors = vector * len(plain.sentences)
    return Reading(text.id, plain.sentences, (), mentions, times, (), vectors, 2, "test")


def _day(number: str) -> When:
    day = f"2031-05-{int(number):02}"
    return When(day, day, "day", "stated")
