"""The embedded engine keeps the contract, and what is its own."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pytest

from tests.contracts.engine_contract import MANY, EngineContract, rows
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.errors import VariorumError


class TestDuckdbEngine(EngineContract):
    def start(self, *, processes: int = 1, memory: str = "1GB") -> DuckdbEngine:
        return DuckdbEngine(memory, processes)


def process_of(_: int) -> int:
    return os.getpid()


def die(_: int) -> int:
    os._exit(1)


def test_many_items_are_worked_on_by_other_processes_and_a_few_by_this_one() -> None:
    with DuckdbEngine(processes=2) as engine:
        assert os.getpid() not in set(engine.map(process_of, range(MANY)))
        assert set(engine.map(process_of, range(10))) == {os.getpid()}
        assert set(engine.map(process_of, range(MANY), 10)) == {os.getpid()}


def test_what_exceeds_memory_goes_to_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    numbers = pa.schema([("number", pa.int64())])
    with DuckdbEngine("40MB", processes=1) as engine:
        chunk = pa.record_batch([pa.array(range(100_000))], schema=numbers)
        engine.load("numbers", numbers, [chunk] * 10)
        engine.derive("wide", "SELECT number, md5(cast(number AS VARCHAR)) AS name FROM numbers")
        assert sum(file.stat().st_size for file in tmp_path.rglob("*") if file.is_file())
        found = rows(engine.query("SELECT number FROM wide ORDER BY name, number LIMIT 10"))
        assert len({number for (number,) in found}) == 1
    assert list(tmp_path.iterdir()) == []


SCRIPT = """
from variorum.engine.duckdb import DuckdbEngine
print("started")
with DuckdbEngine(processes=2) as engine:
    print(sum(engine.map(abs, range(-500, 0))))
"""


def test_a_script_is_run_once(tmp_path: Path) -> None:
    """Also where nothing in it asks whether it is the main module."""
    (tmp_path / "script.py").write_text(SCRIPT)
    run = subprocess.run(
        [sys.executable, tmp_path / "script.py"], capture_output=True, text=True, check=True
    )
    assert (run.stdout.split(), run.stderr) == (["started", "125250"], "")


def test_leaving_the_block_closes_even_after_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(LookupError), DuckdbEngine(processes=1):
        raise LookupError
    assert list(tmp_path.iterdir()) == []


WORKING = """
from itertools import count
from variorum.engine.duckdb import DuckdbEngine
results = DuckdbEngine(processes=2).map(abs, count())
print(next(results), flush=True)
input()
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs POSIX")
def test_workers_end_with_a_process_that_is_killed() -> None:
    """Its output ends when the last process that holds it has ended."""
    run = subprocess.Popen(
        [sys.executable, "-c", WORKING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        assert run.stdout
        assert run.stdout.readline() == b"0\n"
        run.kill()
        run.communicate(timeout=3)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        run.communicate()


@pytest.mark.parametrize("memory", ["banana", "", "12 apples"])
def test_a_memory_limit_that_is_none_is_refused_with_a_next_step(memory: str) -> None:
    with pytest.raises(VariorumError) as refused:
        DuckdbEngine(memory)
    assert "memory" in str(refused.value).lower()


def test_a_worker_that_is_killed_is_told_with_a_next_step() -> None:
    """As the system does to a process when memory runs out."""
    with DuckdbEngine(processes=2) as engine, pytest.raises(VariorumError):
        list(engine.map(die, range(MANY)))
