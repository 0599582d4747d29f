"""The record that is shown is the one in the store, for readers side by side."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from variorum.library import Story, open_story
from variorum.record.failure import Failure
from variorum.store.sqlite import SqliteStore
from variorum.views.page import NothingThereError
from variorum.web import application as application_module
from variorum.web.application import application
from variorum.web.desks import SLOW, Desks
from variorum.web.pages_kept import PagesKept

FAILURE = Failure("late.txt", "ingest", "empty", "The file is empty", "Fetch it again")


@pytest.fixture
def store(tmp_path: Path, sample_store: Path) -> Path:
    return Path(shutil.copy(sample_store, tmp_path / "sample.variorum"))


@pytest.fixture
def opened() -> list[Story]:
    return []


@pytest.fixture
def desks(store: Path, opened: list[Story]) -> Iterator[Desks]:
    def opening(path: Path) -> Story:
        opened.append(open_story(path))
        return opened[-1]

    desks = Desks(store, opening)
    yield desks
    desks.close()


def change(store: Path) -> None:
    with SqliteStore(store, write=True) as writer:
        writer.add_failure(FAILURE)


def test_a_change_is_seen_by_the_next_reader(desks: Desks, store: Path) -> None:
    before = desks.version()
    with desks.desk(None) as desk:
        assert FAILURE not in desk.story.failures
    change(store)
    assert desks.version() != before
    with desks.desk(None) as desk:
        assert FAILURE in desk.story.failures


def test_who_is_reading_during_a_change_reads_on(
    desks: Desks, store: Path, opened: list[Story]
) -> None:
    with desks.desk(None) as before:
        change(store)
        with desks.desk(None) as after:
            assert after.story is not before.story
        assert len(before.story.statements()) == len(after.story.statements())
    story = before.story
    with pytest.raises(Exception, match="closed"):
        story.count_quotations()


def test_readers_side_by_side_see_the_same(desks: Desks) -> None:
    def draw(number: int) -> list[str]:
        with desks.desk(None) as desk:
            return [one.id for one in desk.statements] + [one.id for one in desk.story.events]

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(draw, range(24)))
    assert results[0]
    assert all(one == results[0] for one in results)


def test_what_is_slow_is_drawn_before_it_is_asked_for(desks: Desks) -> None:
    desks.warm().join(120)
    with desks.desk(None) as desk:
        assert set(SLOW) <= vars(desk).keys()


def test_a_story_that_is_not_there(desks: Desks) -> None:
    with pytest.raises(NothingThereError), desks.desk("sto-none"):
        pass


def test_a_page_is_drawn_anew_after_a_change(store: Path) -> None:
    client = TestClient(application(store), base_url="http://127.0.0.1")
    before = client.get("/articles").text
    assert client.get("/articles").text == before
    change(store)
    assert "late.txt" in client.get("/articles").text


def test_a_page_that_fails_while_the_record_changes_is_drawn_anew(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    label_of = application_module.render

    def render(*names: object, **values: object) -> object:
        drawn.append(1)
        if len(drawn) == 1:
            change(store)
            raise KeyError("what was there a moment ago")
        return label_of(*names, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(application_module, "render", render)
    client = TestClient(application(store), base_url="http://127.0.0.1")
    assert client.get("/articles").status_code == 200
    assert len(drawn) == 2


def test_pages_are_kept_for_one_version() -> None:
    kept = PagesKept()
    kept.put("1", "/articles", b"one")
    assert kept.get("1", "/articles") == b"one"
    assert kept.get("1", "/articles?page=2") is None
    assert kept.get("2", "/articles") is None
    kept.put("2", "/articles", b"two")
    assert kept.get("1", "/articles") is None
    assert kept.get("2", "/articles") == b"two"


def test_pages_asked_for_longest_ago_go_first() -> None:
    kept = PagesKept(most_bytes=10)
    kept.put("1", "a", b"aaaa")
    kept.put("1", "b", b"bbbb")
    kept.get("1", "a")
    kept.put("1", "c", b"cccc")
    assert kept.get("1", "b") is None
    assert kept.get("1", "a") == b"aaaa"
    kept.put("1", "a", b"aaaaaa")
    assert kept.get("1", "c") == b"cccc"
