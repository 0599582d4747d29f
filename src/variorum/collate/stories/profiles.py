"""Articles made ready for comparison: copies of one text put together, words weighed by rarity."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import sqrt
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.collate.stories.rows import IN_LEAD, IN_TITLE, MOST_COUNT, ArticleRow
from variorum.collate.stories.scoring import LEADS, TERMS, TITLES
from variorum.collate.stories.words import RAREST, common_words

BACKGROUND: Final = 200
"""Articles of other news that a heap is thought to lie among: in a heap of five reports of one
story its names are in all of them, and yet rare."""

TITLE_FACTOR: Final = 2.0
LEAD_FACTOR: Final = 1.5

Numbers = NDArray[np.int32]
Floats = NDArray[np.floating]


Span = tuple[int, int] | None
"""The first and the last day of publication, as ordinals; None if unknown."""


class Weights(NamedTuple):
    """A sparse vector of length one: places in ascending order, and their weights."""

    places: Numbers
    weights: Floats


class Profile(NamedTuple):
    """One text, in however many articles it was printed.

    - `key`: the least id of its articles; `articles`: those ids, in order;
    - `terms`, `entities`: over the heap's vocabularies, of length one;
    - `words`: the terms, behind them those of the title and then those of the lead, each over the
      vocabulary of terms and weighed so that products of two texts are what likeness counts;
    - `span`: when it was published.
    """

    key: str
    articles: tuple[str, ...]
    terms: Weights
    entities: Weights
    words: Weights
    span: Span


WORD_PLACES: Final = 3
"""How often `Profile.words` has the vocabulary of terms."""


class Heap(NamedTuple):
    """All texts, in order of their keys, and what the places of their vectors stand for.

    `rarity`: of each term, as it weighs; `names`: of each entity.
    """

    profiles: list[Profile]
    terms: list[str]
    names: list[str]
    term_rarity: Floats
    entity_rarity: Floats


def profiles_of(
    rows: Iterable[ArticleRow], joined: Mapping[str, str], roots: Mapping[str, frozenset[str]]
) -> Heap:
    """The texts of a heap; copies of one text count once, as the mean of what they print.

    `joined` and `roots` as in `join_stories`.
    """
    texts = _texts(rows, roots)
    named = [[_entities(row, joined) for row in text] for text in texts]
    names = _names_of(texts, joined)
    terms = _rarities((row.terms.split(" ") for row in text) for text in texts)
    entities = _rarities(((one for one in row) for row in text) for text in named)
    term_rarity = _weigh(
        terms, {term: common_words().get(term, RAREST) for term in terms}, len(texts)
    )
    entity_rarity = _weigh(entities, dict.fromkeys(entities, RAREST), len(texts))
    term_place = {term: place for place, term in enumerate(terms)}
    entity_place = {one: place for place, one in enumerate(entities)}
    every = iter(_term_weights([row for text in texts for row in text], term_place, term_rarity))
    weighed = [[next(every) for _ in text] for text in texts]
    profiles = [
        Profile(
            key=text[0].article,
            articles=tuple(row.article for row in text),
            terms=_mean([one.all for one in its_words]),
            entities=_mean([_weights_of(one, entity_place, entity_rarity) for one in its_names]),
            words=_stacked(its_words, len(terms)),
            span=_span(text),
        )
        for text, its_words, its_names in zip(texts, weighed, named, strict=True)
    ]
    return Heap(profiles, list(terms), [names[one] for one in entities], term_rarity, entity_rarity)


def _texts(
    rows: Iterable[ArticleRow], roots: Mapping[str, frozenset[str]]
) -> list[list[ArticleRow]]:
    """The rows of each text, in order of their articles; an article of several roots is its own."""
    by_root: dict[str, list[ArticleRow]] = defaultdict(list)
    for row in rows:
        tops = roots.get(row.article, frozenset())
        by_root[next(iter(tops)) if len(tops) == 1 else row.article].append(row)
    texts = [sorted(text, key=lambda row: row.article) for text in by_root.values()]
    return sorted(texts, key=lambda text: text[0].article)


def _entities(row: ArticleRow, joined: Mapping[str, str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in row.entities:
        counts[joined.get(one.id, one.id)] += one.mentions
    return counts


def _names_of(texts: Iterable[Iterable[ArticleRow]], joined: Mapping[str, str]) -> dict[str, str]:
    """A name for each of the record's entities: the longest that an article gives it."""
    names: dict[str, str] = {}
    for text in texts:
        for row in text:
            for one in row.entities:
                key = joined.get(one.id, one.id)
                names[key] = max(names.get(key, ""), one.name, key=lambda name: (len(name), name))
    return names


