"""What brought a thing about, as two sentences tell it that else say the same.

- By the words for hazards and faults, put into classes: the one has "locusts" and its whole text no
  "drought", the other "drought" and no "locusts".
  So also where both tell why, in words that have little in common.
- By the clause behind "because of", "caused by" or, of a mishap, "after", where what comes before
  is the same and the clauses have no word in common.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import combinations
from typing import Final

from variorum.compare.conflicts import Contradiction
from variorum.compare.halves import Half, half_of
from variorum.compare.nearness import Nearness
from variorum.compare.polarity import GRAMMAR
from variorum.compare.relatives import kin
from variorum.compare.retold import Retold, lines_of
from variorum.compare.words import folded_words, is_in_marks, stem
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.story import StoryGroup

NEAR: Final = 0.6
"""Nearness in meaning that two sentences must have."""

_CLASSES: Final = (
    "drought", "locusts? pests? beetles? caterpillars?", "frost cold-snap freeze",
    "heat heatwave heat-wave", "flood flooding floods floodwater high-water",
    "storm gale gales hurricane cyclone typhoon tornado squall winds?", "hail hailstorm",
    "lightning", "fog mist", "ice snow blizzard avalanche", "landslide mudslide rockslide landslip",
    "earthquake quake tremor", "tsunami", "blight fungus mildew mould mold rust", "virus bacteria "
    "bacterium infection", "poison poisoning toxin", "arson arsonist arsonists",
    "short-circuit wiring electrical-fault overload overheating", "gas-leak leak leaking gas",
    "engine-failure engine-trouble engine-fault", "brakes? brake-failure", "tyres? tires?",
    "weld seam crack corrosion metal-fatigue", "rock reef sandbank iceberg shoal",
    "bird birds bird-strike", "bomb explosives? mine landmine grenade", "missile shell "
    "shelling", "drone drones", "sabotage saboteurs?", "suicide", "heart-attack stroke",
    "negligence carelessness", "human-error pilot-error mistake error", "speeding speed",
    "alcohol drink drunk drunken", "software computer-fault bug glitch", "hackers? cyberattack "
    "cyber-attack malware", "walkout walkouts", "shortage shortages", "cigarette cigarettes match",
    "candle candles", "fireworks flare flares", "chemicals? acid chlorine ammonia",
)  # fmt: skip
_CLASS_OF: Final = tuple(
    re.compile(
        rf"\b(?:{'|'.join(one.replace('-', '[- ]') for one in words.split())})\b", re.IGNORECASE
    )
    for words in _CLASSES
)
_ANY: Final = re.compile("|".join(words.pattern for words in _CLASS_OF), re.IGNORECASE)
_BROUGHT: Final = re.compile(
    r"\b(?:because|due to|owing to|caus\w+|blam\w+|lost|los\w+|trigger\w+|spark\w+|set off|after|"
    r"when|result\w*|from|led to|destroy\w*|ruin\w*|kill\w*|damag\w+|sank|sunk|crash\w*|hit by|"
    r"struck|failed|burst|started|began|broke out|brought down|traced to|put down to|attributed|"
    r"by an?|died of)\b",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"\b(?P<cue>because of|because|due to|owing to|as a result of|caused by|blamed on|triggered by|"
    r"sparked by|set off by|brought about by|traced to|put down to|attributed to|after)\s+"
    r"(?P<cause>[^,.;:“”\"]{6,90})"
)
_MISHAP: Final = re.compile(
    r"\b(?:crash\w*|sank|sunk|sink\w*|derail\w*|explo\w+|fire|blaze|burn\w*|leak\w*|spill\w*|"
    r"collaps\w*|fell|burst|overturn\w*|capsiz\w*|blackout|outage|power cut|ran aground|"
    r"broke down|caught fire|came off|died|killed|injured|poison\w*|flood\w*|"
    r"overran|swerv\w*|stalled|went dark|failed)\b",
    re.IGNORECASE,
)
_NO_CAUSE: Final = re.compile(
    r"^(?:the |an? )?(?:\w+ )?(?:days?|hours?|weeks?|months?|years?|minutes?)\b"
)


def cause_contradictions(
    told: Iterable[Retold],
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    stories: Iterable[StoryGroup],
    nearness: Nearness,
) -> Iterator[Contradiction]:
    """Two causes of one thing, in sentences that else tell the same, or that tell why."""

    @cache
    def has(article: str, hazard: int) -> bool:
        return _CLASS_OF[hazard].search(articles[article].text) is not None

    known = list(told)
    pairs = {(one.a.place, one.b.place): one for one in known}
    for story in stories:
        for one in _explained(story.articles, readings, articles, nearness):
            pairs.setdefault((one.a.place, one.b.place), one)
    for _, one in sorted(pairs.items(), key=lambda item: item[0]):
        is_explained = one.weight < 0
        if one.nearness < (NEAR_IF_EXPLAINED if is_explained else NEAR):
            continue
        a, b = (half_of(line, readings, articles) for line in (one.a, one.b))
        hazards = [
            _only(half, partial(has, other.line.place.article)) for half, other in ((a, b), (b, a))
        ]
        if hazards[0] and hazards[1]:
            yield _contradiction(a, b, hazards[0], hazards[1])
        elif not is_explained and (causes := _clauses_apart(a, b)):
            yield _contradiction(a, b, *causes)


def _explained(
    names: Iterable[str],
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    nearness: Nearness,
) -> Iterator[Retold]:
    """Pairs of sentences of a story that tell why a thing happened, whatever their other words."""
    lines = [
        line
        for name in sorted(names)
        if name in readings and name in articles
        for line in lines_of(readings[name], articles[name].text)
        if _WHY.search(line.place.span.of(articles[name].text))
        and _ANY.search(line.place.span.of(articles[name].text))
    ]
    if len(lines) > MOST:
        return
    for one, other in combinations(lines, 2):
        a, b = one.place.article, other.place.article
        if a != b and articles[a].hours_apart(articles[b]) <= APART:
            yield Retold(one, other, nearness.between(one.place, other.place), UNWEIGHED)


NEAR_IF_EXPLAINED: Final = 0.45
"""The same where both tell why, and nothing else is known to be alike."""

UNWEIGHED: Final = -1.0
MOST: Final = 60
"""Sentences that tell why in one story, beyond which they are of ever so many things."""

APART: Final = 3 * 24.0
"""Hours between two publications beyond which another thing may be meant."""

_WHY: Final = re.compile(
    r"\b(?:because|due to|owing to|caus\w+|blam\w+|trigger\w+|spark\w+|set off|result of|led to|"
    r"brought down|traced to|put down to|attribut\w+|investigat\w+|fault\w*|sent|started (?:by|"
    r"when)|"
    r"began (?:with|when)|failed|sabotag\w*|thanks to|died of|killed by|destroyed by)\b",
    re.IGNORECASE,
)


def _contradiction(a: Half, b: Half, one: re.Match[str], other: re.Match[str]) -> Contradiction:
    """Two causes, each as a match in its sentence."""
    places = [
        half.place(half.span.start + start, half.span.start + end)
        for half, found in ((a, one), (b, other))
        for start, end in (found.span(found.lastindex or 0),)
    ]
    values = [found[found.lastindex or 0].casefold() for found in (one, other)]
    return Contradiction(
        "status", places[0], places[1], values[0], values[1], 0.6,
        "Retellings of the sentence give another cause", joined_as="cause",
    )  # fmt: skip


def _only(half: Half, is_elsewhere: Callable[[int], bool]) -> re.Match[str] | None:
    """The only hazard of a sentence, if it tells of what one did, and the other text has it not."""
    if _ANY.search(half.words) is None or _BROUGHT.search(half.words) is None:
        return None
    found = {at: one for at, words in enumerate(_CLASS_OF) if (one := words.search(half.words))}
    own = [one for at, one in found.items() if _is_cause(half.words, one) and not is_elsewhere(at)]
    if len(own) != 1 or is_in_marks(half.text, half.span.start + own[0].start()):
        return None
    return own[0]


def _is_cause(words: str, found: re.Match[str]) -> bool:
    """Whether close to a hazard it is told that something came of it."""
    around = words[max(0, found.start() - CLOSE) : found.end() + CLOSE]
    return _BROUGHT.search(around) is not None


CLOSE: Final = 40
"""Characters on either side of a hazard in which its doing is told."""


def _clauses_apart(a: Half, b: Half) -> tuple[re.Match[str], re.Match[str]] | None:
    """The clauses that tell why, if what is told is the same and the reasons are not."""
    found = [_BEHIND.search(half.words) for half in (a, b)]
    if found[0] is None or found[1] is None:
        return None
    heads = [
        _stems(half.words[: one.start()]) for half, one in zip((a, b), found, strict=True) if one
    ]
    shared = heads[0] & heads[1]
    if len(shared) < FEWEST or len(shared) < ALIKE * min(map(len, heads)):
        return None
    causes = [_stems(one["cause"]) for one in found if one]
    if not all(causes) or not causes[0].isdisjoint(causes[1]):
        return None
    for half, one, other in ((a, found[0], causes[1]), (b, found[1], causes[0])):
        is_after = one["cue"] == "after"
        if is_after and (
            not _MISHAP.search(half.words[: one.start()]) or _NO_CAUSE.match(one["cause"])
        ):
            return None
        if not other.isdisjoint(_stems(half.words)):
            return None
    return found[0], found[1]


def _stems(words: str) -> frozenset[str]:
    return frozenset(kin(stem(word)) for word in folded_words(words)) - GRAMMAR - _EMPTY


_EMPTY: Final = frozenset("in on at of by from its his her their which who and or with for".split())

FEWEST: Final = 2
ALIKE: Final = 0.5
"""Words of what is told that both must have, at least, and their share."""
