"""The embedded store keeps the contract; what else may lie at its path is refused."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.contracts.store_contract import StoreContract, contents, fill
from variorum.record.errors import StoreError
from variorum.store import sqlite_file
from variorum.store.sqlite import SqliteStore


class TestSqliteStore(StoreContract):
    def open(self, place: str, *, write: bool = True) -> SqliteStore:
        return SqliteStore(Path(place), write=write)

    @pytest.fixture
    def place(self, tmp_path: Path) -> str:
        return str(tmp_path / "story.variorum")


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE recipes (name); INSERT INTO recipes VALUES ('soup')")


def newer_store(path: Path) -> None:
    SqliteStore(path, write=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9999")


NO_STORES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a text": (lambda path: path.write_text("HALDUN (Meridian Press) - " * 200), ""),
    "a note": (lambda path: path.write_text("Milk, bread"), ""),
    "a foreign database": (foreign_database, "Give another path"),
    "a newer version": (newer_store, "pip install -U variorum"),
    "a folder": (lambda path: path.mkdir(), ""),
}


@pytest.mark.parametrize("write", [False, True], ids=["to read", "to write"])
@pytest.mark.parametrize(("make", "next_step"), NO_STORES.values(), ids=NO_STORES)
def test_what_is_no_store_is_refused_with_a_next_step(
    tmp_path: Path, make: Callable[[Path], object], next_step: str, write: bool
) -> None:
    path = tmp_path / "it"
    make(path)
    with pytest.raises(StoreError) as refused:
        SqliteStore(path, write=write)
    assert str(path) in refused.value.what
    assert refused.value.next_step
    assert next_step in refused.value.next_step


def test_a_store_that_is_not_there_is_refused_with_the_command_that_makes_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "nowhere.variorum"
    with pytest.raises(StoreError) as refused:
        SqliteStore(path)
    assert f"variorum build INPUT -o {path}" in refused.value.next_step
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_database_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    foreign_database(path)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        SqliteStore(path, write=True)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store_of_the_newest_version(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    with SqliteStore(path, write=True) as store:
        fill(store)
        assert store.problems() == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (
            sqlite_file.APPLICATION_ID,
        )
        assert connection.execute("PRAGMA user_version").fetchone()[0] > 0


def test_an_older_store_is_brought_up_to_date_by_a_writer_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.variorum"
    with SqliteStore(path, write=True) as store:
        fill(store)
        before = contents(store)
    steps = [*sqlite_file.migrations(), "CREATE TABLE of_tomorrow (id TEXT PRIMARY KEY);"]
    monkeypatch.setattr(sqlite_file, "migrations", lambda: steps)
    with pytest.raises(StoreError) as refused:
        SqliteStore(path)
    assert f"variorum build -o {path}" in refused.value.next_step
    for _ in range(2):
        with SqliteStore(path, write=True) as store:
            assert contents(store) == before
    with SqliteStore(path) as store:
        assert contents(store) == before


def test_a_refused_writer_leaves_the_path_free(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    foreign_database(path)
    with pytest.raises(StoreError):
        SqliteStore(path, write=True)
    path.unlink()
    SqliteStore(path, write=True).close()


def test_a_store_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "desk" / "march" / "story.variorum"
    SqliteStore(path, write=True).close()
    SqliteStore(path).close()


def test_a_store_where_a_folder_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        SqliteStore(tmp_path / "file" / "story.variorum", write=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_store_in_a_place_for_reading_only_can_be_read(tmp_path: Path) -> None:
    """Evidence on a read-only share, or a folder of somebody else's."""
    path = tmp_path / "share" / "story.variorum"
    with SqliteStore(path, write=True) as store:
        fill(store)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with SqliteStore(path) as store:
            assert len(list(store.articles())) == 3
    finally:
        path.parent.chmod(0o755)
