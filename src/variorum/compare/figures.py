"""Different numbers of one thing in texts that were not made from each other.

Sentences are held together by the rare words that they share, or by an event that both tell of.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from variorum.compare.conflicts import Contradiction
from variorum.compare.quantities import Quantity, is_compatible, quantities_in
from variorum.compare.words import folded_words, sentence_at, stem, words_in
from variorum.record.article import Article
from variorum.record.event import Event
from variorum.record.reuse import Place, Reuse
from variorum.record.span import Span
from variorum.record.story import StoryGroup

NEAR: Final = 5
"""Words on either side of a number that tell what it is a number of."""

SHARED_NEAR: Final = 3
"""How many of these two sentences must share."""

LIKENESS: Final = 0.45
"""The share of the weight of a sentence's words that the other must share, either way."""

MOST_SENTENCES: Final = 60
"""A word in more sentences with numbers than this brings none of them together."""

APART: Final = 2.0
"""Days by which two articles may be published apart to be held against each other."""

_EMPTY: Final = frozenset(
    "the a an and or but of in on at to for from by with as that which who it its he his she her "
    "they their is are was were be been has have had do did will would than more about over nearly "
    "some this these those not said say".split()
)


_TOLD_ANEW: Final = {
    "%", *map(stem, ("point", "points", "percentage", "basis", "degrees", "year-old")),
}  # fmt: skip
"""Units of what is measured over and over, and ages, which are of as many people."""


class Figure(NamedTuple):
    """A number with what its sentence says of it; places are those of the same sentence in copies.

    `near`: the stems next to it; `stems`: all of the sentence's.
    """

    places: tuple[Place, ...]
    quantity: Quantity
    near: frozenset[str]
    stems: frozenset[str]


def figure_contradictions(
    articles: Mapping[str, Article], reuses: Iterable[Reuse], stories: Iterable[StoryGroup] = ()
) -> Iterator[Contradiction]:
    """Numbers of one unit in sentences that share their rare words, and cannot both be true.

    Only articles of about one time are held against each other: published within `APART` days, or
    of one story where no date is known. Shares and points, which polls and markets tell anew every
    day, are left.
    """
    figures = _figures(articles)
    weights = _weights(figures)
    together = _stories_of(stories)
    aligned: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for reuse in reuses:
        aligned[reuse.a.article, reuse.b.article].append(reuse)
    for one, other in _candidates(figures):
        if is_compatible(one.quantity, other.quantity):
            continue
        if len(one.near & other.near) < SHARED_NEAR or _likeness(one, other, weights) < LIKENESS:
            continue
        pair = _places(one, other, articles, aligned, together)
        if pair:
            reason = "Sentences that share their rare words give another number"
            yield _contradiction(*pair, one.quantity, other.quantity, reason)


_NONE: Final[frozenset[str]] = frozenset()


