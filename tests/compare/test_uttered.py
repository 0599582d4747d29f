"""Numbers of one utterance, as two reports tell it."""

import pytest

from tests.compare.test_denials import article
from variorum.compare.uttered import uttered_contradictions
from variorum.record.reading import Quotation
from variorum.record.span import Span
from variorum.record.statement import Statement

PROMISE = "that an inquiry would report within 30 days"


def found(other: str) -> list[tuple[str, str]]:
    """What the promise is held to contradict, if both are one utterance."""
    pair = {name: article(name, f"Danner said {words}.") for name, words in
            (("a", PROMISE), ("b", other))}  # fmt: skip
    said = {
        name: (
            name,
            Quotation(
                name, "indirect", (Span(12, len(one.text) - 1),), (Span(7, 11),), (), None,
                "Danner", None, None, None, 1.0,
            ),
        )
        for name, one in pair.items()
    }  # fmt: skip
    statement = Statement("s", None, "Danner", PROMISE, None, None, ("a", "b"), ("a", "b"), ())
    return [(one.value_a, one.value_b) for one in uttered_contradictions([statement], said, pair)]


def test_another_number_of_one_unit() -> None:
    (values,) = found("it would be ready in 60 days")
    assert values[0] != values[1]


def test_who_tells_it_again_rounds_at_most() -> None:
    assert found("it would take at least 23 days")
    assert found("it would take about 30 days") == []


@pytest.mark.parametrize(
    "other",
    [
        "it would be ready within 30 days",
        "it would hear 60 witnesses",
        "it would sit for 10 days and report in 60 days",
    ],
)
def test_what_is_the_same_or_of_something_else(other: str) -> None:
    assert found(other) == []
