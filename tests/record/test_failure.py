import msgspec
import pytest
from hypothesis import given

from variorum.record.failure import Failure

from .nouns import STRATEGIES, steady, survives_both_formats


@steady
@given(STRATEGIES[Failure])
def test_failures_survive_both_formats(failure: Failure) -> None:
    assert survives_both_formats(failure)


def test_failures_are_ordered_by_source() -> None:
    late, early = (
        Failure(source, "ingest", "empty", "The file is empty", "Remove it")
        for source in ("b.txt", "a.txt")
    )
    assert sorted([late, early]) == [early, late]


def test_an_unknown_code_is_refused_when_read() -> None:
    row = b'{"source":"a","stage":"ingest","code":"odd","message":"m","next_step":"n"}'
    with pytest.raises(msgspec.ValidationError, match="code"):
        msgspec.json.decode(row, type=Failure)