def _stories_of(stories: Iterable[StoryGroup]) -> dict[str, frozenset[str]]:
    """For each article the stories that it is in."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for story in stories:
        for article in story.articles:
            found[article] |= {story.id}
    return dict(found)


def _contradiction(
    a: Place, b: Place, one: Quantity, other: Quantity, reason: str, about: str = ""
) -> Contradiction:
    values = (f"{one.value:.12g} {one.unit}", f"{other.value:.12g} {other.unit}")
    return Contradiction("number", a, b, *values, 0.6, reason, about)


def _figures(articles: Mapping[str, Article]) -> list[Figure]:
    """The numbers of all articles whose unit is told; copies of a sentence are one."""
    copies: dict[str, list[tuple[Place, Figure]]] = defaultdict(list)
    for article in articles.values():
        for block in article.blocks_of("body"):
            for quantity in _told_once(article.text, Span(block.start, block.end)):
                if quantity.unit and quantity.unit not in _TOLD_ANEW:
                    place = Place(article.id, quantity.start, quantity.end)
                    words, figure = _figure(article.text, quantity, place)
                    copies[words].append((place, figure))
    found = []
    for group in copies.values():
        places = tuple(place for place, _ in group)
        found.append(group[0][1]._replace(places=places))
    return found


def _told_once(text: str, block: Span) -> Iterator[Quantity]:
    """The numbers of a paragraph that are the only ones of their unit in their sentence."""
    by_sentence: dict[tuple[Span, str], list[Quantity]] = defaultdict(list)
    for quantity in quantities_in(text, block.start, block.end):
        by_sentence[sentence_at(text, quantity.span), quantity.unit].append(quantity)
    return (alike[0] for alike in by_sentence.values() if len(alike) == 1)


def _figure(text: str, quantity: Quantity, place: Place) -> tuple[str, Figure]:
    sentence = sentence_at(text, quantity.span)
    before = words_in(text, sentence.start, quantity.start)
    after = words_in(text, quantity.end, sentence.end)
    near = _stems(word.folded for word in [*before[-NEAR:], *after[:NEAR]])
    stems = _stems(word.folded for word in [*before, *after])
    words = " ".join(folded_words(sentence.of(text))) + f" @{len(before)}"
    return words, Figure((place,), quantity, near | {quantity.unit}, stems)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in _EMPTY and word[0].isalpha())


def _weights(figures: Sequence[Figure]) -> dict[str, float]:
    counts = Counter(word for figure in figures for word in figure.stems)
    return {word: math.log((1 + len(figures)) / count) for word, count in counts.items()}


def _candidates(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of one unit that share a rare word near the number."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, figure in enumerate(figures):
        for word in sorted(figure.near - {figure.quantity.unit}):
            holders[figure.quantity.unit, word].append(index)
    pairs = {
        pair
        for indices in holders.values()
        if len(indices) <= MOST_SENTENCES
        for pair in combinations(indices, 2)
    }
    return ((figures[one], figures[other]) for one, other in sorted(pairs))


def _likeness(one: Figure, other: Figure, weights: Mapping[str, float]) -> float:
    shared = sum(weights[word] for word in one.stems & other.stems)
    most = max(sum(weights[word] for word in side.stems) for side in (one, other))
    return shared / most if most else 0.0


def _places(
    one: Figure,
    other: Figure,
    articles: Mapping[str, Article],
    aligned: Mapping[tuple[str, str], Sequence[Reuse]],
    together: Mapping[str, frozenset[str]],
) -> tuple[Place, Place] | None:
    """The first places in two articles of about one time that share no text."""
    for a in one.places:
        for b in other.places:
            first, second = sorted((a, b))
            if a.article == b.article or any(
                _within(first, reuse.a) and _within(second, reuse.b)
                for reuse in aligned.get((first.article, second.article), ())
            ):
                continue
            if _is_of_one_time(articles[a.article], articles[b.article], together):
                return a, b
    return None


def _within(place: Place, passage: Place) -> bool:
    return passage.start <= place.start and place.end <= passage.end


def _is_of_one_time(one: Article, other: Article, together: Mapping[str, frozenset[str]]) -> bool:
    if together and not together.get(one.id, _NONE) & together.get(other.id, _NONE):
        return False
    if one.published is None or other.published is None:
        return bool(together)
    return abs(one.published.hours_until(other.published)) <= 24 * APART


def duration_contradictions(
    events: Iterable[Event], articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """How long one event lasted, as articles tell it differently."""
    for event in events:
        told: dict[float, tuple[Quantity, Place]] = {}
        for mention in event.mentions:
            text = articles[mention.article].text
            for quantity in _durations(text, Span(mention.start, mention.end)):
                place = Place(mention.article, quantity.start, quantity.end)
                told.setdefault(quantity.value, (quantity, place))
        for (one, a), (other, b) in combinations(told.values(), 2):
            if a.article != b.article and not is_compatible(one, other):
                yield _contradiction(a, b, one, other, "The event lasts another time", event.label)


def _durations(text: str, mention: Span) -> Iterator[Quantity]:
    """How long a mention's sentence says that something lasted.

    "For an hour", "lasted half an hour"; of the mention alone, "a 40-minute call".
    """
    sentence = sentence_at(text, mention)
    words = folded_words(sentence.of(text))
    if not _MEANT.isdisjoint(words):
        return
    spelled = list(_spelled(text, sentence))
    plain = [
        one
        for one in quantities_in(text, sentence.start, sentence.end)
        if one.unit == "time" and not any(one.span.meets(other.span) for other in spelled)
    ]
    for quantity in (*plain, *spelled):
        before = words_in(text, sentence.start, quantity.start)[-1:]
        is_lasting = bool(before) and before[0].folded in _LASTING
        is_right_before = _MODIFYING.fullmatch(text, quantity.end, mention.start) is not None
        if is_lasting or (is_right_before and "-" in quantity.span.of(text)):
            yield quantity


def _spelled(text: str, sentence: Span) -> Iterator[Quantity]:
    """Hours in words that are no number: "half an hour", "a half-hour call"."""
    for one in _HOURS.finditer(text, sentence.start, sentence.end):
        plain = one[0].casefold().replace("-", " ")
        minutes = next(value for words, value in _MINUTES.items() if words in plain)
        yield Quantity(one.start(), one.end(), minutes, "time", "exact")


_MINUTES: Final = {
    "three quarters": 45.0, "quarter": 15.0, "hour and a half": 90.0, "half": 30.0, "hour": 60.0,
}  # fmt: skip
_HOURS: Final = re.compile(
    r"\b(?:three[- ]quarters of an hour|(?:a )?quarter of an hour|an hour and a half"
    r"|half[- ](?:an[- ])?hour(?:-long)?|hour-long)\b",
    re.I,
)
_MODIFYING: Final = re.compile(r"(?:\s+[a-z][\w-]*)?(?:\s+[a-z][\w-]*)?\s+")
"""At most two words between how long something was and the noun for it."""

_MEANT: Final = frozenset("scheduled planned expected due set will".split())
_LASTING: Final = frozenset("for lasted lasts lasting took".split())
