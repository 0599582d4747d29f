"""Full text on a PostgreSQL server, found and ranked as the embedded store does.

Texts were taken apart by SQLite's FTS5 when they were kept (`tokens`). The server finds rows that
have all tokens (GIN index), and of these the ones in which phrases stand; how well each fits is
worked out here, by FTS5's own formula.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from math import log
from operator import methodcaller
from typing import Any, Final, NamedTuple

from variorum.record.span import Span
from variorum.store.search_entries import FIRST_JOINED
from variorum.store.searching import SearchRequest, Term
from variorum.store.sql_search import (
    ABOUT_WEIGHT,
    MOST_RANKED,
    WEIGHT,
    WORDS_WEIGHT,
    Candidate,
    Dialect,
    Rows,
    Searcher,
    match_expression,
)
from variorum.store.tokens import Tokenizer, marked

LONGEST_LEXEME: Final = 500
"""Characters of a token that the server's index knows; PostgreSQL takes 2,046 bytes."""

MOST_LEXEMES: Final = 900_000
"""Bytes of a row's tokens that the server's index knows; PostgreSQL takes 2**20 in all."""

UNINDEXED: Final = " "
"""Stands in the index for all tokens of a row that has more: it is looked at for every search."""

_COUNT: Final = "SELECT count(*) FROM searched_words WHERE"

_SIDE: Final = (f"number < {FIRST_JOINED}", f"number >= {FIRST_JOINED}")
"""Passages, and what is joined: written out, since the server has an index for each."""

_ROW: Final = (
    "number, kind, id, speaker, speaker_name, issue, status, told, searched.first_day,"
    " searched.last_day"
)

_K1: Final = 1.2
_B: Final = 0.75
_LEAST: Final = 1e-6
"""The constants of BM25 as FTS5 has them, the last for tokens that more than half of all rows have.

Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009).
"""


class Phrase(NamedTuple):
    """Tokens that must stand side by side; the last may go on."""

    tokens: tuple[str, ...]
    is_prefix: bool

    @property
    def letters(self) -> str:
        """What stands in a row's `tokens` where the phrase does."""
        return _apart(self.tokens)[: -1 if self.is_prefix else None]

    @property
    def lexemes(self) -> str:
        """What the server's index is asked for: all tokens, wherever they stand."""
        last = len(self.tokens) - 1
        parts = []
        for at, token in enumerate(self.tokens):
            goes_on = (at == last and self.is_prefix) or len(token) > LONGEST_LEXEME
            parts.append(_quoted(token[:LONGEST_LEXEME]) + (":*" if goes_on else ""))
        return "(" + " & ".join(parts) + ")"

    def counter(self) -> Callable[[str], int]:
        """Tells how often it stands in tokens, where it overlaps itself, too."""
        letters = self.letters
        if len(self.tokens) == 1:
            return methodcaller("count", letters)

        def count(tokens: str) -> int:
            found, at = 0, tokens.find(letters)
            while at >= 0:
                found += 1
                at = tokens.find(letters, at + 1)
            return found

        return count

    def hits(self) -> tuple[str, list[str]]:
        """The question how many rows have it, and its values.

        The index alone answers for one token, but for those that it does not know.
        """
        found, values = _found([(self,)])
        if len(self.tokens) > 1 or len(self.tokens[0]) > LONGEST_LEXEME:
            return " + ".join(f"({_COUNT} {found} AND {side})" for side in _SIDE), values * 2
        known = "lexemes @@ ?::tsquery"
        unknown = f"{known} AND strpos(tokens, ?) > 0"
        return (
            " + ".join(
                f"({_COUNT} {one} AND {side})" for one in (known, unknown) for side in _SIDE
            ),
            [self.lexemes] * 2 + [f"'{UNINDEXED}'", self.letters] * 2,
        )


class Collection(NamedTuple):
    """What ranking must know of all rows: how many, their tokens, and those with each phrase."""

    rows: int
    tokens: int
    hits: dict[Phrase, int]

    @property
    def length(self) -> float:
        """Tokens of a row at the mean."""
        return (self.tokens or 1) / (self.rows or 1)

    def weight(self, phrase: Phrase) -> float:
        """How rare a phrase is."""
        hits = self.hits[phrase]
        odds = (self.rows - hits + 0.5) / (hits + 0.5)
        return log(odds) if odds > 1 else _LEAST


def _apart(tokens: Sequence[str]) -> str:
    return "".join(f" {token} " for token in tokens)


def _quoted(lexeme: str) -> str:
    """A lexeme in PostgreSQL's language for vectors and queries, where it is no operator."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def kept_tokens(words: Sequence[str], about: Sequence[str]) -> tuple[str, int, str]:
    """Tokens as a row has them: all in order, how many, and those that the server's index has."""
    lexemes = {token[:LONGEST_LEXEME] for token in (*words, *about)}
    if sum(len(one.encode()) + 8 for one in lexemes) > MOST_LEXEMES:
        lexemes = {UNINDEXED}
    return (
        f"{_apart(words)}\n{_apart(about)}",
        len(words) + len(about),
        " ".join(map(_quoted, lexemes)),
    )


