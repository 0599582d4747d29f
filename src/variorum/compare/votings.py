"""How a vote went, as reports of one story tell it: "by six votes to three", "a 5-4 ruling".

Scores are held together where the sentences around them are near in meaning, or name the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import told_in
from variorum.compare.nearness import Nearness
from variorum.compare.quantities import COUNTS
from variorum.compare.relatives import kin
from variorum.compare.words import folded_words, names_in, sentence_at, stem
from variorum.record.article import Article
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

NEAR: Final = 0.55
SHARED: Final = 3
"""Nearness in meaning from which two votes may be one; and words that their sentences share."""

MOST: Final = 40
"""Votes of one story, beyond which they are of ever so many things."""

APART: Final = 7 * 24.0
"""Hours between two publications beyond which another vote may be meant."""

_NUMBER: Final = rf"(?:\d{{1,3}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})"
_VOTE: Final = re.compile(
    rf"\b(?P<ayes>{_NUMBER})(?: votes)?(?: in favou?r)?(?: to |-to-|[-–])(?P<noes>{_NUMBER})\b"
    rf"(?![-–/%\d]|\.\d)",
    re.IGNORECASE,
)
_VOTING: Final = re.compile(
    r"\b(?:[Vv]ot(?:e|es|ed|ing)|[Rr]ul(?:ing|ed)|majority|decision|ballots?|elect(?:ed|ion)|"
    r"re-elected|presidency|chairmanship|leadership|delegates|congress|parliament|council|court|"
    r"jury|panel|acquitted|convicted|cleared)\b"
)
_GAME: Final = re.compile(
    r"\b(?:goals?|scor\w+|game|match|league|season|odds|polls?|percent|years?|ages?|chance|series|"
    r"times|ratio|lead|record)\b|%",
    re.IGNORECASE,
)


class Vote(NamedTuple):
    """A score, the larger number first; `stems` and `names`: of its sentence."""

    place: Place
    score: tuple[int, int]
    stems: frozenset[str]
    names: frozenset[str]


def vote_contradictions(
    articles: Mapping[str, Article], stories: Iterable[StoryGroup], nearness: Nearness
) -> Iterator[Contradiction]:
    """Two scores of one vote, in reports of about one time."""
    told = {name: tuple(votes_in(article)) for name, article in articles.items()}
    for story in stories:
        votes = told_in(story, told)
        if len(votes) > MOST:
            continue
        for one, other in combinations(votes, 2):
            if _are_of_one(one, other, articles, nearness):
                yield Contradiction(
                    "number", one.place, other.place, _told(one), _told(other), 0.6,
                    "Reports tell another score of one vote",
                )  # fmt: skip


def _told(one: Vote) -> str:
    return f"{one.score[0]} to {one.score[1]}"


def _are_of_one(
    one: Vote, other: Vote, articles: Mapping[str, Article], nearness: Nearness
) -> bool:
    a, b = one.place.article, other.place.article
    if one.score == other.score or a == b or articles[a].hours_apart(articles[b]) > APART:
        return False
    if abs(sum(one.score) - sum(other.score)) > max(2, 0.1 * sum(one.score)):
        return False  # Another body, or another question.
    if len(one.stems & other.stems) < SHARED:
        return False
    return nearness.between(one.place, other.place) >= NEAR


def votes_in(article: Article) -> Iterator[Vote]:
    """The scores of votes that an article's body tells."""
    text = article.text
    for block in article.blocks_of("body"):
        if _VOTING.search(text, block.start, block.end) is None:
            continue
        for found in _VOTE.finditer(text, block.start, block.end):
            sentence = sentence_at(text, Span(found.start(), found.end()))
            words = sentence.of(text)
            if not _VOTING.search(words) or _GAME.search(words):
                continue
            ayes, noes = (_value(found[name]) for name in ("ayes", "noes"))
            stems = frozenset(kin(stem(word)) for word in folded_words(words) if len(word) > SMALL)
            place = Place(article.id, found.start(), found.end())
            yield Vote(place, (max(ayes, noes), min(ayes, noes)), stems, names_in(words))


SMALL: Final = 3
"""Letters of words that tell nothing by themselves."""


def _value(word: str) -> int:
    return int(word) if word.isdigit() else int(COUNTS[word.casefold()])
