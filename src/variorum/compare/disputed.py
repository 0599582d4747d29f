"""Numbers that one article says are disputed: "The army put the toll at 12, the rebels at 20."."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.quantities import Quantity, is_compatible, quantities_in
from variorum.compare.tallies import Tally
from variorum.compare.words import names_in, sentence_at
from variorum.record.article import Article
from variorum.record.reading import Reading
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

_ASIDE: Final = r"(?:, (?:who|which|whose) [^,.;\n]{3,60},)?"
_FIGURE: Final = r"(?:toll|number|numbers|figure|total|count|losses|cost|share|rate|crowd|turnout)"
_NEXT_SENTENCE: Final = re.compile(
    rf"{_WHO}{_ASIDE}\s+(?:had |has |have )?(?:"
    rf"(?:put|puts|placed|estimated|estimates) (?:the|that|their|its|it|this) ?"
    rf"(?:[a-z]+ )?{_FIGURE}?(?: of (?:the )?[a-z]+)? ?at|"
    rf"(?:made|makes) it|(?:gave|gives|offered) (?:a|the) {_FIGURE} of|"
    r"(?:spoke|speaks|talked) of|claimed|counted|estimated)\s+(?:just |only |no more than )?"
)
"""The other source, and a verb by which it gives its own number of what was told before."""
_TOLD: Final = re.compile(rf"\b{_TELLING}\b")
_NOUN: Final = re.compile(r" of (?:the )?[a-z]+ ?at\b")
_SOURCED: Final = re.compile(rf"\baccording to\b|\b{_TELLING}\b")
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
    is_told = _TOLD.search(text, first.start, one.start) or (
        first != second and _SOURCED.search(text, first.start, first.end)
    )
    if not is_told:
        return False
    if _BETWEEN.search(text, first.start, one.start):
        return False
    if first == second:
        found = _SAME_SENTENCE.fullmatch(text, one.end, other.start)
    else:
        is_next = not text[first.end : second.start].strip()
        found = _NEXT_SENTENCE.fullmatch(text, second.start, other.start) if is_next else None
    if found is None or _PRONOUN.search(found["who"]):
        return False
    return first == second or _NOUN.search(found[0]) is None or bool(one.unit)


CLOSE_BY: Final = 320
"""Characters between two numbers of one article that two sources dispute, at most."""


def disputed_tallies(
    tallies: Mapping[str, Sequence[Tally]],
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
) -> Iterator[Contradiction]:
    """Two numbers of one family, close by each other in one article, that two sources give it."""
    for article, told in tallies.items():
        ordered = sorted(told, key=lambda one: one.places[0])
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 4]:
                if other.places[0].start - one.places[0].end > CLOSE_BY:
                    break
                if _are_disputed(one, other, articles[article].text, readings.get(article)):
                    yield _of_tallies(one, other)


def _of_tallies(one: Tally, other: Tally) -> Contradiction:
    values = one.value, other.value
    return Contradiction(
        "number", one.places[0], other.places[0], *values, 0.7,
        "An article gives both, by two sources",
    )  # fmt: skip


def _are_disputed(one: Tally, other: Tally, text: str, reading: Reading | None) -> bool:
    if _family(one) != _family(other) or is_compatible(one.quantity, other.quantity):
        return False
    low, high = sorted(side.quantity.value for side in (one, other))
    if low <= 0 or high / low > FARTHEST:
        return False
    place = other.places[0]
    sentence = sentence_at(text, place.span)
    is_put = _NEXT_SENTENCE.fullmatch(text, sentence.start, place.start) is not None
    is_contrary = _CONTRARY.search(text, place.start - NEXT_TO, place.start) is not None
    is_of_one = (
        one.fate
        and not (one.venues and other.venues and one.venues.isdisjoint(other.venues))
        and one.scopes == other.scopes
        and not any(_is_part(text, side.places[0]) for side in (one, other))
    )
    if not (is_put or (one.fate and is_contrary) or (is_of_one and _source(one, text, reading))):
        return False
    sources = [_source(side, text, reading) for side in (one, other)]
    return bool(sources[1]) and sources[0] != sources[1] and not _PRONOUN.search(sources[1])


def _is_part(text: str, place: Place) -> bool:
    """Whether a number is of some of the counted ("where 27 died", "the 19 who"), or an age."""
    if _OF_SOME.search(text, max(0, place.start - NEXT_TO), place.start):
        return True
    return re.match(r"\s+who\b|,", text[place.end : place.end + 6]) is not None


_OF_SOME: Final = re.compile(r"(?:\bwhere|\bwhich|\bwhen|\b[Tt]he|\b[Tt]hose|\bAll|,)\s+$")

FARTHEST: Final = 6.0
"""How many times as large one of two disputed numbers may be."""

NEXT_TO: Final = 24
"""Characters before a number in which a word tells that it is held against another."""

_CONTRARY: Final = re.compile(r"\b(?:only|just|no more than|not|at least|as many as)\b")


def _family(one: Tally) -> str:
    """What is counted; police who only "questioned" somebody dispute an arrest."""
    return one.family.replace("questioned", "arrested")


def _source(one: Tally, text: str, reading: Reading | None) -> str:
    """Who gives a number, as far as its sentence or the reading tells; "" if nobody."""
    place = one.places[0]
    sentence = sentence_at(text, place.span)
    if found := _NEXT_SENTENCE.fullmatch(text, sentence.start, place.start):
        return found["who"].casefold()
    if reading is None:
        return ""
    return next(
        (
            (said.speaker_name or "").casefold()
            for said in reading.quotations
            if any(part.start <= place.start and place.end <= part.end for part in said.content)
        ),
        "",
    )
