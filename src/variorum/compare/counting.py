"""Different numbers of one thing in reports that tell it in their own words.

Two tallies of one family are held together by the words that both sentences have: the rarer in the
numbers of the story, and the nearer to the number, the more they tell.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from variorum.compare.aligned import UNALIGNED, Aligned
from variorum.compare.conflicts import Contradiction
from variorum.compare.fates import RISING
from variorum.compare.nearness import UNLIKE, UNREAD, Nearness
from variorum.compare.quantities import Quantity, is_compatible, quantities_in
from variorum.compare.relatives import kin
from variorum.compare.tallies import SUM, Tally
from variorum.compare.words import sentence_at, stem
from variorum.record.article import Article
from variorum.record.reuse import Place
from variorum.record.story import StoryGroup

MOST_HOLDERS: Final = 40
"""A word in more tallies of one family than this brings none of them together."""

APART: Final = 3.0
"""How many times as large one number may be; beyond that they are of two things."""

FAR_APART: Final = 20.0
SURE_OF_THING: Final = 1.6
"""The same where the score is higher, for parties to a war count very differently; and how high."""

FAR: Final = 0.5
"""What a shared word counts that is not near both numbers."""

ALONE: Final = 0.6
"""What it counts that both articles give no other number of what befell people."""

SELDOM: Final = 0.35
"""What it counts besides that a story has hardly any numbers of what befell them; and how many."""

FEW: Final = 4

RARE_NOUN: Final = 0.7
"""What it counts that hardly any other number of the story is of the same noun."""

SWAPPED: Final = 0.5
"""What it counts that one number has the digits of the other in another order: 48 and 84."""

LEAST_FATE: Final = 0.9
LEAST_THING: Final = 1.0
LEAST_NOUN: Final = 2.2
LEAST_MONEY: Final = 1.6
LEAST_SHARE: Final = 1.2
"""Scores from which two tallies are of one thing: of what befell people, of things, of other nouns,
of money, of shares and times. Set on three stories written for it, the Helsinki pages and 2,000
articles of AllSides."""

LARGE: Final = 100
LEAST_LARGE: Final = 1.2
"""What neither number is under, where "three" and "five" may be of anything; and the score then."""

MEANT: Final = 1.5
"""What it counts that the sentences are nearer in meaning than others, times how much. Not for
money and shares, of which sentences on one topic have many."""

NEAREST: Final = 0.4
"""What it counts that the two sentences are each other's nearest of two articles. Not for lengths
of time."""

LIKE: Final = 2.0
"""How many times as large one of two numbers may be in such sentences, where others are beside."""

SURE: Final = 2.0
"""A score from which an article may give other numbers of the noun beside."""

SHARED_NAMES: Final = 2
"""Names that amounts of money must share: whose it is, and for what."""

MONTH: Final = 31 * 24.0
"""Hours between two publications beyond which a story's numbers are told anew."""


Tallies = Mapping[str, Sequence[Tally]]
"""The tallies of each article."""


def tally_contradictions(
    tallies: Tallies,
    articles: Mapping[str, Article],
    stories: Iterable[StoryGroup],
    nearness: Nearness = UNREAD,
    aligned: Aligned = UNALIGNED,
) -> Iterator[Contradiction]:
    """Numbers of one family, in one story, that share rare words and cannot both be true.

    `aligned`: sentences by which two articles tell one thing.
    """
    for story in stories:
        told = {name: tallies.get(name, ()) for name in story.articles}
        yield from _in_story(told, articles, nearness, aligned)


def _in_story(
    told: Tallies, articles: Mapping[str, Article], nearness: Nearness, aligned: Aligned
) -> Iterator[Contradiction]:
    distinct = _without_copies(one for some in told.values() for one in some)
    rarity = _rarity(distinct)
    alone = _alone(told)
    few = _few(distinct)
    for one, other in _candidates(distinct, few):
        if is_compatible(one.quantity, other.quantity) or not _are_alike(one, other):
            continue
        score = _score(one, other, rarity)
        if not (one.is_money or one.is_measured) and score >= _least(one, other) - MEANT - NEAREST:
            near = nearness.between(one.places[0], other.places[0])
            score += MEANT * max(0.0, near - UNLIKE)
        if _times(one, other) > (FAR_APART if score >= SURE_OF_THING else APART):
            continue
        for a, b in _places(one, other, articles):
            are_alone = alone.issuperset(_ends(a, one, b, other))
            is_nearest = one.family != "time" and (a, b) in aligned
            is_like = is_nearest and _times(one, other) <= LIKE
            # Sentences on one bill give many amounts: the words must tell by themselves.
            is_told = (is_like and score >= LEAST_MONEY) or _are_named_alike(one, other)
            if one.is_money and not is_told:
                continue
            if not (are_alone or one.fate or one.is_money or is_like or score >= SURE):
                continue
            sure = score
            if are_alone and one.fate:
                sure += ALONE + (SELDOM if one.family in few else 0.0)
            sure += NEAREST * is_nearest
            if sure >= _least(one, other) and not _gives_both(a, b, one, other, articles):
                yield _contradiction(a, b, one, other, sure, articles)


