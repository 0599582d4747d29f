"""Full text in the embedded store: how its index (SQLite's FTS5) is asked."""

import json
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from variorum.record.span import Span
from variorum.store.search_entries import FIRST_JOINED
from variorum.store.searching import SearchRequest
from variorum.store.sql_search import (
    ABOUT_WEIGHT,
    HIGHLIGHT,
    MOST_RANKED,
    WEIGHT,
    WORDS_WEIGHT,
    Candidate,
    Dialect,
    Rows,
    Searcher,
    marks,
    match_expression,
)

_SCORE: Final = f"bm25(searched_words, {WORDS_WEIGHT}, {ABOUT_WEIGHT})"
"""How well a row fits."""

_FIT: Final = (
    f"CASE kind {' '.join(f'WHEN {kind!r} THEN {weight}' for kind, weight in WEIGHT.items())} END"
    " * (1 + 0.05 * min(told, 10))"
)
"""What a score counts for."""

_ROW: Final = (
    "json_array(number, kind, id, speaker, speaker_name, issue, status, told,"
    " searched.first_day, searched.last_day"
)
"""What is asked of each row; how well it fits is to follow, the best the least."""


def _as_json(values: Iterable[Any]) -> str:
    return json.dumps(list(values))


class SqliteSearcher(Searcher):
    """Answers one request from the embedded store."""

    dialect = Dialect(
        among="IN (SELECT value FROM json_each(?))",
        each="json_each(?) CROSS JOIN",
        join="CROSS JOIN",
        within="instr",
        listed=_as_json,
    )

    def __init__(self, rows: Rows, request: SearchRequest) -> None:
        super().__init__(rows, request)
        self._expression = match_expression(request.terms)

    def _candidates(self, *, is_joined: bool) -> list[Candidate]:
        where, values = self._filters()
        side = ">=" if is_joined else "<"
        if not self._expression:
            found = f"SELECT {_ROW}, 0.0) FROM searched WHERE number {side} ? AND {where} LIMIT ?"
            return self._at_once(found, FIRST_JOINED, *values, MOST_RANKED)
        found = (
            f"SELECT {_ROW}, {_SCORE} * {_FIT}) FROM searched_words CROSS JOIN searched"
            " ON number = searched_words.rowid WHERE searched_words MATCH ?"
            f" AND searched_words.rowid {side} ? AND {where}"
            " ORDER BY searched_words.rowid DESC LIMIT ?"
        )
        return self._at_once(found, self._expression, FIRST_JOINED, *values, MOST_RANKED)

    def _at_once(self, found: str, *values: Any) -> list[Candidate]:
        """Many rows as one, for which threads change once, and not with each."""
        # The rows are JSON already: SQLite would read each again to put them into an array.
        joined = "'[' || coalesce(group_concat(row, ','), '') || ']'"
        (row,) = self._run(f"WITH found (row) AS ({found}) SELECT {joined} FROM found", *values)
        return msgspec.json.decode(row[0], type=list[Candidate])

    def _words(self, numbers: list[int]) -> dict[int, tuple[str, tuple[Span, ...]]]:
        of = f"rowid {self.dialect.among}"
        listed = self.dialect.listed(numbers)
        if not self._expression:
            rows = self._run(f"SELECT rowid, words FROM searched_words WHERE {of}", listed)
            return {number: (words, ()) for number, words in rows}
        rows = self._run(
            f"SELECT rowid, words, {HIGHLIGHT} FROM searched_words"
            f" WHERE searched_words MATCH ? AND {of}",
            self._expression,
            listed,
        )
        return {number: (words, tuple(marks(words, marked))) for number, words, marked in rows}
