"""The embedded store keeps the contract of searching; its index is made for older stores."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.contracts.search_contract import SearchContract, fill, search
from variorum.store.rules import find_faults
from variorum.store.search_entries import INDEX
from variorum.store.sqlite import SqliteStore
from variorum.store.sqlite_file import migrations


class TestSqliteSearch(SearchContract):
    def open(self, place: str, *, write: bool = True) -> SqliteStore:
        return SqliteStore(Path(place), write=write)

    @pytest.fixture
    def places(self, tmp_path: Path) -> list[str]:
        return [str(tmp_path / name) for name in ("story.variorum", "other.variorum")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.variorum"
    with SqliteStore(path, write=True) as store:
        fill(store)
    return path


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for sql in statements:
            connection.execute(sql)


def test_a_store_from_before_there_was_a_search_can_be_searched(path: Path) -> None:
    with SqliteStore(path) as store:
        before = search(store, "corridor")
    number = next(at for at, sql in enumerate(migrations()) if "TABLE searched " in sql)
    later = re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", "".join(migrations()[number:]))
    run(path, *(f"DROP TABLE {table}" for table in later),
        "DELETE FROM facts WHERE name = 'searched'", f"PRAGMA user_version = {number}")  # fmt: skip
    with SqliteStore(path, write=True) as store:
        assert search(store, "corridor") == before
        assert store.problems() == []


def test_an_index_that_was_made_otherwise_is_made_anew(path: Path) -> None:
    run(path, "DELETE FROM searched_words", "UPDATE facts SET value = 'x' WHERE name = 'searched'")
    with SqliteStore(path, write=True) as store:
        assert search(store, "corridor").total == 4
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT value FROM facts WHERE name = 'searched'"
        assert connection.execute(sql).fetchone() == (INDEX,)


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("DELETE FROM searched_words WHERE rowid = 1", "otherwise than the record"),
        ("UPDATE searched SET digest = 'x' WHERE kind = 'event'", "Search has event evt-1"),
        ("DELETE FROM searched_places WHERE number = 1", "at other places"),
        ("INSERT INTO searched SELECT 99, kind, 'evt-2', digest, speaker, speaker_name, "
         "speaker_key, issue, issue_key, status, told, first_day, last_day FROM searched "
         "WHERE kind = 'event'", "Search has event evt-2"),
    ],
    ids=["words lost", "an event changed", "places lost", "an event too many"],
)  # fmt: skip
def test_an_index_that_tells_other_than_the_record_is_a_fault(
    path: Path, sql: str, says: str
) -> None:
    run(path, sql)
    with SqliteStore(path) as store:
        assert any(says in fault for fault in find_faults(store))
