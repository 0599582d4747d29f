"""A build that is killed at any moment leaves a store that opens, is sound, and goes on."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.contracts.stories import Record, exported, faults, invent_heap, noun, write_files
from variorum.store.sqlite import SqliteStore

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="kill -9 is a thing of POSIX")

ARTICLES = 150
KILLS = 6
"""Of each kind: before a statement of SQL, and by the clock."""

BUILD = """
import atexit, os, signal, sqlite3, sys
from variorum.cli import main

left = limit = int(sys.argv.pop(1))
connect = sqlite3.connect


def count(statement):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)


def counting(*arguments, **options):
    connection = connect(*arguments, **options)
    connection.set_trace_callback(count)
    return connection


sqlite3.connect = counting
atexit.register(lambda: print(limit - left))
main()
"""
"""`variorum build` that kills itself before so many statements, and else prints their number."""

NEVER = 10**9


class Undisturbed(NamedTuple):
    record: Record
    statements: int
    seconds: float


@contextlib.contextmanager
def build(store: Path, folder: Path, *, limit: int = NEVER, processes: int = 1) -> Iterator[
    subprocess.Popen[str]
]:  # fmt: skip
    arguments = ["build", str(folder), "-o", str(store), "--processes", str(processes), "--json"]
    run = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(limit), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    with run:
        try:
            yield run
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)


def wait_for(path: Path, run: subprocess.Popen[str]) -> None:
    """Until the run has made a file, or has ended."""
    while not path.exists():
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(0.005)
            return


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heap")
    write_files(folder, invent_heap(ARTICLES, seed=7))
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    store = tmp_path_factory.mktemp("undisturbed") / "story"
    with build(store, folder) as run:
        wait_for(store, run)
        start = time.monotonic()
        output, _ = run.communicate()
        seconds = time.monotonic() - start
    assert run.returncode == 0
    record = exported(store)
    assert len(noun(record, "articles")) == ARTICLES
    assert noun(record, "lineage")
    return Undisturbed(record, int(output.split()[-1]), seconds)


def test_killed_before_any_statement(
    tmp_path: Path, folder: Path, undisturbed: Undisturbed
) -> None:
    chance = random.Random(11)
    store = tmp_path / "story"
    left = undisturbed.statements
    for _ in range(KILLS):
        moment = chance.randint(30, int(left * 0.6))
        with build(store, folder, limit=moment) as run:
            run.wait()
        assert run.returncode == -signal.SIGKILL
        assert faults(store) == []
        left -= moment
    finish(store, folder, undisturbed)


def test_killed_at_any_time(tmp_path: Path, folder: Path, undisturbed: Undisturbed) -> None:
    chance = random.Random(12)
    store = tmp_path / "story"
    left = undisturbed.seconds
    for _ in range(KILLS):
        moment = chance.uniform(0, left / 2)
        with build(store, folder, processes=2) as run:
            wait_for(store, run)
            with contextlib.suppress(subprocess.TimeoutExpired):
                run.wait(moment)
            run.kill()
            run.wait()
        SqliteStore(store, write=True).close()
        assert faults(store) == []
        left -= moment
    finish(store, folder, undisturbed)


def finish(store: Path, folder: Path, undisturbed: Undisturbed) -> None:
    """A last run brings the store to where it would be, and does not do it all again."""
    with build(store, folder) as run:
        output, _ = run.communicate()
    assert run.returncode == 0
    assert int(output.split()[-1]) < undisturbed.statements
    assert exported(store) == undisturbed.record
    assert faults(store) == []


def test_killed_while_it_adds_to_a_store(
    tmp_path: Path, folder: Path, undisturbed: Undisturbed
) -> None:
    """What was there before is there still."""
    store = tmp_path / "story"
    part = tmp_path / "part"
    write_files(part, (file.read_text("utf-8") for file in sorted(folder.iterdir())[:40]))
    with build(store, part) as run:
        run.wait()
    articles = noun(exported(store), "articles")
    with build(store, folder, limit=undisturbed.statements // 3) as run:
        run.wait()
    assert run.returncode == -signal.SIGKILL
    ids = {row["id"] for row in noun(exported(store), "articles")}
    assert ids >= {row["id"] for row in articles}
    assert len(articles) == 40
    assert faults(store) == []
