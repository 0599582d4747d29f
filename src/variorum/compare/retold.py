"""Sentences of a text as its rewrite tells them: aligned by meaning and rare words, then compared.

Copies differ by edits, which `differences` judges. A rewrite turns sentences around, cuts them and
sets others between; what one of its sentences makes of the parent's is told by the numbers, days,
conditions and sources that both should have.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from variorum.compare.nearness import Nearness
from variorum.compare.relatives import kin
from variorum.compare.words import folded_words, stem
from variorum.record.article import Article
from variorum.record.lineage import Pair
from variorum.record.reading import Reading
from variorum.record.reuse import Place

LEAST: Final = 0.42
"""Nearness in meaning below which sentences are not held for one, whatever their words."""

SURE: Final = 1.0
"""What nearness and shared words must come to, for two sentences to tell one thing."""

LEAST_SHARE: Final = 0.08
"""The share of a text that must be of the other, for its other sentences to retell it too."""

RETELLING: Final = frozenset(("edited", "partial"))


class Line(NamedTuple):
    """A sentence: its place, its stems, relatives being one, and their weight."""

    place: Place
    stems: frozenset[str]
    weight: float


class Retold(NamedTuple):
    """Two sentences that tell one thing; `nearness` of their meaning, `weight` of shared words."""

    a: Line
    b: Line
    nearness: float
    weight: float

    @property
    def share(self) -> float:
        """How much of the sentence with less to say the other has, from 0 to 1."""
        return self.weight / (min(self.a.weight, self.b.weight) or 1.0)

    @property
    def score(self) -> float:
        """How surely they tell one thing."""
        return self.nearness + self.share + min(self.weight, MOST) / (2 * MOST)


def retold_sentences(
    pairs: Iterable[Pair],
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    nearness: Nearness,
) -> Iterator[Retold]:
    """The sentences of texts made from one another that are each other's nearest."""
    known = [
        one
        for one in pairs
        if are_retold(one)
        and one.a in readings
        and one.b in readings
        and articles[one.a].hours_apart(articles[one.b]) <= APART
    ]
    names = sorted({name for one in known for name in (one.a, one.b)})
    told = {name: lines_of(readings[name], articles[name].text) for name in names}
    rarity = rarity_of(line.stems for lines in told.values() for line in lines)
    lines = {name: weighed(some, rarity) for name, some in told.items()}
    for one in known:
        yield from _nearest(lines[one.a], lines[one.b], nearness, rarity)


def are_retold(pair: Pair) -> bool:
    """Whether the sentences of one article may be retold in the other, made from it."""
    return pair.relation in RETELLING and max(pair.share_a, pair.share_b) >= LEAST_SHARE


APART: Final = 10 * 24.0
"""Hours between two publications beyond which a sentence like another tells what is new."""


def lines_of(reading: Reading, text: str) -> list[Line]:
    """The sentences of an article; what they weigh depends on those of others (`weighed`)."""
    return [
        Line(Place(reading.article, span.start, span.end), _stems_of(span.of(text)), 0.0)
        for span in reading.sentences
    ]


def _stems_of(words: str) -> frozenset[str]:
    return frozenset(kin(stem(word)) for word in folded_words(words) if word not in _EMPTY)


def rarity_of(stems: Iterable[frozenset[str]]) -> dict[str, float]:
    """Of words, from 0 for that of every sentence to 1 for that of a single one."""
    sentences = set(stems)
    counts = Counter(word for one in sentences for word in one)
    most = math.log(1 + len(sentences)) or 1.0
    return {word: math.log((1 + len(sentences)) / count) / most for word, count in counts.items()}


def weighed(lines: Iterable[Line], rarity: Mapping[str, float]) -> list[Line]:
    """The sentences with what their words weigh."""
    return [line._replace(weight=weight_of(line.stems, rarity)) for line in lines]


def weight_of(words: Iterable[str], rarity: Mapping[str, float]) -> float:
    """What words weigh together."""
    return math.fsum(rarity[word] for word in words)


def _nearest(
    one: Sequence[Line], other: Sequence[Line], nearness: Nearness, rarity: Mapping[str, float]
) -> Iterator[Retold]:
    """Pairs of sentences of which each is the other's best."""
    if not (one and other):
        return
    articles = one[0].place.article, other[0].place.article
    found: dict[tuple[int, int], Retold] = {}
    for row, column, meant in nearness.pairs(*articles, LEAST):
        a, b = one[row], other[column]
        if shared := a.stems & b.stems:
            pair = Retold(a, b, meant, weight_of(shared, rarity))
            if pair.score >= SURE:
                found[row, column] = pair
    best_of_row, best_of_column = _best(found, 0), _best(found, 1)
    for (row, column), pair in sorted(found.items()):
        if best_of_row[row] == column and best_of_column[column] == row:
            yield pair


MOST: Final = 4.0
"""The weight of shared words beyond which more of them tell no more."""


def _best(found: Mapping[tuple[int, int], Retold], side: int) -> dict[int, int]:
    """For each sentence of a side the other's with the highest score, the first of equals."""
    best: dict[int, tuple[float, int]] = {}
    for key, pair in sorted(found.items()):
        if key[side] not in best or pair.score > best[key[side]][0]:
            best[key[side]] = pair.score, key[1 - side]
    return {number: other for number, (_, other) in best.items()}


_EMPTY: Final = frozenset(
    "the a an and or but of in on at to for from by with as that which who whom it its he his she "
    "her they their them is are was were be been being has have had do does did will would shall "
    "should can could may might this these those there than then so also said say says told".split()
)
