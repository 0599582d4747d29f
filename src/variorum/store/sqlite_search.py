"""Full text in the embedded store: how its index (SQLite's FTS5) is asked."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, Final, NamedTuple

import msgspec

from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.store.search_entries import FIRST_JOINED
from variorum.store.searching import (
    FOUND_KINDS,
    Count,
    Found,
    FoundKind,
    Hit,
    SearchRequest,
    Term,
    fold,
)

MOST_RANKED: Final = 4_000
"""So many passages, the latest added, and so many of what is joined are looked at: words that more
have tell nothing, and ten thousand of both take a tenth of a second."""

MOST_COUNTED: Final = 1_000
"""Results of which the outlets are counted; to count those of one takes 3 microseconds, and of what
many articles tell 40."""

NAMED_OF: Final = 200
"""If there are more, the outlets of the best of them are named without a count."""

MOST_VALUES: Final = 12
"""Values of a filter that are counted."""

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""What marks found words in what SQLite gives back: code points that are no characters."""

_SCORE: Final = "bm25(searched_words, 1.0, 0.6)"
"""How well a row fits; names of who and where count for less than words."""

_WEIGHT: Final = {"statement": 1.5, "event": 1.5, "position": 1.3, "headline": 1.1, "passage": 1.0}
"""What is joined out of articles comes before a passage that fits as well; that of many articles
before that of few."""

_FIT: Final = (
    f"CASE kind {' '.join(f'WHEN {kind!r} THEN {weight}' for kind, weight in _WEIGHT.items())} END"
    " * (1 + 0.05 * min(told, 10))"
)
"""What a score counts for."""

_OF: Final = "IN (SELECT value FROM json_each(?))"

_ROW: Final = (
    "json_array(number, kind, id, speaker, speaker_name, issue, status, told,"
    " searched.first_day, searched.last_day"
)
"""What is asked of each row; how well it fits is to follow, the best the least."""

Rows = Callable[..., Iterator[Any]]
"""Runs SQL with values and gives its rows."""


class Candidate(NamedTuple):
    """A row of the index that has the words, and passes the filters but that of kinds."""

    number: int
    kind: FoundKind
    id: str
    speaker: str
    speaker_name: str
    issue: str
    status: str
    told: int
    first_day: str | None
    last_day: str | None
    fit: float


_by_fit: Final = attrgetter("fit", "kind", "id")
"""The best first."""


def _by_day(one: Candidate) -> tuple[bool, int, str, str]:
    """The latest first, those of unknown date last."""
    day = one.first_day
    return day is None, -int(day.replace("-", "")) if day else 0, one.kind, one.id


