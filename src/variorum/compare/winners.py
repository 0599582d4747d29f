"""Who got what one only can get, as reports of one story tell it: a prize, a title, a contract.

"The Golden Lantern went to 'The Salt Road'", "Winter Accounts took the Golden Lantern".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import told_in
from variorum.compare.nearness import Nearness
from variorum.compare.polarity import negations
from variorum.compare.words import folded_words, is_in_marks, sentence_at
from variorum.record.article import Article
from variorum.record.letters import without_marks
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

NEAR: Final = 0.35
"""Nearness in meaning that two sentences must have."""

APART: Final = 3 * 24.0
"""Hours between two publications beyond which another prize may be meant."""

MOST: Final = 40
"""Winners told of in one story, beyond which they are of ever so many things."""

_NAME: Final = r"[A-Z][\w’'-]+"
_ENDED: Final = r"(?=[,.;:)]| (?:who|which|and|for|by|in|on|at|with|after|from|as|while)\b|$)"
_WHO: Final = (
    rf"(?P<who>(?:[“\"][^”\"]{{2,60}}[”\"]|(?:the )?{_NAME}(?: (?:of|de|van|al|the|{_NAME}))*))"
)
_WHAT: Final = (
    rf"(?P<what>(?:(?:first |gold |silver |bronze |main |top |grand )?(?:prize|award|medal|title|"
    rf"cup|"
    rf"trophy|contract|tender|presidency|election|seat|championship|final|race|bid|run-off|"
    rf"leadership|mayoralty)|{_NAME}(?: {_NAME})+|{_NAME} (?:Prize|Award|Cup|Medal|Trophy|Lion|"
    rf"Bear|"
    rf"Palm|Open|Shield))(?: (?:of|for|at) (?:the )?{_NAME}(?: {_NAME})*)?)"
)
_PATTERNS: Final = tuple(
    re.compile(words)
    for words in (
        rf"\b[Tt]he {_WHAT}(?: [a-z]+){{0,4}}? (?:went|was given|was awarded|has gone|goes|"
        rf"was handed|"
        rf"itself was given)(?: on [A-Z]\w+day| [a-z]+){{0,3}}? to {_WHO}",
        rf"{_WHO}(?:, [^,.;]{{2,60}},)? (?:has |have |had )?(?:won|wins|took|takes|received|"
        rf"claimed|"
        rf"secured|lifted|landed|clinched|carried off|was awarded|was given) (?:the |"
        rf"this year[’']s )"
        rf"{_WHAT}{_ENDED}",
        rf"\b[Tt]he {_WHAT} (?:was|has been) (?:won|taken|secured|claimed) by {_WHO}",
    )
)
_OPEN: Final = re.compile(
    r"\b(?:if|would|could|might|may|should|hopes?|expected|previous\w*|last (?:year|month|season)|"
    r"former\w*|earlier|will|ago|once|in \d{4})\b|\?"
)


class Win(NamedTuple):
    """Who is told to have got what."""

    place: Place
    what: frozenset[str]
    who: frozenset[str]


def winner_contradictions(
    articles: Mapping[str, Article], stories: Iterable[StoryGroup], nearness: Nearness
) -> Iterator[Contradiction]:
    """Two who are told to have got one thing, in reports of about one time."""
    told = {name: tuple(wins_in(article)) for name, article in articles.items()}
    for story in stories:
        wins = told_in(story, told)
        if len(wins) > MOST:
            continue
        for one, other in combinations(wins, 2):
            if _are_of_one(one, other, articles, nearness):
                values = " ".join(sorted(one.who)), " ".join(sorted(other.who))
                yield Contradiction(
                    "status", one.place, other.place, *values, 0.6,
                    "Reports tell of other winners of one thing", joined_as="winner",
                )  # fmt: skip


def _are_of_one(one: Win, other: Win, articles: Mapping[str, Article], nearness: Nearness) -> bool:
    a, b = one.place.article, other.place.article
    if a == b or articles[a].hours_apart(articles[b]) > APART or one.who & other.who:
        return False
    if not (one.what <= other.what or other.what <= one.what):
        return False
    return nearness.between(one.place, other.place) >= NEAR


def wins_in(article: Article) -> Iterator[Win]:
    """Who an article's body tells to have won or been given something."""
    text = article.text
    for block in article.blocks_of("body"):
        for pattern in _PATTERNS:
            for found in pattern.finditer(text, block.start, block.end):
                sentence = sentence_at(text, Span(found.start("what"), found.end("what")))
                words = sentence.of(text)
                if _OPEN.search(words) or negations(folded_words(words)):
                    continue
                if is_in_marks(text, found.start()):
                    continue
                place = Place(article.id, found.start(), found.end())
                yield Win(place, _folded(found["what"]), _folded(found["who"]))


def _folded(words: str) -> frozenset[str]:
    return frozenset(without_marks(word).removesuffix("'s") for word in folded_words(words)) - {
        "the",
        "of",
        "at",
        "for",
        "a",
    }
