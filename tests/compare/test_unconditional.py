"""Conditions that another report of the same words leaves out."""

import pytest

from tests.compare.test_denials import article, reading
from variorum.compare.conditions import condition_difference
from variorum.compare.edited import Side
from variorum.compare.unconditional import condition_contradictions
from variorum.record.span import Span
from variorum.record.story import StoryGroup


def values(whole: str, said: str, bare: str, said_there: str) -> list[tuple[str, str]]:
    one, other = article("a", whole), article("b", bare)
    readings = {
        "a": reading(one, ("Reis", "Reis said", said)),
        "b": reading(other, ("Ana Reis", "Reis said", said_there)),
    }
    story = StoryGroup("s", "s", ("a", "b"), None)
    found = condition_contradictions({"a": one, "b": other}, readings, [story])
    return [(one.value_a, one.value_b) for one in found]


WHOLE = "Reis said the guild could join the league provided that its dues were halved."
CONTENT = "the guild could join the league provided that its dues were halved"


def test_a_condition_is_left_out() -> None:
    bare = "On Friday Reis said the guild could join the league."
    told = values(WHOLE, CONTENT, bare, "the guild could join the league")
    assert told == [("on a condition", "without it")]


@pytest.mark.parametrize(
    ("bare", "content"),
    [
        (
            "If dues fall, Reis said the guild could join the league.",
            "the guild could join the league",
        ),
        (
            "Reis said the guild would never join the league.",
            "the guild would never join the league",
        ),
    ],
)
def test_other_words_or_the_condition_elsewhere(bare: str, content: str) -> None:
    assert values(WHOLE, CONTENT, bare, content) == []


def side(text: str, words: str) -> Side:
    start = text.index(words) if words else text.rindex(".")
    return Side("", text, Span(start, start + len(words)))


def test_an_edit_drops_a_condition() -> None:
    whole = side(
        "The ferry will sail on Monday only if the crew is paid.", " only if the crew is paid"
    )
    bare = side("The ferry will sail on Monday.", "")
    found = condition_difference(whole, bare)
    assert found is not None
    assert (found.value_a, found.value_b) == ("on a condition", "without it")
    back = condition_difference(bare, whole)
    assert back is not None
    assert (back.value_a, back.value_b) == ("without it", "on a condition")


def test_what_is_cut_behind_other_words_is_no_condition() -> None:
    whole = side("The ferry will sail on Monday with a new crew of six.", " with a new crew of six")
    assert condition_difference(whole, side("The ferry will sail on Monday.", "")) is None
    other = side("The boat may leave any day now.", "")
    given = side(
        "The ferry will sail on Monday only if the crew is paid.", " only if the crew is paid"
    )
    assert condition_difference(given, other) is None