class PostgresSearcher(Searcher):
    """Answers one request from a PostgreSQL server."""

    dialect = Dialect(
        among="= ANY(?)",
        each="unnest(?::bigint[]) AS each (value) JOIN",
        join="JOIN",
        within="strpos",
        listed=list,
    )

    def __init__(
        self, rows: Rows, request: SearchRequest, tokenizer: Tokenizer, collection: Collection
    ) -> None:
        super().__init__(rows, request)
        self._terms = _phrases(request.terms, tokenizer)
        self._collection = collection

    def _candidates(self, *, is_joined: bool) -> list[Candidate]:
        where, values = self._filters()
        if not self._request.terms:
            sql = (
                f"SELECT {_ROW}, 0.0::float FROM searched WHERE {_SIDE[is_joined]} AND {where}"
                " ORDER BY number LIMIT ?"
            )
            return list(map(Candidate._make, self._run(sql, *values, MOST_RANKED)))
        if not all(self._terms):
            return []
        found, sought = _found(self._terms)
        latest = "ORDER BY number DESC LIMIT ?"
        words = (
            f"SELECT number, tokens, size FROM searched_words WHERE {found} AND {_SIDE[is_joined]}"
        )
        if values:
            sql = (
                f"SELECT {_ROW}, tokens, size FROM ({words}) AS found JOIN searched USING (number)"
            )
            rows = self._run(f"{sql} WHERE {where} {latest}", *sought, *values, MOST_RANKED)
        else:
            # So the server looks up no row that is left out in the end.
            sql = f"SELECT {_ROW}, tokens, size FROM ({words} {latest}) AS found JOIN searched"
            rows = self._run(f"{sql} USING (number)", *sought, MOST_RANKED)
        return [Candidate._make((*row[:-2], self._fit(*row))) for row in rows]

    def _fit(self, *row: Any) -> float:
        score, kind, told = self._score(*row[-2:]), row[1], row[7]
        return float(score * WEIGHT[kind] * (1 + 0.05 * min(told, 10)))

    def _score(self, tokens: str, size: int) -> float:
        """BM25 as FTS5 computes it, step by step, so that what is equal there is equal here."""
        score = 0.0
        length = _K1 * (1 - _B + _B * size / self._collection.length)
        words, _, about = tokens.partition("\n")
        for count, weight in self._weights:
            frequency = count(words) * WORDS_WEIGHT
            for _ in range(count(about)):
                frequency += ABOUT_WEIGHT
            score += weight * ((frequency * (_K1 + 1.0)) / (frequency + length))
        return -1.0 * score

    @cached_property
    def _weights(self) -> list[tuple[Callable[[str], int], float]]:
        """What counts each phrase in tokens, and how rare it is among all rows."""
        self._count_hits()
        return [
            (one.counter(), self._collection.weight(one)) for term in self._terms for one in term
        ]

    def _count_hits(self) -> None:
        """How many rows have each phrase, in one question."""
        hits = self._collection.hits
        unknown = [one for term in self._terms for one in term if one not in hits]
        if not unknown:
            return
        asked = [one.hits() for one in unknown]
        ((*counts,),) = self._run(
            "SELECT " + ", ".join(sql for sql, _ in asked),
            *(value for _, values in asked for value in values),
        )
        hits.update(zip(unknown, counts, strict=True))

    def _words(self, numbers: list[int]) -> dict[int, tuple[str, tuple[Span, ...]]]:
        sql = f"SELECT number, words, about FROM searched_words WHERE number {self.dialect.among}"
        rows = self._run(sql, numbers)
        if not self._request.terms:
            return {number: (words, ()) for number, words, _ in rows}
        return marked(rows, match_expression(self._request.terms))


def _phrases(terms: Sequence[Term], tokenizer: Tokenizer) -> list[tuple[Phrase, ...]]:
    """The phrases of each term in tokens; those without any find nothing."""
    typed = [(" ".join(phrase), "") for term in terms for phrase in term.phrases]
    tokens = iter(tokenizer.tokens(typed))
    return [
        tuple(
            Phrase(tuple(words), term.is_prefix) for words, _ in
            (next(tokens) for _ in term.phrases) if words
        )
        for term in terms
    ]  # fmt: skip


def _found(terms: Sequence[tuple[Phrase, ...]]) -> tuple[str, list[Any]]:
    """The condition that rows have one phrase of each term, and its values."""
    lexemes = " & ".join("(" + " | ".join(one.lexemes for one in term) + ")" for term in terms)
    stands = " AND ".join(
        "(" + " OR ".join("strpos(tokens, ?) > 0" for _ in term) + ")" for term in terms
    )
    values = [one.letters for term in terms for one in term]
    return f"lexemes @@ ?::tsquery AND {stands}", [f"({lexemes}) | '{UNINDEXED}'", *values]
