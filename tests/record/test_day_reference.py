import msgspec
import pytest
from hypothesis import given

from variorum.record.day_reference import DayReference

from .nouns import STRATEGIES, steady, survives_both_formats


@steady
@given(STRATEGIES[DayReference])
def test_day_references_survive_both_formats(reference: DayReference) -> None:
    assert survives_both_formats(reference)


def test_a_reference_states_only_what_it_is_given() -> None:
    reference = DayReference(0, 12, "past", ("envoy",), weekday=2)
    assert (reference.year, reference.month, reference.day) == (None, None, None)


def test_a_tense_that_is_none_is_refused_when_read() -> None:
    with pytest.raises(msgspec.ValidationError, match="tense"):
        msgspec.json.decode(
            b'{"start":0,"end":1,"tense":"pluperfect","context":[]}', type=DayReference
        )