def _gives_both(
    a: Place, b: Place, one: Tally, other: Tally, articles: Mapping[str, Article]
) -> bool:
    """Whether one sentence has the other's number too: "80 per cent, up from 65"."""
    return any(
        number.value == told.quantity.value
        for place, told in ((a, other), (b, one))
        for number in _numbers_beside(place, articles[place.article].text)
    )


def _numbers_beside(place: Place, text: str) -> list[Quantity]:
    sentence = sentence_at(text, place.span)
    return quantities_in(text, sentence.start, sentence.end)


def _ends(a: Place, one: Tally, b: Place, other: Tally) -> set[tuple[str, str, float]]:
    return {
        (a.article, one.family, one.quantity.value),
        (b.article, other.family, other.quantity.value),
    }


def _without_copies(told: Iterable[Tally]) -> list[Tally]:
    """The tallies of one sentence as one, with all places."""
    copies: dict[tuple[str, str, float], list[Tally]] = defaultdict(list)
    for one in told:
        copies[one.sentence, one.family, one.quantity.value].append(one)
    return [
        group[0]._replace(places=tuple(place for one in group for place in one.places))
        for group in copies.values()
    ]


def _rarity(told: Sequence[Tally]) -> dict[str, float]:
    """Of words and families, from 0 for that of every tally to 1 for that of a single one."""
    counts = Counter(word for one in told for word in {*one.stems, one.family})
    most = math.log(1 + len(told)) or 1.0
    return {word: math.log((1 + len(told)) / count) / most for word, count in counts.items()}


def _alone(told: Tallies) -> frozenset[tuple[str, str, float]]:
    """Articles with families and numbers, of which they give no other that is about as large.

    Who tells of the 90,000 dead of a war may tell of six who were killed today.
    """
    values: dict[tuple[str, str], set[float]] = defaultdict(set)
    for article, tallies in told.items():
        for one in tallies:
            values[article, one.family].add(one.quantity.value)
    return frozenset(
        (*key, value)
        for key, found in values.items()
        for value in found
        if not any(other != value and _ratio(value, other) <= FAR_APART for other in found)
    )


def _ratio(one: float, other: float) -> float:
    low, high = sorted((one, other))
    return high / low if low > 0 else math.inf


def _few(told: Sequence[Tally]) -> frozenset[str]:
    """What befell people of whom a story gives few numbers."""
    counts = Counter(one.family for one in told if one.fate)
    return frozenset(family for family, count in counts.items() if count <= FEW)


