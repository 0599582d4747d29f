import pytest

from evaluation.corpora import data_folder
from evaluation.stories import b_cubed, half_of, has_events, labelled, others

EVENTS = {"a": 1, "b": 1, "c": 1, "d": 2}


def test_stories_that_are_the_events_are_right() -> None:
    assert b_cubed(EVENTS, [("a", "b", "c")]) == (1.0, 1.0, 1.0, 4)


def test_an_event_in_pieces_costs_recall() -> None:
    figures = b_cubed(EVENTS, [("a", "b")])
    assert figures.precision == 1.0
    assert figures.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_other_articles_in_a_story_cost_precision() -> None:
    figures = b_cubed(EVENTS, [("a", "b", "c", "x"), ("d", "y"), ("x", "z")])
    assert figures.recall == 1.0
    assert figures.precision == pytest.approx((3 * 3 / 4 + 1 / 2) / 4)


@pytest.mark.corpus
@pytest.mark.skipif(
    data_folder() is None or not has_events(), reason="the collections are not at hand"
)
def test_the_heap_is_as_documented() -> None:
    found = list(labelled())
    assert len(found) == 383
    assert len({event for _, event in found}) == 69
    assert 30 <= len({event for _, event in found if half_of(event) == "tuning"}) <= 39
    assert len(others()) == 5_000
