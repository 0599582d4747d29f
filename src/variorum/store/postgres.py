"""A store on a PostgreSQL server, for many people and programs at once. Needs psycopg."""

from typing import Final

from variorum.store.naming import StoreName
from variorum.store.postgres_database import (
    checked_version,
    connect,
    lock,
    prepare,
    telling,
)
from variorum.store.postgres_rows import PostgresRows
from variorum.store.postgres_search import Collection, PostgresSearcher, kept_tokens
from variorum.store.searching import Found, SearchRequest
from variorum.store.sql_index import Words
from variorum.store.sql_store import SqlStore
from variorum.store.tokens import Tokenizer

MOST_REMEMBERED: Final = 10_000
"""Phrases of which it is remembered how many rows have them."""


class PostgresStore(PostgresRows, SqlStore):
    """A `Store` in a PostgreSQL database. Opened to `write`, no other process may change it."""

    words_of_entries = (
        "SELECT kind, id, digest, words, about FROM searched"
        " LEFT JOIN searched_words USING (number)"
    )

    def __init__(self, name: StoreName, *, write: bool = False) -> None:
        super().__init__()
        self._name = name
        self._write = write
        self._tokenizer = Tokenizer()
        self._collection: tuple[int, Collection] | None = None
        self._connection = connect(name, write=write)
        try:
            with telling(name, "opened"):
                if write:
                    lock(self._connection, name)
                version = checked_version(self._connection, name, write=write)
                if write:
                    prepare(self._connection, name, version)
            if write:
                self._index()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """See `Store.close`."""
        try:
            if self._write and self._is_open and not self._connection.closed:
                self._flush()
        finally:
            self._is_open = False
            self._connection.close()
            self._tokenizer.close()

    def _flush(self) -> None:
        """What was written is on the server's disk from now on."""
        with telling(self._name, "written"), self._connection.transaction():
            self._keep_at_once()
            self._run("UPDATE variorum SET changed_by = changed_by")

    def _keep_at_once(self) -> None:
        self._run("SET LOCAL synchronous_commit TO on")

    def _insert_words(self, rows: list[Words]) -> None:
        taken = self._tokenizer.tokens([(words, about) for _, words, about in rows])
        self._add(
            "searched_words",
            "number, words, about, tokens, size, lexemes",
            ((*row, *kept_tokens(*tokens)) for row, tokens in zip(rows, taken, strict=True)),
        )
        size = sum(len(words) + len(about) for words, about in taken)
        sql = "UPDATE variorum SET entries = entries + ?, tokens = tokens + ?"
        self._run(sql, len(rows), size)

    def _delete_words(self, numbers: list[int]) -> None:
        self._run(
            f"WITH gone AS (DELETE FROM searched_words WHERE number {self.among} RETURNING size)"
            " UPDATE variorum SET entries = entries - (SELECT count(*) FROM gone),"
            " tokens = tokens - (SELECT coalesce(sum(size), 0) FROM gone)",
            self._listed(numbers),
        )

    def _delete_all_words(self) -> None:
        self._run("DELETE FROM searched_words")
        self._run("UPDATE variorum SET entries = 0, tokens = 0")

    def search(self, request: SearchRequest) -> Found:
        """See `Store.search`."""
        return PostgresSearcher(self._all, request, self._tokenizer, self._counted()).answer()

    def _counted(self) -> Collection:
        """What ranking knows of all rows, as long as nothing is changed."""
        ((version, entries, tokens),) = self._all(
            "SELECT changed_by, entries, tokens FROM variorum"
        )
        known = self._collection
        if known and known[0] == version and len(known[1].hits) < MOST_REMEMBERED:
            return known[1]
        collection = Collection(entries, tokens, {})
        self._collection = version, collection
        return collection

    def may_be_changed(self) -> bool:
        """See `Store.may_be_changed`."""
        ((may,),) = self._all("SELECT has_table_privilege('variorum', 'UPDATE')")
        return bool(may)

    def version(self) -> str:
        """See `Store.version`."""
        ((changed_by,),) = self._all("SELECT changed_by FROM variorum")
        return str(changed_by)

    def problems(self) -> list[str]:
        """See `Store.problems`."""
        rows = self._all("SELECT source FROM sources WHERE page NOT IN (SELECT id FROM pages)")
        found = [f"Source {source} points at a page that is not there" for (source,) in rows]
        if not found:
            found += self._disagreements(self.articles(), self._nouns_searched())
            found += self._miscounted()
        return found

    def _miscounted(self) -> list[str]:
        rows = self._all(
            "SELECT 1 FROM variorum WHERE entries <> (SELECT count(*) FROM searched_words)"
            " OR variorum.tokens <> (SELECT coalesce(sum(size), 0) FROM searched_words)"
        )
        return ["Search counts its words otherwise than they are" for _ in rows]
