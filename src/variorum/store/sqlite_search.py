"""Full text in the embedded store: how its index (SQLite's FTS5) is asked."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.store.searching import FOUND_KINDS, Count, Found, Hit, SearchRequest, Term, fold

MOST_VALUES: Final = 12
"""Values of a filter that are counted."""

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""What marks found words in what SQLite gives back: code points that are no characters."""

_SCORE: Final = "bm25(searched_words, 1.0, 0.6)"
"""How well a row fits; names of who and where count for less than words."""

_WEIGHT: Final = (
    "CASE kind WHEN 'statement' THEN 1.5 WHEN 'event' THEN 1.5 WHEN 'position' THEN 1.3"
    " WHEN 'headline' THEN 1.1 ELSE 1 END * (1 + 0.05 * min(told, 10))"
)
"""What is joined out of articles, of many before of few, comes before a passage that fits as
well."""


Rows = Callable[..., Iterator[Any]]
"""Runs SQL with values and gives its rows."""


class Searcher:
    """Answers one request.

    Nothing that a reader typed stands in its SQL, and nothing in FTS5's language but between
    quotation marks.
    """

    def __init__(self, rows: Rows, request: SearchRequest) -> None:
        self._run = rows
        self._request = request
        self._expression = match_expression(request.terms)
        self._where, self._values = _filters(request)
        self._of_kind = f"kind IN ({_holders(request.kinds)})" if request.kinds else "1"

    def answer(self) -> Found:
        """What is found."""
        if not self._request.asks:
            return Found((), 0, {}, self._request.terms)
        counts = self._counts()
        total = sum(
            one.found
            for one in counts["kind"]
            if not self._request.kinds or one.value in self._request.kinds
        )
        hits = tuple(map(self._hit, self._best())) if total else ()
        return Found(hits, total, counts, self._request.terms)

    def _rows(self, select: str, rest: str, *more: Any, score: str = "0.0") -> Iterator[Any]:
        if self._expression:
            found = f"SELECT rowid AS number, {score} AS score FROM searched_words"
            found += " WHERE searched_words MATCH ?"
            values = [self._expression, *self._values, *more]
        else:
            found = "SELECT number, 0.0 AS score FROM searched"
            values = [*self._values, *more]
        sql = (
            f"WITH found AS MATERIALIZED ({found})"
            f" {select} FROM found JOIN searched USING (number) {rest}"
        )
        return self._run(sql, *values)

    def _best(self) -> Iterator[Any]:
        order = "first_day DESC, kind, id" if not self._expression else "kind, id"
        return self._rows(
            "SELECT number, kind, id, speaker, speaker_name, issue, status, first_day, last_day",
            f"WHERE {self._where} AND {self._of_kind}"
            f" ORDER BY score * {_WEIGHT}, {order} LIMIT ? OFFSET ?",
            *self._request.kinds, self._request.limit, self._request.offset, score=_SCORE,
        )  # fmt: skip

    def _hit(self, row: tuple[Any, ...]) -> Hit:
        number, kind, name, speaker, speaker_name, issue, status, first, last = row
        words, marks = self._words(number)
        places = self._places(number)
        return Hit(
            kind, name, words, marks, speaker, speaker_name, issue, status, first, last,
            places[0], tuple(dict.fromkeys(one.article for one in places)),
        )  # fmt: skip

    def _words(self, number: int) -> tuple[str, tuple[Span, ...]]:
        if not self._expression:
            row = next(self._run("SELECT words FROM searched_words WHERE rowid = ?", number))
            return row[0], ()
        row = next(
            self._run(
                "SELECT words, highlight(searched_words, 0, ?, ?) FROM searched_words"
                " WHERE searched_words MATCH ? AND rowid = ?",
                *(_OPEN, _CLOSE, self._expression, number),
            )
        )
        return row[0], tuple(_marks(*row))

    def _places(self, number: int) -> list[Place]:
        """Where it stands, in order of publication, those of unknown date last."""
        allowed, values = _among(self._request)
        rows = self._run(
            "SELECT article, start, end FROM searched_places LEFT JOIN searched_articles"
            f" USING (article) WHERE number = ? AND {allowed}"
            " ORDER BY last_day IS NULL, last_day, article, start",
            number,
            *values,
        )
        return [Place(*row) for row in rows]

    def _counts(self) -> dict[str, tuple[Count, ...]]:
        kinds = dict(self._rows("SELECT kind, count(*)", f"WHERE {self._where} GROUP BY kind"))
        counts = {"kind": tuple(Count(one, one, kinds[one]) for one in FOUND_KINDS if one in kinds)}
        columns = {"speaker": "speaker", "status": "status", "issue": "issue"}
        for name, column in columns.items():
            shown = "min(speaker_name)" if name == "speaker" else column
            counts[name] = self._counted(
                f"SELECT {column}, {shown}, count(*) AS many",
                f"AND {column} <> '' GROUP BY {column}",
            )
        counts["outlet"] = self._counted(
            "SELECT outlet, outlet, count(DISTINCT number) AS many",
            "AND outlet <> '' GROUP BY outlet",
            "JOIN searched_places USING (number) JOIN searched_articles a USING (article)",
        )
        return counts

    def _counted(self, select: str, group: str, join: str = "") -> tuple[Count, ...]:
        rows = self._rows(
            select,
            f"{join} WHERE {self._where} AND {self._of_kind} {group}"
            " ORDER BY many DESC, 1 LIMIT ?",
            *self._request.kinds, MOST_VALUES,
        )  # fmt: skip
        return tuple(Count(*row) for row in rows)