def _candidates(told: Sequence[Tally], few: frozenset[str]) -> Iterator[tuple[Tally, Tally]]:
    """Pairs of one family that share a word that few of it have."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        for word in one.stems:
            holders[one.family, word].append(index)
        # Few enough to do without shared words.
        if one.fate and (one.quantity.value >= SUM or one.family in few):
            holders[one.family, "@sum"].append(index)
    pairs = {
        pair
        for indices in holders.values()
        if 1 < len(indices) <= MOST_HOLDERS
        for pair in combinations(indices, 2)
    }
    return ((told[one], told[other]) for one, other in sorted(pairs))


def _are_alike(one: Tally, other: Tally) -> bool:
    """Whether the numbers are not told of other weekdays, places or names."""
    if one.weekdays and other.weekdays and one.weekdays.isdisjoint(other.weekdays):
        return False
    if one.venues and other.venues and one.venues.isdisjoint(other.venues):
        return False
    is_pronoun = min(one.quantity.value, other.quantity.value) <= 1 and not one.is_measured
    if one.scopes != other.scopes or is_pronoun:
        return False
    # How long who did what: names alone do not tell what.
    return one.family != "time" or bool((one.stems & other.stems) - one.names - other.names)


def _are_named_alike(one: Tally, other: Tally) -> bool:
    """Whether it is told by names whose an amount of money is, and for what."""
    return len(one.names & other.names) >= SHARED_NAMES


def _times(one: Tally, other: Tally) -> float:
    """How many times as large the larger number is."""
    return _ratio(one.quantity.value, other.quantity.value)


def _score(one: Tally, other: Tally, rarity: Mapping[str, float]) -> float:
    near = one.near & other.near
    words = sum(
        sorted(rarity[word] * (1.0 if word in near else FAR) for word in one.stems & other.stems)
    )
    noun = 0.0 if one.fate or one.is_money or one.is_measured else RARE_NOUN * rarity[one.family]
    return words + noun + SWAPPED * _are_swapped(one, other)


def _are_swapped(one: Tally, other: Tally) -> bool:
    digits = [f"{side.quantity.value:.12g}" for side in (one, other)]
    bare = [side.rstrip("0") for side in digits]
    return len(bare[0]) > 1 and (
        sorted(bare[0]) == sorted(bare[1]) or sorted(digits[0]) == sorted(digits[1])
    )


def _least(one: Tally, other: Tally) -> float:
    if one.fate:
        return LEAST_FATE
    if one.is_money:
        return LEAST_MONEY
    if one.is_measured:
        return LEAST_SHARE
    if one.is_thing:
        return LEAST_THING
    is_large = min(one.quantity.value, other.quantity.value) >= LARGE
    return LEAST_LARGE if is_large else LEAST_NOUN


def _places(
    one: Tally, other: Tally, articles: Mapping[str, Article]
) -> Iterator[tuple[Place, Place]]:
    """Places in two articles that were not published long after each other.

    Each with the other's first: what very many articles copy grows with them, not their square.
    """
    pairs = [(a, other.places[0]) for a in one.places]
    pairs += [(one.places[0], b) for b in other.places[1:]]
    for a, b in pairs:
        if a.article != b.article and articles[a.article].hours_apart(articles[b.article]) <= MONTH:
            yield a, b


def _contradiction(
    a: Place, b: Place, one: Tally, other: Tally, score: float, articles: Mapping[str, Article]
) -> Contradiction:
    shared = ", ".join(sorted(one.stems & other.stems)) or "a sum of about that size"
    return Contradiction(
        "number", a, b, one.value, other.value, round(min(0.8, 0.3 + score / 10), 3),
        f"Another number of the same, by the words around it: {shared}",
        is_update=_has_risen(a, b, one, other, articles),
    )  # fmt: skip


def _has_risen(
    a: Place, b: Place, one: Tally, other: Tally, articles: Mapping[str, Article]
) -> bool:
    """Whether the later report has the higher number of what is counted anew while it goes on."""
    if one.fate not in RISING:
        return False
    first, second = articles[a.article].published, articles[b.article].published
    if first is None or second is None:
        return False
    if second.surely_before(first):
        one, other = other, one
    elif not first.surely_before(second):
        return False
    return one.fate == "missing" or other.quantity.value > one.quantity.value


def promise_contradictions(
    tallies: Tallies, articles: Mapping[str, Article], stories: Iterable[StoryGroup]
) -> Iterator[Contradiction]:
    """One sum or number of things that is promised in one article, and given in another."""
    for story in stories:
        held: dict[tuple[float, str], list[Tally]] = defaultdict(list)
        for name in story.articles:
            for one in tallies.get(name, ()):
                if one.is_money or one.is_thing:
                    held[one.quantity.value, one.family].append(one)
        for alike in held.values():
            promised = [one for one in alike if one.near & _PROMISED and not one.near & _GIVEN]
            given = [one for one in alike if one.near & _GIVEN and not one.near & _PROMISED]
            for one in promised[:MOST_HOLDERS]:
                for other in given[:MOST_HOLDERS]:
                    yield from _promise(one, other, articles)


def _promise(one: Tally, other: Tally, articles: Mapping[str, Article]) -> Iterator[Contradiction]:
    if not (one.names & other.names & one.near & other.near) - one.weekdays:
        return
    for a, b in _places(one, other, articles):
        told, done = articles[a.article].published, articles[b.article].published
        yield Contradiction(
            "status", a, b, "promised", "given", 0.5, "Promised on one side, given on the other",
            is_update=bool(told and done and told.surely_before(done)), joined_as="promise",
        )  # fmt: skip


_PROMISED: Final = frozenset(map(stem, "promised pledged offered plans will vowed".split()))
_GIVEN: Final = frozenset(
    kin(stem(word)) for word in "gave sent paid delivered donated provided transferred".split()
)
