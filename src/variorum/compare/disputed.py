"""Numbers that one article says are disputed: "The army put the toll at 12, the rebels at 20."."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.quantities import Quantity, is_compatible, quantities_in
from variorum.compare.words import names_in, sentence_at
from variorum.record.article import Article
from variorum.record.reuse import Place
from variorum.record.span import Span

_TELLING: Final = (
    r"(?:said|says|spoke of|speaks of|put|puts|counted|counts|estimated|estimates|"
    r"claimed|claims|gave|named|announced|ready)"
)
_WHO: Final = r"(?P<who>(?!which\b|who\b|that\b)[^\d,;.:“”\"\n]{3,80}?)"
_SAME_SENTENCE: Final = re.compile(
    rf"(?:(?:\s[a-z]+){{0,5}}[,;]|,? (?:and|but|while|whereas))\s+{_WHO}\s+"
    rf"(?:(?:of|at)|{_TELLING}(?: (?:it|them|the (?:toll|number|figure|total|count)))?(?: at)?)\s+"
)
"""From one number to the other: another source, and a verb or what is left of one."""

_NEXT_SENTENCE: Final = re.compile(
    rf"{_WHO}\s+(?:had )?put (?:the|that|their|its) (?:[a-z]+ )?"
    r"(?:toll|number|numbers|figure|total|count|losses|cost|share|rate) at\s+"
)
_TOLD: Final = re.compile(rf"\b{_TELLING}\b")
_BETWEEN: Final = re.compile(r"\b(?:between|from)\b")
_CLOSED: Final = re.compile(r"\s*(?:[.;,]|and\b|but\b|$)")
_PRONOUN: Final = re.compile(r"\b(?:he|she|it|they|we|i)$", re.IGNORECASE)


class _Dispute(NamedTuple):
    """Two numbers that one article gives, with the names that stand around them."""

    a: Place
    b: Place
    values: tuple[str, str]
    names: frozenset[str]


SHARED_NAMES: Final = 2
"""Names that two articles must have in common around the same two numbers to tell of one thing."""


def disputed_contradictions(articles: Mapping[str, Article]) -> Iterator[Contradiction]:
    """Two numbers of one thing that articles themselves give by two sources.

    Both stand in one sentence, or the other source "put the number at" in the next.
    """
    by_values: dict[tuple[str, ...], list[_Dispute]] = defaultdict(list)
    for article in articles.values():
        for block in article.blocks_of("body"):
            for one in _in_paragraph(article, Span(block.start, block.end)):
                by_values[tuple(sorted(one.values))].append(one)
    for alike in by_values.values():
        for one in alike:
            yield _contradiction(one, one)
        for one, other in combinations(alike, 2):
            if len(one.names & other.names) >= SHARED_NAMES:
                yield _contradiction(one, other)


def _contradiction(one: _Dispute, other: _Dispute) -> Contradiction:
    """What one says first against what the other says against it."""
    place, value = next(
        (place, value)
        for place, value in zip((other.a, other.b), other.values, strict=True)
        if value != one.values[0]
    )
    reason = "An article gives both, by two sources"
    return Contradiction("number", one.a, place, one.values[0], value, 0.7, reason)


def _in_paragraph(article: Article, block: Span) -> Iterator[_Dispute]:
    text = article.text
    for one, other in pairwise(quantities_in(text, block.start, block.end)):
        if _are_of_one(one, other) and _is_disputed(text, one, other):
            first, second = sentence_at(text, one.span), sentence_at(text, other.span)
            yield _Dispute(
                Place(article.id, one.start, one.end),
                Place(article.id, other.start, other.end),
                (f"{one.value:.12g}", f"{other.value:.12g}"),
                names_in(text[first.start : second.end]),
            )


def _are_of_one(one: Quantity, other: Quantity) -> bool:
    if "%" in (one.unit, other.unit):
        return False  # Shares of several things stand side by side.
    return other.unit in ("", one.unit) and not is_compatible(one, other)


def _is_disputed(text: str, one: Quantity, other: Quantity) -> bool:
    if not _CLOSED.match(text, other.end):
        return False
    first, second = sentence_at(text, one.span), sentence_at(text, other.span)
    if not _TOLD.search(text, first.start, one.start):
        return False
    if _BETWEEN.search(text, first.start, one.start):
        return False
    if first == second:
        found = _SAME_SENTENCE.fullmatch(text, one.end, other.start)
    else:
        is_next = not text[first.end : second.start].strip()
        found = _NEXT_SENTENCE.fullmatch(text, second.start, other.start) if is_next else None
    return found is not None and not _PRONOUN.search(found["who"])
