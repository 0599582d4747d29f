"""Hours at which articles put one thing."""

import pytest

from tests.compare.test_denials import article, reading
from variorum.compare.clocks import clock_contradictions
from variorum.compare.nearness import Nearness
from variorum.record.reading import Reading
from variorum.record.story import StoryGroup
from variorum.record.time_expression import TimeExpression
from variorum.record.when import When

SAME, OTHER = b"\x00\x3c\x00\x00", b"\x00\x00\x00\x3c"
"""Two numbers each: (1, 0) and (0, 1)."""


def hours(*told: tuple[str, str, str], vectors: bytes = SAME + SAME) -> list[tuple[str, str]]:
    """What is found in sentences, each with its hour as printed and as read."""
    articles, readings = {}, {}
    for number, (text, printed, moment) in enumerate(told):
        name = str(number)
        articles[name] = article(name, text)
        start = text.index(printed)
        when = When(moment, moment, "minute", "stated")
        time = TimeExpression(start, start + len(printed), "time", when, moment)
        vector = vectors[4 * number : 4 * number + 4]
        spans = reading(articles[name]).sentences
        readings[name] = Reading(name, spans, (), (), (time,), (), vector, 2, "test")
    story = StoryGroup("s", "s", tuple(articles), None)
    found = clock_contradictions(articles, readings, [story], Nearness(readings.values()))
    return [(one.value_a, one.value_b) for one in found]


SIX = ("The sluice at Osk was shut at 6 a.m.", "6 a.m.", "2031-05-04T06:00")
FOUR = ("Boats saw the sluice of Osk shut at 4 a.m.", "4 a.m.", "2031-05-04T04:00")


def test_another_hour_of_one_thing() -> None:
    assert hours(SIX, FOUR) == [("06:00", "04:00")]
    assert hours(SIX, FOUR, vectors=SAME + OTHER) == []


@pytest.mark.parametrize(
    "other",
    [
        ("The sluice at Osk was shut at 6.30 a.m.", "6.30 a.m.", "2031-05-04T06:30"),
        ("The sluice at Osk was shut at 4 a.m.", "4 a.m.", "2031-05-05T04:00"),
        ("The sluice of Osk was shut, Reis said at 4 a.m.", "4 a.m.", "2031-05-04T04:00"),
        ("The sluice of Perisa was shut at 4 a.m.", "4 a.m.", "2031-05-04T04:00"),
    ],
)
def test_what_is_about_the_same_or_another(other: tuple[str, str, str]) -> None:
    assert hours(SIX, other) == []
