"""How long a thing went on, as reports of one story tell it: a call, talks, a truce, a siege.

"A 40-minute call", "they talked for about 50 minutes", "the conversation lasted almost an hour".
The words for what goes on are put into classes; an article that tells of two lengths of one class
tells of two things, and is left.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.nearness import Nearness
from variorum.compare.quantities import Quantity, is_compatible, quantities_in
from variorum.compare.words import Word, names_in, sentence_at, words_in
from variorum.record.article import Article
from variorum.record.reuse import Place
from variorum.record.story import StoryGroup

NEAR: Final = 0.4
"""Nearness in meaning that two sentences must have, unless they share names."""

SHARED_NAMES: Final = 2

FARTHEST: Final = 4.0
"""How many times as long one may be: beyond that they are of two things."""

APART: Final = 5 * 24.0
"""Hours between two publications beyond which another thing of the class may be meant."""

_CLASSES: Final = {
    word: kind
    for kind, words in {
        "talk": "call conversation phone-call talk talked spoke spoken",
        "meet": "meeting met talks summit session negotiations discussions negotiation conference "
        "conferred encounter deliberations",
        "truce": "truce ceasefire armistice lull pause",
        "strike": "strike walkout stoppage strikes work",
        "outage": "outage blackout",
        "siege": "siege standoff stand-off blockade",
        "speech": "speech address lecture",
        "interview": "interview",
        "hearing": "hearing",
        "flight": "flight",
        "curfew": "curfew",
        "battle": "battle firefight gunfight",
    }.items()
    for word in words.split()
}
"""What goes on for a while, by the words for it. Of people who are held or late each has a time."""

_WHILE: Final = frozenset(("for", "lasted", "lasts", "lasting", "took"))
_TO_COME: Final = re.compile(
    r"\b(?:scheduled|planned|expected|due|set (?:to|for)|will|would|could|may|might|can|"
    r"proposed|suggested|ahead|before|offered)\b"
)
"""What is yet to last: that is held against other such only."""

_UNLIKE: Final = re.compile(
    r"\b(?:every|each|usually|often|sentenced|ago|until|another|further|within|average|typical)\b"
)
"""What lasts so again and again, or is measured from some time."""

BEFORE: Final = 12
BEHIND: Final = 4
NEXT: Final = 5
"""Words before "for an hour", after "40-minute" and before "of an hour", that may tell what went
on."""


_TIMED: Final = re.compile(
    r"\b(?:for|last(?:ed|s|ing)|took|of) .{0,40}(?:minute|hour|day|week)|-(?:minute|hour|day|week)"
)


class Length(NamedTuple):
    """How long something of a class went on; `names`: of the sentence."""

    place: Place
    quantity: Quantity
    kind: str
    names: frozenset[str]


def length_contradictions(
    articles: Mapping[str, Article], stories: Iterable[StoryGroup], nearness: Nearness
) -> Iterator[Contradiction]:
    """Two lengths of one thing, in reports of about one time."""
    told = {name: _lengths(article) for name, article in articles.items()}
    for story in stories:
        by_kind: dict[str, list[Length]] = defaultdict(list)
        for name in story.articles:
            for kind, one in told.get(name, {}).items():
                by_kind[kind].append(one)
        for some in by_kind.values():
            for one, other in combinations(some, 2):
                if _are_of_one(one, other, articles, nearness):
                    yield _contradiction(one, other)


def _contradiction(one: Length, other: Length) -> Contradiction:
    values = f"{one.quantity.value:.12g} time", f"{other.quantity.value:.12g} time"
    return Contradiction(
        "number", one.place, other.place, *values, 0.6, "Reports have one thing last another time"
    )


def _are_of_one(
    one: Length, other: Length, articles: Mapping[str, Article], nearness: Nearness
) -> bool:
    if is_compatible(one.quantity, other.quantity):
        return False
    low, high = sorted((one.quantity.value, other.quantity.value))
    if low <= 0 or high / low > FARTHEST:
        return False
    if articles[one.place.article].hours_apart(articles[other.place.article]) > APART:
        return False
    are_named = len(one.names & other.names) >= SHARED_NAMES
    return are_named or nearness.between(one.place, other.place) >= NEAR


def _lengths(article: Article) -> dict[str, Length]:
    """For each class the length that an article tells, if it tells but one."""
    found: dict[str, list[Length]] = defaultdict(list)
    for block in article.blocks_of("body"):
        if _TIMED.search(article.text, block.start, block.end) is None:
            continue
        for one in quantities_in(article.text, block.start, block.end):
            if one.unit == "time" and (length := _length(article, one)):
                found[length.kind].append(length)
    return {
        kind: some[0]
        for kind, some in found.items()
        if len({one.quantity.value for one in some}) == 1
    }


def _length(article: Article, one: Quantity) -> Length | None:
    text = article.text
    sentence = sentence_at(text, one.span)
    if _UNLIKE.search(text, sentence.start, sentence.end):
        return None
    before = words_in(text, sentence.start, one.start)
    if "-" in one.span.of(text):
        # "a 40-minute call": what went on follows.
        kind = _first(_within_clause(text, words_in(text, one.end, sentence.end))[:BEHIND])
    elif before and before[-1].folded in _WHILE:
        kind = _first(_within_clause(text, before[-BEFORE:][::-1]))
    elif before and before[-1].folded == "of":
        # "a walkout of two days", "a walkout, this time of two days"
        kind = _first(_within_clause(text, before[-NEXT:][::-1]))
    else:
        return None
    if not kind:
        return None
    if _TO_COME.search(text, sentence.start, sentence.end):
        kind += " to come"
    place = Place(article.id, one.start, one.end)
    return Length(place, one, kind, names_in(sentence.of(text)))


def _within_clause(text: str, words: list[Word]) -> list[Word]:
    """Words, from the nearest on, up to the first mark that ends a clause."""
    kept: list[Word] = []
    for word in words:
        if kept:
            near, far = sorted((kept[-1], word))
            if _BREAK.search(text, near.end, far.start):
                break
        kept.append(word)
    return kept


_BREAK: Final = re.compile(r"[.;:!?“”\"()]")


def _first(words: Iterable[Word]) -> str:
    return next((_CLASSES[word.folded] for word in words if word.folded in _CLASSES), "")
