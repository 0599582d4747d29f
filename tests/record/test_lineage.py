import msgspec
import pytest
from hypothesis import given

from variorum.record.lineage import Dispatch, DispatchState, Lineage, Pair

from .nouns import STRATEGIES, steady, survives_both_formats


@steady
@given(STRATEGIES[Pair])
def test_pairs_survive_both_formats(pair: Pair) -> None:
    assert survives_both_formats(pair)


@steady
@given(STRATEGIES[Lineage])
def test_edges_survive_both_formats(edge: Lineage) -> None:
    assert survives_both_formats(edge)


@steady
@given(STRATEGIES[Dispatch])
def test_dispatches_survive_both_formats(dispatch: Dispatch) -> None:
    assert survives_both_formats(dispatch)


@steady
@given(STRATEGIES[DispatchState])
def test_states_survive_both_formats(state: DispatchState) -> None:
    assert survives_both_formats(state)


def test_a_quotation_is_no_derivation() -> None:
    row = (
        b'{"parent":"a","child":"b","relation":"quotes_only","share":1,"confidence":1,"reasons":[]}'
    )
    with pytest.raises(msgspec.ValidationError, match="relation"):
        msgspec.json.decode(row, type=Lineage)
