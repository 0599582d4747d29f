"""What the record says of the sample story, against the golden folder: shares with floors."""

from pathlib import Path
from typing import Final

import pytest

import variorum
from evaluation.agreement import Agreement, Figures
from variorum.record.article import Article

FLOORS: Final = {
    "quotations_found": 0.93,
    "quotations_speaker": 0.93,
    "statements_pair_f1": 0.75,
    "events_found": 0.75,
    "events_pair_f1": 0.8,
    "events_status": 0.85,
    "positions_found": 0.5,
    "conflicts_found": 0.3,
}
"""The least that the program reaches; raised when it becomes better."""


@pytest.fixture(scope="module")
def figures(story: variorum.Story, articles: dict[str, Article]) -> Figures:
    return Agreement(Path(__file__).parent / "sample", story, articles).figures()


@pytest.mark.parametrize("name", FLOORS)
def test_the_record_agrees_with_a_careful_reader(figures: Figures, name: str) -> None:
    assert figures[name] >= FLOORS[name]
