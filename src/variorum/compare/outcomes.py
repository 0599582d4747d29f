"""What came of a thing, as reports of one story tell it: passed or thrown out, freed or still held.

Each axis has two ends, told by words that cannot both be true of one thing at one time: "approved"
and "rejected", "spared" and "to close". A "not" right before a word turns it round. Two sentences
are held together where they are near in meaning and have words in common close to those.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.axes import AXES, PERSONAL
from variorum.compare.conflicts import Contradiction
from variorum.compare.gathering import alike, found_in, told_in
from variorum.compare.nearness import SAME, Nearness
from variorum.compare.polarity import GRAMMAR, negations
from variorum.compare.relatives import kin
from variorum.compare.sources import REPORTING
from variorum.compare.words import Word, capitalised, is_in_marks, stem, words_in
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.span import Span
from variorum.record.story import StoryGroup

NEAR: Final = 0.5
SHARED: Final = 2
"""Nearness in meaning that two sentences must have, and words in common close to the outcome, of
which one is no name."""

NEARER: Final = 0.6
"""Where they are nearer, one word will do that is no name."""

NEAREST: Final = 0.35
"""Where no sentence of either report is nearer to the other, one word will do from here on."""

APART: Final = 2 * 24.0
"""Hours between two publications beyond which an outcome may have changed."""

WINDOW: Final = 9
"""Words on either side of an outcome among which is told of what it is."""

MOST: Final = 60
"""A word close to more outcomes of an axis in a story than this brings none of them together."""

_PATTERNS: Final = tuple(
    (name, re.compile(rf"\b(?<!-)(?:(?P<yes>{yes})|(?P<no>{no}))\b(?!-)", re.IGNORECASE))
    for name, yes, no in AXES
)
_IN_SMALL: Final = tuple(re.compile(rf"\b(?:{yes}|{no})\b") for _, yes, no in AXES)
_SUPPOSED: Final = frozenset(
    "if whether unless until could might may should can cannot wants want wanted hope hopes hoped "
    "expected urged urges urging asked asks demanded demands called threatened threatens proposed "
    "proposes planned plans before after once since denied denies accused accuses earlier "
    "previously had".split()
)
"""What right before an outcome leaves open whether or when it came."""


class Outcome(NamedTuple):
    """Where it is told which end of an axis; `stems` and `names`: of the words close to it.

    `objects`: the stems of the closest, of which it may be told.
    """

    place: Place
    axis: str
    is_yes: bool
    words: str
    stems: frozenset[str]
    names: frozenset[str]
    objects: frozenset[str]


def outcome_contradictions(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    stories: Iterable[StoryGroup],
    nearness: Nearness,
) -> Iterator[Contradiction]:
    """Two ends of one axis, told of one thing in reports of about one time."""
    told = found_in(articles, readings, outcomes_in)
    for story in stories:
        for some in alike(told_in(story, told), lambda one: one.axis).values():
            for one, other in _sharing(some):
                if _are_of_one(one, other, articles, nearness):
                    yield Contradiction(
                        "status", one.place, other.place, one.words, other.words, 0.55,
                        "Reports tell another outcome of one thing", joined_as=one.axis,
                    )  # fmt: skip


def outcomes_in(article: Article, reading: Reading) -> Iterator[Outcome]:
    """The outcomes that an article tells in sentences that leave nothing open."""
    text = article.text
    for sentence in reading.sentences:
        if text[sentence.end - 1] == "?":
            continue
        for number in _axes_told(sentence.of(text).lower()):
            axis, pattern = _PATTERNS[number]
            found = [*pattern.finditer(text, sentence.start, sentence.end)]
            told = [one for one in (_outcome(article, axis, x, sentence) for x in found) if one]
            if len(told) == len(found) and len({one.is_yes for one in told}) == 1:
                yield from told


@lru_cache(16384)
def _axes_told(words: str) -> tuple[int, ...]:
    """The axes, by number, of which a sentence in small letters may tell: many have it copied."""
    return tuple(number for number, one in enumerate(_IN_SMALL) if one.search(words))


def _outcome(article: Article, axis: str, found: re.Match[str], sentence: Span) -> Outcome | None:
    """What a word says came of it; None if that is left open, or somebody's own words."""
    text = article.text
    before = words_in(text, sentence.start, found.start())[-WINDOW:]
    clause = max(text.rfind(mark, sentence.start, found.start()) for mark in ",;–—")
    head = [word.folded for word in before[-AHEAD:] if word.start > clause]
    if is_in_marks(text, found.start()) or not _SUPPOSED.isdisjoint(head):
        return None
    if head[-1:] == ["to"] and head[-2:-1] not in (["voted"], ["decided"], ["agreed"]):
        return None
    after = words_in(text, found.end(), sentence.end)[:WINDOW]
    near = [*before, *after]
    is_turned = negations(tuple(head[-NEGATED:])) % 2 == 1
    names = frozenset(_stems(capitalised(near, sentence)))
    return Outcome(
        Place(article.id, sentence.start, sentence.end),
        axis,
        (found["yes"] is not None) != is_turned,
        f"not {found[0].casefold()}" if is_turned else found[0].casefold(),
        frozenset(_stems(near)),
        names,
        frozenset([*list(_stems(reversed(before)))[:CLOSE], *list(_stems(after))[:CLOSE]]),
    )


CLOSE: Final = 3
"""Words on either side of an outcome that tell something, of which one must be of both."""

AHEAD: Final = 4
NEGATED: Final = 2
"""Words before an outcome that may leave it open, and turn it round."""


def _stems(words: Iterable[Word]) -> Iterator[str]:
    for word in words:
        one = kin(stem(word.folded))
        if one not in GRAMMAR and word.folded not in _EMPTY and len(one) > 2:
            yield one


_EMPTY: Final = REPORTING | frozenset(
    "and or but of in on at to for from by with as that which who whom whose its his her their "
    "this these those there than then so also after before while when new one two three first "
    "last year week month day monday tuesday wednesday thursday friday saturday sunday not no "
    "never none nobody over into out up down off about more most some all any other others".split()
)


def _sharing(told: Sequence[Outcome]) -> Iterator[tuple[Outcome, Outcome]]:
    """Pairs of the two ends that have a word in common which few have."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for word in one.stems:
            holders[word].append(number)
    pairs = {
        pair
        for numbers in holders.values()
        if len(numbers) <= MOST
        for pair in combinations(numbers, 2)
    }
    for row, column in sorted(pairs):
        if told[row].is_yes != told[column].is_yes:
            yield told[row], told[column]


def _are_of_one(
    one: Outcome, other: Outcome, articles: Mapping[str, Article], nearness: Nearness
) -> bool:
    a, b = one.place.article, other.place.article
    if a == b or articles[a].hours_apart(articles[b]) > APART:
        return False
    shared = one.stems & other.stems
    near = nearness.between(one.place, other.place)
    telling = shared if near >= SAME else one.objects & other.objects
    if one.axis not in PERSONAL:
        telling -= one.names | other.names
    if not telling:
        return False
    if len(shared) >= SHARED and near >= NEAR:
        return True
    return near >= NEARER or (near >= NEAREST and nearness.are_nearest(one.place, other.place))
