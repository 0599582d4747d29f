import pickle

import pytest

from variorum.record import errors
from variorum.record.errors import (
    EngineError,
    InputError,
    SpanError,
    StoreBusyError,
    StoreError,
    VariorumError,
)


@pytest.mark.parametrize("kind", [SpanError, InputError, StoreError, StoreBusyError, EngineError])
def test_every_error_says_what_and_what_next(kind: type[VariorumError]) -> None:
    with pytest.raises(VariorumError) as caught:
        raise kind("There is no file 'a.txt'", "Check the path")
    assert str(caught.value) == "There is no file 'a.txt'. Check the path"
    assert (caught.value.what, caught.value.next_step) == (
        "There is no file 'a.txt'",
        "Check the path",
    )


def test_a_busy_store_is_a_store_error() -> None:
    assert issubclass(StoreBusyError, StoreError)


def test_all_errors_have_one_root() -> None:
    raised = [value for value in vars(errors).values() if isinstance(value, type)]
    assert raised
    assert all(issubclass(kind, VariorumError) for kind in raised)


def test_an_error_travels_between_processes() -> None:
    error = pickle.loads(pickle.dumps(InputError("There is no file", "Check the path")))
    assert (error.what, error.next_step) == ("There is no file", "Check the path")
