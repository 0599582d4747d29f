"""Several people and a watcher work on one record at once, in a file or on a server."""

import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.contracts.postgres_server import PostgresServer
from tests.contracts.store_contract import watched_of
from tests.web.test_corrections import send_date
from variorum.library import open_story
from variorum.record.errors import StoreBusyError
from variorum.store.opening import open_store
from variorum.store.rules import find_faults
from variorum.web.application import application
from variorum.web.desks import Desks

PEOPLE = 3
EACH = 4


@pytest.fixture(
    params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], ids="in {}".format
)
def store(request: pytest.FixtureRequest, tmp_path: Path, sample_store: Path) -> str:
    """A copy of the sample story."""
    if request.param == "sqlite":
        return shutil.copy(sample_store, tmp_path / "sample.variorum").__fspath__()
    server: PostgresServer = request.getfixturevalue("postgres")
    address = server.address()
    with open_store(address, write=True) as target, open_store(sample_store) as source:
        target.take_rows(source.kept_rows())
    return address


def at_once(*tasks: Callable[[], list[int]]) -> list[list[int]]:
    with ThreadPoolExecutor(len(tasks)) as threads:
        return [done.result() for done in [threads.submit(task) for task in tasks]]


def test_nobodys_work_is_lost(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.web.corrections.PATIENCE", 60.0)
    with open_story(store) as story:
        articles = list(story.by_id)
        client = TestClient(application(store), base_url="http://127.0.0.1")

        def correct(person: int) -> list[int]:
            """One who has an application of their own."""
            own = TestClient(application(store), base_url="http://127.0.0.1")
            return [
                send_date(own, story, thing=articles[turn], first=f"2031-02-{person + 10}",
                          author=f"Anna {person}").status_code
                for turn in range(EACH)
            ]  # fmt: skip

        def watch() -> list[int]:
            for turn in range(PEOPLE * EACH):
                with open_store(store, write=True, patience=60.0) as opened:
                    opened.add_watched([watched_of(f"https://a.example/{turn}")])
                    opened.add_articles([*opened.kept_articles()][:2])
            return [303]

        def read() -> list[int]:
            codes = [client.get(f"/articles/{one}.json").status_code for one in articles]
            return [303 if code == 200 else code for code in codes]

        people = [lambda person=person: correct(person) for person in range(PEOPLE)]
        codes = at_once(*people, watch, read)
    assert {code for some in codes for code in (some if isinstance(some, list) else [some])} == {
        303
    }
    with open_store(store) as opened:
        made = [(one.author, one.subjects) for one in opened.corrections()]
        assert sorted(made) == sorted(
            (f"Anna {person}", (articles[turn],))
            for person in range(PEOPLE)
            for turn in range(EACH)
        )
        assert len(list(opened.watched())) == PEOPLE * EACH
        assert list(find_faults(opened)) == []


def test_who_waits_too_long_is_told(store: str) -> None:
    with open_store(store, write=True):
        before = time.monotonic()
        with pytest.raises(StoreBusyError):
            open_store(store, write=True, patience=0.2)
        assert time.monotonic() - before >= 0.2


def test_a_change_is_seen_by_the_next_reader(store: str) -> None:
    desks = Desks(store)
    before = desks.version()
    with desks.desk(None) as desk, open_story(store) as story:
        assert desk.story.corrections == []
        own = TestClient(application(store), base_url="http://127.0.0.1")
        assert send_date(own, story).status_code == 303
    assert desks.version() != before
    with desks.desk(None) as desk:
        assert len(desk.story.corrections) == 1
    desks.close()
