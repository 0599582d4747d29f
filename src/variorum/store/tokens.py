"""Texts taken apart into tokens by SQLite's FTS5, in memory, for stores on other databases.

So the same words are found in every store, and a reader sees them marked in the same places.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from threading import Lock
from typing import Final

from variorum.record.span import Span
from variorum.store.sql_search import HIGHLIGHT, marks

_TOKENIZE: Final = "tokenize = 'porter unicode61 remove_diacritics 2'"
"""As in the migrations of the embedded store."""

Texts = tuple[str, str]
"""The words of an entry, and who and where it is about."""


class Tokenizer:
    """Takes texts apart; threads take turns."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.executescript(
            "CREATE VIRTUAL TABLE searched_words USING fts5"
            f" (words, about, content = '', columnsize = 0, {_TOKENIZE});"
            "CREATE VIRTUAL TABLE tokens USING fts5vocab (searched_words, instance);"
        )

    def tokens(self, texts: Sequence[Texts]) -> list[tuple[list[str], list[str]]]:
        """The tokens of both parts of each text, in order."""
        with self._turn, self._connection:
            run = self._connection.execute
            run("INSERT INTO searched_words (searched_words) VALUES ('delete-all')")
            self._connection.executemany(
                "INSERT INTO searched_words (rowid, words, about) VALUES (?, ?, ?)",
                ((number, *text) for number, text in enumerate(texts)),
            )
            found: list[tuple[list[str], list[str]]] = [([], []) for _ in texts]
            sql = "SELECT doc, col = 'about', term FROM tokens ORDER BY doc, col DESC, offset"
            for number, is_about, term in run(sql):
                found[number][is_about].append(term)
        return found

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()


def marked(
    texts: Iterable[tuple[int, str, str]], expression: str
) -> dict[int, tuple[str, tuple[Span, ...]]]:
    """The words of numbered texts, and where what an expression looks for stands in them."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            f"CREATE VIRTUAL TABLE searched_words USING fts5 (words, about, {_TOKENIZE})"
        )
        connection.executemany(
            "INSERT INTO searched_words (rowid, words, about) VALUES (?, ?, ?)", texts
        )
        rows = connection.execute(
            f"SELECT rowid, words, {HIGHLIGHT} FROM searched_words WHERE searched_words MATCH ?",
            (expression,),
        )
        return {number: (words, tuple(marks(words, shown))) for number, words, shown in rows}
