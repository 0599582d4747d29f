"""A full disk says what to do, loses nothing that is stored, and does no harm once there is room.

`python -m bench.faults` tries it with the command, on a small disk and at more moments.
"""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.readers import RuleReader
from tests.contracts.stories import Record, built, exported, faults, invent_heap, write_files
from variorum.record.errors import StoreError
from variorum.store.sqlite import SqliteStore

MOMENTS = 6


@contextmanager
def disk_of(pages: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if there were room for so many pages of a store and no more."""
    connect = sqlite3.connect

    def limited(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **options)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", limited)
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heap")
    write_files(folder, invent_heap(40, seed=5))
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, int]:
    """The record of the heap, and how many pages its store has."""
    store = tmp_path_factory.mktemp("undisturbed") / "story"
    return built(store, folder, reader=RuleReader()), store.stat().st_size // 4096


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_build_goes_on_once_there_is_room(
    tmp_path: Path, folder: Path, undisturbed: tuple[Record, int], moment: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    record, pages = undisturbed
    room = random.Random(moment).randint(60, int(0.9 * pages))
    store = tmp_path / "story"
    with disk_of(room, monkeypatch), pytest.raises(StoreError) as refused:
        built(store, folder, reader=RuleReader())
    assert "full" in refused.value.what
    assert "Make room on the disk" in refused.value.next_step
    assert faults(store) == []
    assert built(store, folder, reader=RuleReader()) == record
    assert faults(store) == []


def test_what_was_stored_stays(
    tmp_path: Path, folder: Path, undisturbed: tuple[Record, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "story"
    part = sorted(folder.iterdir())[:20]
    before = built(store, *part, reader=RuleReader())
    pages = store.stat().st_size // 4096
    with disk_of(pages + 2, monkeypatch), pytest.raises(StoreError, match="full"):
        built(store, folder, reader=RuleReader())
    assert faults(store) == []
    kept = exported(store)["articles.jsonl"].splitlines()
    assert {line[:40] for line in before["articles.jsonl"].splitlines()} <= {
        line[:40] for line in kept
    }  # fmt: skip
    assert built(store, folder, reader=RuleReader()) == undisturbed[0]


@pytest.mark.parametrize("pages", [1, 5, 20])
def test_a_store_that_cannot_even_begin_is_none(
    tmp_path: Path, pages: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "story"
    with disk_of(pages, monkeypatch), pytest.raises(StoreError) as refused:
        SqliteStore(store, write=True)
    assert "Make room on the disk" in refused.value.next_step
    with pytest.raises(StoreError, match="There is no store"):
        SqliteStore(store)
    SqliteStore(store, write=True).close()
    assert faults(store) == []