def _rarities(texts: Iterable[Iterable[Iterable[str]]]) -> dict[str, int]:
    """In how many texts each thing stands, in order of the alphabet."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({one for row in text for one in row})
    return dict(sorted(counts.items()))


def _weigh(counts: Mapping[str, int], shares: Mapping[str, float], texts: int) -> Floats:
    """Inverse document frequency, the heap lying among `BACKGROUND` articles of other news."""
    found = np.array([counts[one] + BACKGROUND * shares[one] for one in counts], dtype=np.float64)
    rarity = np.log((texts + BACKGROUND) / np.maximum(found, 1.0))
    return np.maximum(rarity, 0.0).astype(np.float32)


class _Words(NamedTuple):
    """The terms of an article, those of its title and those of its lead, each of length one."""

    all: Weights
    title: Weights
    lead: Weights


def _term_weights(
    rows: Sequence[ArticleRow], places: Mapping[str, int], rarity: Floats
) -> Iterator[_Words]:
    """What the terms of each article weigh; of all at once, which is faster than one by one."""
    terms = [row.terms.split(" ") for row in rows]
    where = np.fromiter(map(places.__getitem__, chain.from_iterable(terms)), np.int32)
    uses = np.frombuffer(b"".join(row.uses for row in rows), dtype=np.uint8)
    own = np.repeat(np.arange(len(rows)), [len(some) for some in terms])
    counts = 1 + np.log(np.maximum(uses & MOST_COUNT, 1))
    titled, leading = (uses & IN_TITLE) > 0, (uses & IN_LEAD) > 0
    factor = np.where(titled, TITLE_FACTOR, np.where(leading, LEAD_FACTOR, 1.0))
    parts = (
        _units(where, counts * factor * rarity[where], own, len(rows)),
        _units(where[titled], rarity[where[titled]], own[titled], len(rows)),
        _units(where[leading], rarity[where[leading]], own[leading], len(rows)),
    )
    return map(_Words, *parts)


def _units(
    places: Numbers, weights: NDArray[Any], own: NDArray[np.int64], rows: int
) -> Iterator[Weights]:
    """The vectors of rows, each of length one; `own`: the row of each place, in order."""
    squares = np.bincount(own, weights.astype(np.float64) ** 2, rows)
    lengths = np.sqrt(squares)[own]
    scaled = np.divide(weights, lengths, out=np.zeros(len(weights)), where=lengths > 0)
    ends = np.searchsorted(own, np.arange(rows + 1)).tolist()
    scaled = scaled.astype(np.float32)
    return (Weights(places[start:end], scaled[start:end]) for start, end in pairwise(ends))


def _stacked(text: Sequence[_Words], terms: int) -> Weights:
    """All words of a text one behind the other, see `Profile.words`."""
    parts = [
        (_mean([one.all for one in text]), TERMS),
        (_mean([one.title for one in text]), TITLES),
        (_mean([one.lead for one in text]), LEADS),
    ]
    return Weights(
        np.concatenate([part.places + number * terms for number, (part, _) in enumerate(parts)]),
        np.concatenate([part.weights * np.float32(sqrt(count)) for part, count in parts]),
    )


def _weights_of(counts: Mapping[str, int], places: Mapping[str, int], rarity: Floats) -> Weights:
    ordered = sorted(counts)
    where = np.array([places[one] for one in ordered], dtype=np.int32)
    found = 1 + np.log(np.array([counts[one] for one in ordered], dtype=np.float64))
    return _unit(where, found * rarity[where])


def _unit(places: Numbers, weights: NDArray[Any]) -> Weights:
    length = float(np.sqrt((weights.astype(np.float64) ** 2).sum()))
    scaled = weights / length if length > 0 else np.zeros_like(weights)
    return Weights(places, scaled.astype(np.float32))


def total(vectors: Sequence[Weights]) -> Weights:
    """The sum of some vectors."""
    if len(vectors) == 1:
        return vectors[0]
    places = np.concatenate([one.places for one in vectors])
    found, where = np.unique(places, return_inverse=True)
    weights = np.concatenate([one.weights for one in vectors])
    return Weights(
        found.astype(np.int32), np.bincount(where, weights, len(found)).astype(np.float64)
    )


def _mean(vectors: Sequence[Weights]) -> Weights:
    return _unit(*total(vectors)) if len(vectors) > 1 else vectors[0]


def _span(text: Sequence[ArticleRow]) -> Span:
    days = [row.published.days for row in text if row.published]
    if not days:
        return None
    return min(day[0] for day in days).toordinal(), max(day[1] for day in days).toordinal()
