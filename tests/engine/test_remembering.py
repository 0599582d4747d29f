"""An engine that remembers keeps the contract, and does nothing twice."""

from collections.abc import Iterator, Sequence

import pytest

from tests.contracts.engine_contract import EngineContract
from variorum.engine.duckdb import DuckdbEngine
from variorum.engine.remembering import AT_ONCE, RememberingEngine

worked: list[int] = []


def noted(number: int) -> int:
    worked.append(number)
    return -number


class TestRememberingEngine(EngineContract):
    def start(self, *, processes: int = 1, memory: str = "1GB") -> RememberingEngine:
        return RememberingEngine(DuckdbEngine(memory, processes))


@pytest.fixture
def engine() -> Iterator[RememberingEngine]:
    worked.clear()
    engine = RememberingEngine(DuckdbEngine(processes=1))
    yield engine
    engine.close()


def test_what_was_done_is_not_done_again(engine: RememberingEngine) -> None:
    keys = [*range(2 * AT_ONCE), 3, 3]
    for more in ([], [9_999]):
        assert list(engine.remember(noted, [*keys, *more])) == [-one for one in [*keys, *more]]
        engine.forget()
    assert worked == [*range(2 * AT_ONCE), 9_999]


def test_what_is_known_is_not_loaded(engine: RememberingEngine) -> None:
    loaded: list[str] = []

    def load(keys: Sequence[str]) -> Iterator[int]:
        loaded.extend(keys)
        return map(len, keys)

    assert list(engine.remember(noted, ["a", "bc"], load)) == [-1, -2]
    assert list(engine.remember(noted, ["bc", "def", "a"], load)) == [-2, -3, -1]
    assert loaded == ["a", "bc", "def"]


def test_what_a_drawing_did_not_ask_for_is_forgotten(engine: RememberingEngine) -> None:
    for some in ([1, 2, 3], [1, 3], [1, 2, 3]):
        assert list(engine.remember(noted, some)) == [-one for one in some]
        engine.forget()
    assert worked == [1, 2, 3, 2]


def test_who_asks_for_nothing_forgets_nothing(engine: RememberingEngine) -> None:
    for some in ([1, 2], [], [1, 2]):
        assert list(engine.remember(noted, some)) == [-one for one in some]
        engine.forget()
    assert worked == [1, 2]


def test_what_comes_to_nothing_is_remembered_too(engine: RememberingEngine) -> None:
    for _ in range(2):
        assert list(engine.remember(worked.append, [7])) == [None]
        engine.forget()
    assert worked == [7]
