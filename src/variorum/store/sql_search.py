"""Full text in a store: filters, order and counts of what is found, whichever database keeps it."""

from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, Final, NamedTuple

from variorum.record.reuse import Place
from variorum.record.span import Span
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

WORDS_WEIGHT: Final = 1.0
ABOUT_WEIGHT: Final = 0.6
"""Names of who and where count for less than words."""

WEIGHT: Final = {"statement": 1.5, "event": 1.5, "position": 1.3, "headline": 1.1, "passage": 1.0}
"""What is joined out of articles comes before a passage that fits as well; that of many articles
before that of few."""

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""What marks found words in what SQLite gives back: code points that are no characters."""

HIGHLIGHT: Final = f"highlight(searched_words, 0, '{_OPEN}', '{_CLOSE}')"

Rows = Callable[..., list[Any]]
"""Runs SQL with values and gives its rows."""


class Candidate(NamedTuple):
    """A row of the index that has the words, and passes the filters but that of kinds.

    `fit`: the score of its words times `WEIGHT` and (1 + 0.05 · min(told, 10)), the best the least.
    """

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


class Dialect(NamedTuple):
    """How a database says what each says otherwise.

    - `among`: after a column, to ask whether its value is in a list, which is given as one value
      that `listed` makes;
    - `each`: the numbers of such a list as a table, joined in this order with the next;
    - `join`: joins tables, in the order in which they are named if the database can be told;
    - `within`: the function that tells whether a text holds letters.
    """

    among: str
    each: str
    join: str
    within: str
    listed: Callable[[Iterable[Any]], Any]


_by_fit: Final = attrgetter("fit", "kind", "id")
"""The best first."""


def _by_day(one: Candidate) -> tuple[bool, int, str, str]:
    """The latest first, those of unknown date last."""
    day = one.first_day
    return day is None, -int(day.replace("-", "")) if day else 0, one.kind, one.id


class Searcher(ABC):
    """Answers one request.

    Nothing that a reader typed stands in its SQL, and nothing in FTS5's language but between
    quotation marks.
    """

    dialect: Dialect

    def __init__(self, rows: Rows, request: SearchRequest) -> None:
        self._run = rows
        self._request = request

    @abstractmethod
    def _candidates(self, *, is_joined: bool) -> list[Candidate]:
        """What is joined out of articles, or what is not, that may be found."""

    @abstractmethod
    def _words(self, numbers: list[int]) -> dict[int, tuple[str, tuple[Span, ...]]]:
        """The words of some entries, and where what is looked for stands in them."""

    def answer(self) -> Found:
        """What is found."""
        request = self._request
        if not request.asks:
            return Found((), 0, {}, request.terms)
        joined, passages = (self._candidates(is_joined=one) for one in (True, False))
        of_kind = [
            one for one in joined + passages if not request.kinds or one.kind in request.kinds
        ]
        of_kind.sort(key=_by_fit if request.terms else _by_day)
        hits = of_kind[request.offset : request.offset + request.limit]
        return Found(
            hits=tuple(self._hits(hits)),
            total=len(of_kind),
            counts=self._counts(joined + passages, of_kind),
            terms=request.terms,
            is_cut=MOST_RANKED in (len(joined), len(passages)),
        )

    def _hits(self, chosen: list[Candidate]) -> Iterator[Hit]:
        numbers = [one.number for one in chosen]
        words, places = self._words(numbers), self._places(numbers)
        for one in chosen:
            stands = places[one.number]
            if not stands or one.number not in words:
                continue  # A writer took it away between two questions.
            yield Hit(
                one.kind, one.id, *words[one.number], one.speaker, one.speaker_name, one.issue,
                one.status, one.first_day, one.last_day, stands[0],
                tuple(dict.fromkeys(place.article for place in stands)),
            )  # fmt: skip

    def _places(self, numbers: list[int]) -> dict[int, list[Place]]:
        """Where entries stand, in order of publication, those of unknown date last."""
        allowed, values = self._among_articles()
        rows = self._run(
            'SELECT number, article, start, "end" FROM searched_places LEFT JOIN searched_articles'
            f" USING (article) WHERE number {self.dialect.among} AND {allowed}"
            " ORDER BY number, last_day IS NULL, last_day, article, start",
            self.dialect.listed(numbers),
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
        rows = self._run(
            f"SELECT outlet, count(DISTINCT number) AS many FROM {self.dialect.each}"
            " searched_places ON number = value JOIN searched_articles USING (article)"
            " WHERE outlet <> '' GROUP BY outlet ORDER BY many DESC, outlet LIMIT ?",
            self.dialect.listed(one.number for one in looked_at),
            MOST_VALUES,
        )
        return tuple(Count(outlet, outlet, many if is_all else None) for outlet, many in rows)

    def _filters(self) -> tuple[str, list[Any]]:
        """The conditions of the request but for words and kinds, and their values."""
        request = self._request
        within = self.dialect.within
        clauses: list[str] = []
        values: list[Any] = []
        if request.speaker:
            clauses.append(f"(speaker = ? OR {within}(speaker_key, ?) > 0)")
            values += [request.speaker, fold(request.speaker)]
        if request.issue:
            clauses.append(f"{within}(issue_key, ?) > 0")
            values.append(fold(request.issue))
        if request.status:
            clauses.append("status = ?")
            values.append(request.status)
        if request.first_day or request.last_day:
            clauses.append(_BETWEEN_EACH if request.terms else self._between_all())
            values += [request.first_day, request.last_day or "9999"] * 2
        allowed, more = self._among_articles()
        if more:
            clauses.append(
                f"number IN (SELECT number FROM searched_articles {self.dialect.join}"
                f" searched_places USING (article) WHERE {allowed})"
            )
            values += more
        return " AND ".join(clauses) or "1 = 1", values

    def _between_all(self) -> str:
        """For few rows each is looked up; for many all that lie between the days are gathered."""
        return _between(
            f"number IN (SELECT p.number FROM searched_articles a {self.dialect.join}"
            " searched_places p USING (article) WHERE a.last_day >= ? AND a.first_day <= ?)"
        )

    def _among_articles(self) -> tuple[str, list[Any]]:
        """Which articles may tell it."""
        request = self._request
        clauses: list[str] = []
        values: list[Any] = []
        if request.outlet:
            clauses.append(f"{self.dialect.within}(outlet_key, ?) > 0")
            values.append(fold(request.outlet))
        if request.articles is not None:
            clauses.append(f"article {self.dialect.among}")
            values.append(self.dialect.listed(sorted(request.articles)))
        return " AND ".join(clauses) or "1 = 1", values


def _most(values: Iterable[str], names: dict[str, str] | None = None) -> tuple[Count, ...]:
    """The most frequent values, those of one count in order."""
    counted = Counter(filter(None, values))
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_VALUES]
    return tuple(Count(one, names[one] if names else one, many) for one, many in ordered)


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


def match_expression(terms: Iterable[Term]) -> str:
    """Terms in FTS5's language: words between quotation marks, where nothing is an operator."""
    parts = []
    for term in terms:
        star = " *" if term.is_prefix else ""
        phrases = (" ".join(phrase).replace('"', '""') for phrase in term.phrases)
        parts.append("(" + " OR ".join(f'"{phrase}"{star}' for phrase in phrases) + ")")
    return " AND ".join(parts)


def marks(words: str, marked: str) -> Iterator[Span]:
    """Where found words stand; `marked` is the same text as `HIGHLIGHT` gives it back."""
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
