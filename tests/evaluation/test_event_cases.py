"""What the figures of cases count, and that the gold stands in the texts."""

import pytest

from evaluation.event_cases import HALVES, Counts, cases, count, figures, mixed, places_of

CASE = {
    "id": "x1",
    "articles": [
        {"text": "The board sacked Ona Pell. She had quit, it said."},
        {"text": "The dismissal of Ona Pell came on Monday."},
    ],
    "events": [
        {
            "label": "dismissal",
            "status": "happened",
            "mentions": [
                {"article": 0, "words": "sacked Ona Pell", "trigger": "sacked"},
                {"article": 1, "words": "The dismissal of Ona Pell", "trigger": "dismissal"},
            ],
        },
        {
            "label": "resignation",
            "status": "denied",
            "mentions": [{"article": 0, "words": "She had quit", "trigger": "quit"}],
        },
    ],
}
SACKED, QUIT, DISMISSAL = (0, 10, 16), (0, 35, 39), (1, 4, 13)


def test_places_are_those_of_the_telling_words() -> None:
    assert places_of(CASE) == {SACKED: "dismissal", DISMISSAL: "dismissal", QUIT: "resignation"}


def test_a_place_that_is_not_found_is_alone() -> None:
    counts = count(CASE, {SACKED: "e1"}, {"e1": "happened"})
    assert (counts.told, counts.drawn, counts.told_of_found) == (1, 0, 0)
    assert (counts.events, counts.status) == (1, 1)


def test_two_events_held_for_one_count_as_mixed() -> None:
    drawn = {SACKED: "e1", DISMISSAL: "e1", QUIT: "e1"}
    assert mixed(places_of(CASE), drawn) == {("dismissal", "resignation")}
    counts = count(CASE, drawn, {"e1": "happened"})
    assert (counts.drawn, counts.right, counts.status, counts.mixed) == (3, 1, 1, 1)


def test_figures_are_over_all_cases() -> None:
    total = Counts(told=3, drawn=1, right=1) + Counts(told=1, drawn=1)
    assert figures(total)["f1"] == pytest.approx(2 / 6)


@pytest.mark.parametrize("half", HALVES)
def test_the_gold_stands_in_the_texts(half: str) -> None:
    listed = cases(half)
    assert len({case["id"] for case in listed}) == len(listed) == 25
    for case in listed:
        assert len(set(places_of(case).values())) == len(case["events"])
        for event in case["events"]:
            for mention in event["mentions"]:
                assert mention["trigger"] in mention["words"]