class Searcher:
    """Answers one request.

    Nothing that a reader typed stands in its SQL, and nothing in FTS5's language but between
    quotation marks.
    """

    def __init__(self, rows: Rows, request: SearchRequest) -> None:
        self._run = rows
        self._request = request
        self._expression = match_expression(request.terms)

    def answer(self) -> Found:
        """What is found."""
        request = self._request
        if not request.asks:
            return Found((), 0, {}, request.terms)
        joined, passages = (self._candidates(is_joined=one) for one in (True, False))
        of_kind = [
            one for one in joined + passages if not request.kinds or one.kind in request.kinds
        ]
        of_kind.sort(key=_by_fit if self._expression else _by_day)
        hits = of_kind[request.offset : request.offset + request.limit]
        return Found(
            hits=tuple(self._hits(hits)),
            total=len(of_kind),
            counts=self._counts(joined + passages, of_kind),
            terms=request.terms,
            is_cut=MOST_RANKED in (len(joined), len(passages)),
        )

    def _candidates(self, *, is_joined: bool) -> list[Candidate]:
        where, values = _filters(self._request, has_words=bool(self._expression))
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

    def _hits(self, chosen: list[Candidate]) -> Iterator[Hit]:
        numbers = json.dumps([one.number for one in chosen])
        words, places = self._words(numbers), self._places(numbers)
        for one in chosen:
            stands = places[one.number]
            yield Hit(
                one.kind, one.id, *words[one.number], one.speaker, one.speaker_name, one.issue,
                one.status, one.first_day, one.last_day, stands[0],
                tuple(dict.fromkeys(place.article for place in stands)),
            )  # fmt: skip

    def _words(self, numbers: str) -> dict[int, tuple[str, tuple[Span, ...]]]:
        """The words of some rows, and where what is looked for stands in them."""
        if not self._expression:
            rows = self._run(f"SELECT rowid, words FROM searched_words WHERE rowid {_OF}", numbers)
            return {number: (words, ()) for number, words in rows}
        rows = self._run(
            "SELECT rowid, words, highlight(searched_words, 0, ?, ?) FROM searched_words"
            f" WHERE searched_words MATCH ? AND rowid {_OF}",
            *(_OPEN, _CLOSE, self._expression, numbers),
        )
        return {number: (words, tuple(_marks(words, marked))) for number, words, marked in rows}

    def _places(self, numbers: str) -> dict[int, list[Place]]:
        """Where rows stand, in order of publication, those of unknown date last."""
        allowed, values = _among(self._request)
        rows = self._run(
            "SELECT number, article, start, end FROM searched_places LEFT JOIN searched_articles"
            f" USING (article) WHERE number {_OF} AND {allowed}"
            " ORDER BY number, last_day IS NULL, last_day, article, start",
            numbers,
            *values,
        )
        places: dict[int, list[Place]] = defaultdict(list)
        for number, *place in rows:
            places[number].append(Place(*place))
        return places

    def _counts(
        self, found: list[Candidate], of_kind: list[Candidate]
    ) -> dict[str, tuple[Count, ...]]:
        kinds = Counter(one.kind for one in found)
        names = {one.speaker: one.speaker_name for one in of_kind}
        return {
            "kind": tuple(Count(one, one, kinds[one]) for one in FOUND_KINDS if kinds[one]),
            "speaker": _most((one.speaker for one in of_kind), names),
            "status": _most(one.status for one in of_kind),
            "issue": _most(one.issue for one in of_kind),
            "outlet": self._outlets(of_kind),
        }

    def _outlets(self, of_kind: list[Candidate]) -> tuple[Count, ...]:
        is_all = len(of_kind) <= MOST_COUNTED
        looked_at = of_kind if is_all else of_kind[:NAMED_OF]
        numbers = json.dumps([one.number for one in looked_at])
        rows = self._run(
            "SELECT outlet, count(DISTINCT number) AS many FROM json_each(?) CROSS JOIN"
            " searched_places ON number = value JOIN searched_articles USING (article)"
            " WHERE outlet <> '' GROUP BY outlet ORDER BY many DESC, outlet LIMIT ?",
            numbers,
            MOST_VALUES,
        )
        return tuple(Count(outlet, outlet, many if is_all else None) for outlet, many in rows)


def _most(values: Iterable[str], names: dict[str, str] | None = None) -> tuple[Count, ...]:
    """The most frequent values, those of one count in order."""
    counted = Counter(filter(None, values))
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_VALUES]
    return tuple(Count(one, names[one] if names else one, many) for one, many in ordered)


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


def _filters(request: SearchRequest, *, has_words: bool) -> tuple[str, list[Any]]:
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
        clauses.append(_BETWEEN_EACH if has_words else _BETWEEN_ALL)
        values += [request.first_day, request.last_day or "9999"] * 2
    allowed, more = _among(request)
    if more:
        clauses.append(
            "number IN (SELECT number FROM searched_articles CROSS JOIN searched_places"
            f" USING (article) WHERE {allowed})"
        )
        values += more
    return " AND ".join(clauses) or "1", values


def _between(is_told: str) -> str:
    """What is told between two days; a passage, if it is published between them."""
    return (
        f"CASE WHEN kind IN ('passage', 'headline') THEN {is_told}"
        " ELSE searched.last_day >= ? AND searched.first_day <= ? END"
    )


_BETWEEN_EACH: Final = _between(
    "EXISTS (SELECT 1 FROM searched_places p JOIN searched_articles a USING (article)"
    " WHERE p.number = searched.number AND a.last_day >= ? AND a.first_day <= ?)"
)
_BETWEEN_ALL: Final = _between(
    "number IN (SELECT p.number FROM searched_articles a CROSS JOIN searched_places p"
    " USING (article) WHERE a.last_day >= ? AND a.first_day <= ?)"
)
"""For few rows each is looked up; for many all that lie between the days are gathered first."""


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
