"""An engine that remembers keeps the contract, and does nothing twice."""

from tests.contracts.engine_contract import EngineContract, double, refuse_seven
from variorum.engine.duckdb import DuckdbEngine
from variorum.engine.remembering import AT_ONCE, RememberingEngine

worked: list[int] = []


def noted(number: int) -> int:
    worked.append(number)
    return -number


class TestRememberingEngine(EngineContract):
    def start(self, *, processes: int = 1, memory: str = "1GB") -> RememberingEngine:
        return RememberingEngine(DuckdbEngine(memory, processes), [double, refuse_seven])


def remembering(most: int = 10_000) -> RememberingEngine:
    worked.clear()
    return RememberingEngine(DuckdbEngine(processes=1), [noted], most)


def test_what_was_done_is_not_done_again() -> None:
    engine = remembering()
    items = [*range(2 * AT_ONCE), 3, 3]
    assert list(engine.map(noted, items)) == [-one for one in items]
    assert list(engine.map(noted, [*items, 9_999])) == [*(-one for one in items), -9_999]
    assert worked == [*range(2 * AT_ONCE), 9_999]
    assert list(engine.map(double, [1])) == list(engine.map(double, [1])) == [2]
    engine.close()


def test_what_was_needed_longest_ago_goes_first() -> None:
    engine = remembering(most=3)
    for some in ([1, 2, 3], [1], [4], [1, 3, 4], [2]):
        assert list(engine.map(noted, some)) == [-one for one in some]
    assert worked == [1, 2, 3, 4, 2]
    engine.close()
