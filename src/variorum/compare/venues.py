"""Where a thing was, as reports of one story tell it: in the opera house, or on the castle's stage.

"The men were taken from their hotel" and "they were seized on the road"; "talks in Almira" and
"they will meet in the old parliament in Zsolt". What it is of is told by classes of words; a report
that tells of two places of one class is left, and so is a place that the other report has as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import alike, found_in, told_in, told_once
from variorum.compare.nearness import Nearness
from variorum.compare.words import is_in_marks, last_words, stem
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.story import StoryGroup

NEAR: Final = 0.2
"""Nearness in meaning that two sentences must have."""

APART: Final = 3 * 24.0
"""Hours between two publications beyond which another thing may be meant."""

MOST: Final = 24
"""Places of a class in one story, beyond which they are of ever so many things."""

_CLASSES: Final = {
    stem(word): kind
    for kind, words in {
        "meeting": "meet met meeting talks summit negotiations conference convene convened sit "
        "gather",
        "abduction": "seized kidnapped abducted snatched taken captured",
        "arrest": "arrested detained caught",
        "blast": "blast explosion exploded bomb detonated",
        "fire": "fire blaze broke",
        "crash": "crashed crash collided collision derailed overturned",
        "killing": "shot stabbed murdered body",
        "ceremony": "ceremony closed opened inaugurated festival concert wedding funeral buried",
        "signing": "signed signing",
        "landing": "landed landing touched",
        "birth": "born",
        "speech": "speech speaking addressed",
        "finding": "found discovered recovered",
        "rally": "rally rallied marched march protest demonstration gathered",
    }.items()
    for word in words.split()
}
"""What happens in one place, by the stems of the words for it."""

_KINDS_OF_PLACE: Final = (
    r"hotel|road|street|house|hall|building|square|station|stadium|park|school|church|mosque|"
    r"temple|castle|palace|theatre|theater|opera house|parliament|court(?:house)?|market|airport|"
    r"bridge|tunnel|factory|plant|mine|hospital|university|embassy|"
    r"prison|barracks|forest|beach|garden|cellar|basement|kitchen|roof|car park|"
    r"restaurant|café|cafe|bar|shop|warehouse|depot|yard|stage|arena|library|museum|gallery|"
    r"monastery|villa|farm|barn|hangar|runway|platform|tower|chapel|cathedral|flat|apartment|"
    r"bus stop|checkpoint|quay|pier|chamber|workshop|"
    r"laboratory|canteen|village hall|town hall|city hall"
)
_PLACE: Final = re.compile(
    r"\b(?:in|at|on|from|near|outside|inside|aboard) (?P<place>(?:the|a|an|his|her|its|their|"
    rf"[A-Z][\w’'-]+[’']s) (?:[\w’'-]+ ){{0,3}}?(?P<noun>{_KINDS_OF_PLACE}))\b(?![’'])"
)
_TOWN: Final = re.compile(
    r"\b(?:in|at) (?P<place>(?:the (?:[a-z-]+ ){0,2}(?:town|city|village|resort|port) of )"
    r"(?P<noun>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*))"
)
_OPEN: Final = re.compile(
    r"\b(?:if|whether|unless|could|might|may|not|never|no|last (?:year|month)|ago|then|later|"
    r"earlier|before|after (?:he|she|they|it)|also|another|second|other|different)\b|\?",
    re.IGNORECASE,
)


class Venue(NamedTuple):
    """Where something of a class was; `noun`: the word for the place, or its name."""

    place: Place
    kind: str
    noun: str


def venue_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
    nearness: Nearness,
) -> Iterator[Contradiction]:
    """Two places of one thing, in reports of about one time."""
    told = {
        name: tuple(_alone(some)) for name, some in found_in(articles, readings, venues_in).items()
    }
    for story in stories:
        for some in alike(told_in(story, told), lambda one: one.kind).values():
            for one, other in combinations(some if len(some) <= MOST else (), 2):
                if _are_of_one(one, other, articles, nearness):
                    values = (_text(one, articles), _text(other, articles))
                    yield Contradiction(
                        "status", one.place, other.place, *values, 0.5,
                        "Reports put one thing in another place", joined_as="place",
                    )  # fmt: skip


def _text(one: Venue, articles: Mapping[str, Article]) -> str:
    return one.place.span.of(articles[one.place.article].text)


def _alone(some: Iterable[Venue]) -> Iterator[Venue]:
    """The places of the classes of which an article tells but one."""
    return told_once(some, lambda one: one.kind, lambda one: one.noun)


def _are_of_one(
    one: Venue, other: Venue, articles: Mapping[str, Article], nearness: Nearness
) -> bool:
    a, b = one.place.article, other.place.article
    if a == b or articles[a].hours_apart(articles[b]) > APART:
        return False
    if one.noun == other.noun or one.noun[0].isupper() != other.noun[0].isupper():
        return False
    if _has(articles[b], one.noun) or _has(articles[a], other.noun):
        return False
    return nearness.between(one.place, other.place) >= NEAR


def _has(article: Article, noun: str) -> bool:
    """Whether a report has the word for a place anywhere."""
    return re.search(rf"\b{re.escape(noun)}s?\b", article.text, re.IGNORECASE) is not None


def venues_in(article: Article, reading: Reading) -> Iterator[Venue]:
    """The places of what happened, where a sentence of an article tells but one."""
    text = article.text
    for sentence in reading.sentences:
        words = sentence.of(text)
        if _OPEN.search(words):
            continue
        for pattern in (_PLACE, _TOWN):
            found = list(pattern.finditer(text, sentence.start, sentence.end))
            if len(found) == 1 and not is_in_marks(text, found[0].start()):
                place = Place(article.id, *found[0].span("place"))
                for kind in _kinds_before(text, sentence.start, place.start):
                    yield Venue(place, kind, found[0]["noun"])


def _kinds_before(text: str, start: int, end: int) -> list[str]:
    """What is told to happen right before a place is named."""
    words = last_words(text, start, end, REACH)
    return sorted({_CLASSES[one] for word in words if (one := stem(word.folded)) in _CLASSES})


REACH: Final = 14
"""Words before a place among which it is told what happened there."""
