"""How long things go on, and how votes and calls are told, in reports of one story."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest

from tests.compare.test_clocks import OTHER, SAME
from tests.compare.test_counting import article
from tests.compare.test_denials import reading
from variorum.compare.conflicts import Contradiction
from variorum.compare.initiators import initiator_contradictions
from variorum.compare.lengths import length_contradictions
from variorum.compare.nearness import Nearness
from variorum.compare.votings import vote_contradictions
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.story import StoryGroup

Finder = Callable[[Mapping[str, Article], Iterable[StoryGroup], Nearness], Iterator[Contradiction]]


def found(
    of: Finder, one: str, other: str, vectors: bytes = SAME + SAME, day: str = "2031-05-04"
) -> list[tuple[str, str]]:
    """What is found in two texts; `day`: on which the other was published."""
    articles = {"a": article("a", one), "b": article("b", other, day)}
    readings = []
    for number, (name, text) in enumerate(articles.items()):
        vector = vectors[4 * number : 4 * number + 4]
        spans = reading(text).sentences
        readings.append(Reading(name, spans, (), (), (), (), vector * len(spans), 2, "test"))
    story = StoryGroup("s", "s", ("a", "b"), None)
    return [_told(each) for each in of(articles, [story], Nearness(readings))]


def _told(one: Contradiction) -> tuple[str, str]:
    return one.value_a, one.value_b


CALL = "The 40-minute call was set up by the harbour office."


@pytest.mark.parametrize(
    "other",
    [
        "Reis and Osk talked for about 55 minutes, the mayor said.",
        "The conversation, which the harbour office arranged, lasted 55 minutes.",
        "It was a conversation of 55 minutes.",
    ],
)
def test_another_length_of_one_thing(other: str) -> None:
    assert found(length_contradictions, CALL, other) == [("40 time", "55 time")]
    assert found(length_contradictions, CALL, other, SAME + OTHER) == []
    assert found(length_contradictions, CALL, other, day="2031-06-04") == []


@pytest.mark.parametrize(
    "other",
    [
        "The call lasted about 43 minutes.",
        "The call will last for 90 minutes.",
        "Reis rang the yard 90 minutes ago about the call.",
        "The strike lasted 90 minutes.",
        "The call lasted 90 minutes. A 20-minute call came next.",
    ],
)
def test_what_lasts_as_long_or_is_another_thing(other: str) -> None:
    assert found(length_contradictions, CALL, other) == []


RULING = "By six votes to three the court of Tarn quashed the freeze on pensions."


def test_another_score_of_one_vote() -> None:
    other = "The court of Tarn quashed the pensions freeze in a 5-4 ruling."
    assert found(vote_contradictions, RULING, other) == [("6 to 3", "5 to 4")]
    assert found(vote_contradictions, RULING, other, SAME + OTHER) == []


@pytest.mark.parametrize(
    "other",
    [
        "The court of Tarn quashed the freeze on pensions in a 6-3 decision.",
        "The assembly of Tarn backed the freeze on pensions by 61 votes to 40.",
        "The court of Tarn saw Osk win 5-4 in a league vote on pensions and the freeze.",
    ],
)
def test_the_same_score_another_body_or_a_game(other: str) -> None:
    assert found(vote_contradictions, RULING, other) == []


ASKED = "It was Reis who had asked for the call with Osk, two aides said."


@pytest.mark.parametrize(
    "other",
    [
        "The call with Reis was held at the request of Osk.",
        "The call with Reis had been arranged by Osk, aides said.",
        "On the quay, Osk rang Reis before noon.",
    ],
)
def test_another_who_brought_a_call_about(other: str) -> None:
    assert found(initiator_contradictions, ASKED, other) == [("reis", "osk")]
    assert found(initiator_contradictions, ASKED, other, day="2031-06-04") == []


@pytest.mark.parametrize(
    "other",
    [
        "The call was held at the request of Reis and lasted an hour.",
        "The meeting of Reis with his crew was held at the request of Osk.",
        "The call with Reis could be held at the request of Osk.",
    ],
)
def test_the_same_who_or_another_thing(other: str) -> None:
    assert found(initiator_contradictions, ASKED, other) == []
