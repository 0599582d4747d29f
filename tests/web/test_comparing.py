"""Articles are compared by a process of their own, which is never left behind."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

from variorum.library import open_story
from variorum.record.failure import Failure
from variorum.store.naming import StoreName
from variorum.store.sqlite import SqliteStore
from variorum.web import desks as desks_module
from variorum.web.application import application
from variorum.web.comparing import Compared, Comparison
from variorum.web.desks import Desks

FAILURE = Failure("late.txt", "ingest", "empty", "The file is empty", "Fetch it again")
SECONDS = 60


@pytest.fixture
def store(tmp_path: Path, sample_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that counts as a large one."""
    monkeypatch.setattr(desks_module, "ALONE", 1)
    return Path(shutil.copy(sample_store, tmp_path / "sample.variorum"))


@pytest.fixture
def desks(store: Path) -> Iterator[Desks]:
    desks = Desks(store)
    yield desks
    desks.close()


class Watched(Comparison):
    """One that tells only when it may."""

    made: list["Watched"]
    may_tell: Event

    def __init__(self, name: StoreName) -> None:
        super().__init__(name)
        self.made.append(self)

    def found(self) -> Compared | None:
        found = super().found()
        assert self.may_tell.wait(SECONDS)
        return found

    @property
    def process(self) -> subprocess.Popen[bytes]:
        return self._process


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> type[Watched]:
    Watched.made, Watched.may_tell = [], Event()
    Watched.may_tell.set()
    monkeypatch.setattr(desks_module, "Comparison", Watched)
    return Watched


def test_another_process_finds_the_same(store: Path) -> None:
    comparison = Comparison(StoreName(store))
    found = comparison.found()
    comparison.close()
    with open_story(store) as story:
        assert found == Compared(story.conflicts, story.wordings)
    assert found
    assert found.conflicts
    assert found.wordings


def test_pages_are_given_what_another_process_found(desks: Desks, watched: type[Watched]) -> None:
    desks.warm().join(SECONDS)
    with desks.desk(None) as desk:
        assert {"conflicts", "wordings"} <= vars(desk.story).keys()
        assert not {"_read", "reuses"} & vars(desk.story).keys()
        assert not desk.are_conflicts_coming
        assert desk.conflicts
    assert [one.process.returncode for one in watched.made] == [0]


def test_what_was_found_of_another_record_is_not_told(
    desks: Desks, store: Path, watched: type[Watched]
) -> None:
    watched.may_tell.clear()
    drawing = desks.warm()
    with desks.desk(None) as before:
        with SqliteStore(store, write=True) as writer:
            writer.add_failure(FAILURE)
        watched.may_tell.set()
        drawing.join(SECONDS)
        assert "conflicts" not in vars(before.story)
        assert before.are_conflicts_coming
    with desks.desk(None) as after:
        assert after.story is not before.story
        assert not after.are_conflicts_coming
        assert after.conflicts


def test_a_change_ends_the_process(desks: Desks, store: Path, watched: type[Watched]) -> None:
    desks.warm()
    while not watched.made:
        time.sleep(0.01)
    os.kill(watched.made[0].process.pid, signal.SIGSTOP)  # so that it does not end by itself
    with SqliteStore(store, write=True) as writer:
        writer.add_failure(FAILURE)
    with desks.desk(None) as desk:
        assert desk.conflicts
    assert watched.made[0].process.wait(SECONDS) == -signal.SIGKILL


def test_the_process_ends_with_the_application(store: Path, watched: type[Watched]) -> None:
    with TestClient(application(store, warm=True), base_url="http://127.0.0.1") as client:
        assert client.get("/articles").status_code == 200
        while not watched.made:
            time.sleep(0.01)
        os.kill(watched.made[0].process.pid, signal.SIGSTOP)
    assert watched.made[0].process.wait(SECONDS) == -signal.SIGKILL


def test_without_the_process_pages_have_what_it_would_find(
    desks: Desks, watched: type[Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    desks.warm().join(SECONDS)
    with desks.desk(None) as desk:
        assert "conflicts" in vars(desk.story)
        assert desk.conflicts
    assert [one.process.returncode for one in watched.made] == [1]
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    other = Desks(desks._name)
    other.warm().join(SECONDS)
    with other.desk(None) as desk:
        assert "conflicts" in vars(desk.story)
    other.close()


SLOW = """
import time
from variorum.web import comparing
comparing.open_story = lambda name: time.sleep(600)
comparing.main()
"""


def test_it_ends_when_it_is_let_go() -> None:
    with subprocess.Popen([sys.executable, "-c", SLOW], stdin=subprocess.PIPE) as process:
        assert process.stdin
        process.stdin.write(b'"a.variorum"\n')
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(3)
        process.stdin.close()
        assert process.wait(SECONDS) == 1


PARENT = """
import sys, time
from variorum.store.naming import StoreName
from variorum.web.comparing import Comparison
comparison = Comparison(StoreName("a.variorum"))
print(comparison._process.pid, flush=True)
time.sleep(600)
"""


def test_it_ends_when_whoever_started_it_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.kill()
        end = time.monotonic() + SECONDS
        while is_running(child) and time.monotonic() < end:
            time.sleep(0.05)
    assert not is_running(child)


def is_running(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
