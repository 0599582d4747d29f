"""The embedded store: one SQLite file."""

from os import W_OK, access
from pathlib import Path
from threading import Lock

from variorum.store.searching import Found, SearchRequest
from variorum.store.sql_index import Words
from variorum.store.sql_store import SqlStore
from variorum.store.sqlite_file import checked_version, connect, locked, prepare
from variorum.store.sqlite_rows import SqliteRows
from variorum.store.sqlite_search import SqliteSearcher


class SqliteStore(SqliteRows, SqlStore):
    """A `Store` in one file. Opened to `write`, it is this process's alone to change."""

    words_of_entries = (
        "SELECT kind, id, digest, words, about FROM searched"
        " LEFT JOIN searched_words ON searched_words.rowid = number"
    )

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self._path = path
        self._turn = Lock()
        self._lock = locked(path) if write else None
        try:
            self._connection = connect(path, write=write)
        except BaseException:
            self._unlock()
            raise
        try:
            version = checked_version(self._connection, path, write=write)
            if write:
                prepare(self._connection, path, version)
                self._index()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """See `Store.close`."""
        self._connection.close()
        self._unlock()

    def _unlock(self) -> None:
        if self._lock:
            self._lock.release()

    def _insert_words(self, rows: list[Words]) -> None:
        sql = "INSERT INTO searched_words (rowid, words, about) VALUES (?, ?, ?)"
        self._run_many(sql, rows)

    def _delete_words(self, numbers: list[int]) -> None:
        rows = ((number,) for number in numbers)
        self._run_many("DELETE FROM searched_words WHERE rowid = ?", rows)

    def _delete_all_words(self) -> None:
        self._run("DELETE FROM searched_words")

    def search(self, request: SearchRequest) -> Found:
        """See `Store.search`."""
        return SqliteSearcher(self._all, request).answer()

    def may_be_changed(self) -> bool:
        """See `Store.may_be_changed`."""
        # Who cannot write beside the store cannot lock it.
        return access(self._path, W_OK) and access(self._path.absolute().parent, W_OK)

    def version(self) -> str:
        """See `Store.version`."""
        row = self._one("PRAGMA data_version")
        return f"{id(self._connection)}-{row[0] if row else 0}"

    def problems(self) -> list[str]:
        """See `Store.problems`."""
        found = [row[0] for row in self._rows("PRAGMA integrity_check") if row[0] != "ok"]
        found += [
            f"Table {row[0]} points at a row that is not there"
            for row in self._rows("PRAGMA foreign_key_check")
        ]
        if not found:
            found += self._disagreements(self.articles(), self._nouns_searched())
        return found
