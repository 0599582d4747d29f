"""What two reports have two people call a thing in the same words, outside quotation marks.

"Mayor Sunniva Bech called it a great day for the city" and "deputy mayor Karl Aune called it a
great day for the city": one of the reports has the wrong name. Between marks, `accounts` tells.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import told_in
from variorum.compare.polarity import GRAMMAR
from variorum.compare.words import folded_words, is_in_marks, stem
from variorum.record.article import Article
from variorum.record.letters import without_marks
from variorum.record.reuse import Place
from variorum.record.story import StoryGroup

APART: Final = 3 * 24.0
"""Hours between two publications beyond which somebody may have said it after another."""

MOST: Final = 60
"""Callings of one story, beyond which they are of ever so many things."""

FEWEST: Final = 3
SHARE: Final = 0.8
"""Words that tell something which both must have, and their share of the shorter."""

_NAME: Final = r"[A-Z][\w’'-]+"
_CALLING: Final = re.compile(
    rf"(?P<who>{_NAME}(?: (?:(?:al|el|de|da|van|von|bin|di|la)[ -])?{_NAME}){{0,3}})"
    r"(?:, (?:[^,.;:]{2,60}),)? (?:had |has |later |also )?(?:called|described|dubbed|branded|"
    r"termed|labell?ed|hailed|denounced|condemned|dismissed|compared|likened|warned|predicted|promised|"
    r"vowed|admitted|urged) (?P<what>[^.;:“”\"]{12,140})"
)
_NOBODY: Final = frozenset(
    "he she it they we i this that monday tuesday wednesday thursday friday saturday sunday "
    "critics opponents supporters officials police".split()
)
_TITLES: Final = frozenset(
    "mr mrs ms dr prime minister president mayor secretary chancellor king queen prince princess "
    "judge general colonel captain governor senator chief chairman director deputy foreign the "
    "government ministry opposition party union council".split()
)


class Calling(NamedTuple):
    """Who calls something what; `stems`: of the words for it."""

    place: Place
    who: frozenset[str]
    stems: frozenset[str]


def calling_contradictions(
    articles: Mapping[str, Article], stories: Iterable[StoryGroup]
) -> Iterator[Contradiction]:
    """Two who are told to have called a thing the same, in reports of about one time."""
    told = {name: tuple(callings_in(article)) for name, article in articles.items()}
    for story in stories:
        some = told_in(story, told)
        if len(some) > MOST:
            continue
        for one, other in combinations(some, 2):
            if _are_of_one(one, other, articles):
                values = " ".join(sorted(one.who)), " ".join(sorted(other.who))
                yield Contradiction(
                    "attribution", one.place, other.place, *values, 0.55,
                    "The same words are given to different speakers",
                )  # fmt: skip


def _are_of_one(one: Calling, other: Calling, articles: Mapping[str, Article]) -> bool:
    a, b = one.place.article, other.place.article
    if a == b or articles[a].hours_apart(articles[b]) > APART or one.who & other.who:
        return False
    shared = len(one.stems & other.stems)
    return shared >= FEWEST and shared >= SHARE * max(len(one.stems), len(other.stems))


def callings_in(article: Article) -> Iterator[Calling]:
    """Who an article's body has call something by its own words."""
    text = article.text
    for block in article.blocks_of("body"):
        for found in _CALLING.finditer(text, block.start, block.end):
            names = frozenset(without_marks(word) for word in folded_words(found["who"]))
            who = names - _TITLES - _NOBODY
            if not who or is_in_marks(text, found.start()):
                continue
            stems = frozenset(
                stem(word)
                for word in folded_words(found["what"])
                if word not in GRAMMAR and word not in _EMPTY and len(word) > SMALL
            )
            yield Calling(Place(article.id, found.start(), found.end()), who, stems)


SMALL: Final = 2
"""Letters of words that tell nothing by themselves."""

_EMPTY: Final = frozenset(
    "the for and with from that this its his her their but not all any".split()
)
