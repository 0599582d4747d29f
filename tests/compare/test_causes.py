"""What brought one thing about."""

import pytest

from tests.compare.reports import two, values
from variorum.compare.causes import cause_contradictions


def causes(one: str, other: str) -> list[tuple[str, str]]:
    told = two(one, other)
    return values(
        list(
            cause_contradictions(
                told.retold(), told.readings, told.articles, told.stories, told.nearness
            )
        )
    )


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Growers lost a third of their barley to locusts, the union said.",
            "Growers lost a third of their barley to drought, the union said.",
            ("locusts", "drought"),
        ),
        (
            "The barge sank off Tarn because of a gap in the old planks.",
            "The barge sank off Tarn because of too much cargo on deck.",
            ("a gap in the old planks", "too much cargo on deck"),
        ),
    ],
)
def test_another_cause(one: str, other: str, told: tuple[str, str]) -> None:
    assert causes(one, other) == [told]


@pytest.mark.parametrize(
    "other",
    [
        "Growers lost a third of their barley, the union said.",
        "Growers lost a third of their barley to locusts after a year of drought, it said.",
    ],
)
def test_what_is_no_other_cause(other: str) -> None:
    assert causes("Growers lost a third of their barley to locusts, the union said.", other) == []
