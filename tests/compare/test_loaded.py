"""Words that take sides."""

import pytest

from tests.compare.reports import two, values
from variorum.compare.loaded import loaded_contradictions

PLAIN = "Police held 11 students who had gathered at the gate."


def words(one: str, other: str) -> list[tuple[str, str]]:
    told = two(one, other)
    return values(list(loaded_contradictions(told.retold(), told.readings, told.articles)))


def test_a_word_that_takes_sides() -> None:
    loaded = "Police held 11 hooligans who had gathered at the gate."
    assert words(PLAIN, loaded) == [("hooligans", "students")]
    assert words(loaded, PLAIN) == [("hooligans", "students")]


@pytest.mark.parametrize(
    "other",
    [
        "Police held 11 youths who had gathered at the gate.",
        'Police held 11 "hooligans" who had gathered at the gate.',
        "Police held 11 students and some hooligans who had gathered at the gate.",
    ],
)
def test_a_word_that_does_not(other: str) -> None:
    assert words(PLAIN, other) == []


def test_a_crime_that_both_tell_of_takes_no_side() -> None:
    held = "Troops freed 11 students who had been held at a camp near the river."
    taken = "Troops freed 11 students who had been abducted at a camp near the river."
    assert words(held, taken) == [("abducted", "held")]
    assert words(f"{held} Two of the captors died.", taken) == []
