import pytest
from hypothesis import given

from variorum.record.errors import SpanError
from variorum.record.step import Step
from variorum.record.time_expression import TimeExpression, resolve
from variorum.record.when import When, day

from .nouns import STRATEGIES, calendar_days, steady, survives_both_formats

YESTERDAY = TimeExpression(0, 9, "date", None, "XXXX-XX-XX", (Step("unit", -1, "day"),))


def test_an_empty_range_is_refused() -> None:
    with pytest.raises(SpanError):
        TimeExpression(4, 4, "date", None, "2025")


def test_a_relation_is_resolved_by_a_publication_date() -> None:
    when = When("2025-02-25", "2025-02-25", "day", "stated")
    resolved = resolve(YESTERDAY, when)
    assert resolved.value == "2025-02-24"
    assert resolved.when == When("2025-02-24", "2025-02-24", "day", "inferred")
    assert resolve(resolved, None) == YESTERDAY


def test_what_hangs_on_no_date_stays_as_it_is() -> None:
    stated = TimeExpression(0, 4, "date", When("1997", "1997", "year", "stated"), "1997")
    assert resolve(stated, None) is stated


def test_values_of_lengths_and_vague_times_stay() -> None:
    when = When("2025-02-25", "2025-02-25", "day", "stated")
    past = TimeExpression(0, 4, "duration", None, "P2M", (Step("span", -2, "month"),))
    assert resolve(past, when).value == "P2M"
    assert resolve(past, when).when == When("2024-12-25", "2025-02-25", "day", "inferred")
    now = TimeExpression(0, 3, "date", None, "PRESENT_REF", (Step("unit", 0, "day"),))
    assert resolve(now, when).value == "PRESENT_REF"


@steady
@given(calendar_days)
def test_resolving_again_changes_nothing(published: object) -> None:
    when = day(published, "stated")  # type: ignore[arg-type]
    assert resolve(resolve(YESTERDAY, when), when) == resolve(YESTERDAY, when)


@steady
@given(STRATEGIES[TimeExpression])
def test_expressions_survive_both_formats(expression: TimeExpression) -> None:
    assert survives_both_formats(expression)