def match_expression(terms: Iterable[Term]) -> str:
    """Terms in FTS5's language: words between quotation marks, where nothing is an operator."""
    parts = []
    for term in terms:
        star = " *" if term.is_prefix else ""
        phrases = (" ".join(phrase).replace('"', '""') for phrase in term.phrases)
        parts.append("(" + " OR ".join(f'"{phrase}"{star}' for phrase in phrases) + ")")
    return " AND ".join(parts)


def _marks(words: str, marked: str) -> Iterator[Span]:
    """Where found words stand; `marked` is the same text with our marks around them."""
    at, opened = 0, None
    for letter in marked:
        if at < len(words) and letter == words[at] and letter not in (_OPEN, _CLOSE):
            at += 1
        elif letter == _OPEN and opened is None:
            opened = at
        elif letter == _CLOSE and opened is not None:
            if opened < at:
                yield Span(opened, at)
            opened = None
        else:
            at += 1


def _filters(request: SearchRequest) -> tuple[str, list[Any]]:
    """The conditions of a request but for the kind, and their values."""
    clauses: list[str] = []
    values: list[Any] = []
    if request.speaker:
        clauses.append("(speaker = ? OR instr(speaker_key, ?))")
        values += [request.speaker, fold(request.speaker)]
    if request.issue:
        clauses.append("instr(issue_key, ?)")
        values.append(fold(request.issue))
    if request.status:
        clauses.append("status = ?")
        values.append(request.status)
    if request.first_day or request.last_day:
        between = "last_day >= ? AND first_day <= ?"
        clauses.append(
            f"CASE WHEN kind IN ('passage', 'headline') THEN number IN ({_TOLD} WHERE {between})"
            " ELSE searched.last_day >= ? AND searched.first_day <= ? END"
        )
        values += [request.first_day, request.last_day or "9999"] * 2
    allowed, more = _among(request)
    if more:
        clauses.append(f"number IN ({_TOLD} WHERE {allowed})")
        values += more
    return " AND ".join(clauses) or "1", values


_TOLD: Final = "SELECT p.number FROM searched_places p JOIN searched_articles USING (article)"


def _among(request: SearchRequest) -> tuple[str, list[Any]]:
    """Which articles may tell it."""
    clauses: list[str] = []
    values: list[Any] = []
    if request.outlet:
        clauses.append("instr(outlet_key, ?)")
        values.append(fold(request.outlet))
    if request.articles is not None:
        clauses.append("article IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(sorted(request.articles)))
    return " AND ".join(clauses) or "1", values


def _holders(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
