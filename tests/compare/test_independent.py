"""Sentences by which reports tell one thing that were not made from one another."""

from collections.abc import Sequence

import pytest

from tests.compare.test_counting import article
from tests.compare.test_denials import reading
from variorum.compare.aligned import Aligned
from variorum.compare.conflicts import Contradiction
from variorum.compare.counting import tally_contradictions
from variorum.compare.independent import independently_told
from variorum.compare.nearness import Nearness
from variorum.compare.retellings import independent_contradictions
from variorum.compare.retold import Retold
from variorum.compare.tallies import tallies_in
from variorum.record.article import Article
from variorum.record.lineage import Pair
from variorum.record.reading import Reading
from variorum.record.story import StoryGroup
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When

HERE, THERE = b"\x00\x3c\x00\x00", b"\x00\x00\x00\x3c"
"""Two numbers each: (1, 0) and (0, 1)."""

DAYS = {"Thursday": "2031-05-08", "Friday": "2031-05-09"}

FILLER = (
    "The harbour master counted 31 barges at the eastern pier. A choir sang in the old chapel. "
    "Engineers inspected 17 cranes beside the northern depot. Trams ran late on the hill line."
)


def read(text: Article, vector: bytes) -> Reading:
    spans = reading(text).sentences
    times = tuple(
        TimeExpression(
            text.text.index(word), text.text.index(word) + len(word), "date",
            When(day, day, "day", "stated"), day,
        )
        for word, day in DAYS.items()
        if word in text.text
    )  # fmt: skip
    return Reading(text.id, spans, (), (), times, (), vector * len(spans), 2, "test")


class Reports:
    """Two reports, or texts made from one another, and one of other things."""

    def __init__(self, one: str, other: str, *, pairs: Sequence[Pair] = (), near: bool = True):
        texts = {"a": one, "b": other, "c": FILLER}
        self.articles = {name: article(name, text) for name, text in texts.items()}
        vectors = {"a": HERE, "b": HERE if near else THERE, "c": THERE}
        self.readings = {name: read(self.articles[name], vectors[name]) for name in texts}
        self.stories = [StoryGroup("s", "s", ("a", "b", "c"), None)]
        self.nearness = Nearness(self.readings.values())
        self._pairs = pairs

    def told(self) -> list[Retold]:
        return list(
            independently_told(
                self._pairs, self.readings, self.articles, self.stories, self.nearness
            )
        )

    def contradictions(self) -> list[Contradiction]:
        return list(independent_contradictions(self.told(), self.readings, self.articles))

    def tallies(self, aligned: Aligned) -> list[tuple[str, str]]:
        tallies = {name: tuple(tallies_in(one)) for name, one in self.articles.items()}
        found = tally_contradictions(tallies, self.articles, self.stories, self.nearness, aligned)
        return [(one.value_a, one.value_b) for one in found]


CONVOY = "The convoy of the charity Osk Bridge is to cross the Tarn bridge on Thursday."
LORRIES = "Lorries of a charity, Osk Bridge, are to go over the bridge on Friday."


def test_another_day() -> None:
    (found,) = Reports(CONVOY, LORRIES).contradictions()
    assert (found.value_a, found.value_b) == ("2031-05-08", "2031-05-09")
    assert Reports(CONVOY, LORRIES, near=False).contradictions() == []


@pytest.mark.parametrize(
    "other",
    [
        "Lorries of a charity, Osk Bridge, are to go over the bridge on Thursday.",
        "The charity Osk Bridge owns the bridge, its head told reporters at dinner on Friday.",
    ],
)
def test_the_same_day_or_that_of_another_thing(other: str) -> None:
    assert Reports(CONVOY, other).contradictions() == []


def test_texts_made_from_one_another_are_not_told_independently() -> None:
    pair = Pair("a", "b", "edited", "a->b", None, 0.5, 0.5, ())
    assert Reports(CONVOY, LORRIES).told()
    assert Reports(CONVOY, LORRIES, pairs=[pair]).told() == []


def test_hundreds_against_thousands() -> None:
    one = "Police fired at thousands of guild supporters outside the old mill of Tarn on Thursday."
    other = "Outside the old mill of Tarn police dispersed hundreds of guild hooligans on Thursday."
    (found,) = Reports(one, other).contradictions()
    assert (found.value_a, found.value_b) == ("1000", "100")
    dozens = one.replace("thousands", "hundreds")
    assert Reports(dozens, other).contradictions() == []


def test_numbers_of_the_nearest_sentences() -> None:
    one = "The petition lists 1,140 lock stations where figures were altered, the guild said."
    other = "At the heart of the petition are 1,390 lock stations with changed numbers."
    reports = Reports(one, other)
    aligned = Aligned(reports.told())
    assert reports.tallies(aligned) == [("1140 station", "1390 station")]
