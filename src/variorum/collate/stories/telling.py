"""What is told of a story: its label, its days, and what holds it together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp
from typing import Final, Protocol

import numpy as np

from variorum.collate.stories.days import whole_of
from variorum.collate.stories.grouping import Group, Scorer
from variorum.collate.stories.profiles import Floats, Heap, Profile, Weights
from variorum.collate.stories.rows import ArticleRow
from variorum.collate.stories.scoring import score
from variorum.collate.stories.words import folded, printed_words
from variorum.record.identity import identify
from variorum.record.story import StoryGroup
from variorum.record.when import When, first_day, last_day

NAMED: Final = 3
"""Names, and words, that are given as reasons."""

MOST: Final = 0.5
"""A name or a word holds a story together if this share of its texts has it."""

SUREST: Final = 0.999
"""Words and days alone never tell for certain."""


def tell(
    heap: Heap, numbers: Sequence[int], rows: Mapping[str, ArticleRow], maker: str
) -> StoryGroup:
    """The story of some texts, by their numbers."""
    profiles = [heap.profiles[number] for number in numbers]
    articles = sorted(article for profile in profiles for article in profile.articles)
    fits = _fits(heap, numbers)
    published = [when for one in articles if (when := rows[one].published)]
    return StoryGroup(
        id=identify("story", articles),
        label=_label(profiles, fits, rows),
        articles=tuple(articles),
        when=whole_of(published),
        confidence=_confidence(fits),
        reasons=tuple(_reasons(heap, profiles, published, rows)),
        maker=maker,
    )


def _fits(heap: Heap, numbers: Sequence[int]) -> list[float]:
    """How well each text fits all the others: the mean log odds; none for a text alone."""
    if len(numbers) < 2:
        return []
    scorer = Scorer(heap)
    whole = Group.of(numbers, heap.profiles)
    single = [Group.of([number], heap.profiles) for number in numbers]
    with_all = scorer.against(whole, single)
    with_itself = [scorer.against(one, [one])[0] for one in single]
    return [score(a.minus(b)) for a, b in zip(with_all, with_itself, strict=True)]


def _confidence(fits: Sequence[float]) -> float:
    if not fits:
        return 1.0
    return min(SUREST, round(1 / (1 + exp(-sum(fits) / len(fits))), 3))


def _label(
    profiles: Sequence[Profile], fits: Sequence[float], rows: Mapping[str, ArticleRow]
) -> str:
    """The headline of the text nearest to all; of its articles the first that has one."""
    order = sorted(range(len(profiles)), key=lambda place: -round(fits[place], 6) if fits else 0)
    for place in order:
        ranked = sorted(profiles[place].articles, key=lambda one: _first_printed(rows[one]))
        for article in ranked:
            if title := rows[article].title:
                return " ".join(title.split())
    return "Untitled"


def _first_printed(row: ArticleRow) -> tuple[str, str]:
    return row.published.written_end.isoformat() if row.published else "9999", row.article


def _reasons(
    heap: Heap,
    profiles: Sequence[Profile],
    published: Sequence[When],
    rows: Mapping[str, ArticleRow],
) -> Iterable[str]:
    """Sentences that a reader can check."""
    articles = sum(len(profile.articles) for profile in profiles)
    if len(profiles) == 1:
        yield f"All {articles} have their text from one source"
    elif len(profiles) < articles:
        yield f"{articles} articles carry {len(profiles)} texts; copies of one text count once"
    names = _shared([profile.entities for profile in profiles], heap.entity_rarity)
    yield from _sentence(names[:NAMED], heap.names, "name", len(profiles))
    titles = [rows[one].title or "" for profile in profiles for one in profile.articles]
    called = _Printed(heap.terms, titles)
    words = _shared([profile.terms for profile in profiles], heap.term_rarity)
    headlined = [one for one in words if called.has(one[0])]
    yield from _sentence((headlined or words)[:NAMED], called, "use the words", len(profiles))
    if len(published) > 1 and (apart := _apart(published)):
        yield apart


def _shared(vectors: Sequence[Weights], rarity: Floats) -> list[tuple[int, int]]:
    """Places that most of the texts have, the rarest that weigh most first, and in how many."""
    places = np.concatenate([one.places for one in vectors])
    weights = np.concatenate([one.weights for one in vectors]).astype(np.float64)
    found, where, counts = np.unique(places, return_inverse=True, return_counts=True)
    total = np.bincount(where, weights, len(found)) * rarity[found]
    kept = np.flatnonzero((counts >= max(2, MOST * len(vectors))) & (rarity[found] > 0))
    order = kept[np.lexsort((found[kept], -np.round(total[kept], 6)))]
    return [(int(found[place]), int(counts[place])) for place in order]


class _Printed:
    """The words of a vocabulary as the headlines print them, where they do."""

    def __init__(self, terms: Sequence[str], titles: Iterable[str]) -> None:
        forms = Counter(word for title in titles for word in printed_words(title))
        ranked = sorted(forms, key=lambda word: (forms[word], word.lower() != word, word))
        self._forms = {folded(word): word for word in ranked}
        self._terms = terms

    def has(self, place: int) -> bool:
        """Whether a headline has the word."""
        return self._terms[place] in self._forms

    def __getitem__(self, place: int) -> str:
        term = self._terms[place]
        return self._forms.get(term, term)


class _Named(Protocol):
    """What things are called, by their places."""

    def __getitem__(self, place: int, /) -> str: ...


def _sentence(
    shared: Sequence[tuple[int, int]], called: _Named, verb: str, texts: int
) -> Iterable[str]:
    if not shared:
        return
    names = [f"“{called[place]}”" for place, _ in shared]
    least = min(count for _, count in shared)
    who = ("Both" if texts == 2 else "All") if least == texts else f"{least} or more of {texts}"
    yield f"{who} {verb} {_listed(names)}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _apart(published: Sequence[When]) -> str | None:
    """How long the articles span; None if it may be one day, and may be more."""
    ends = [(first_day(when.earliest), last_day(when.latest)) for when in published]
    first, last = min(end for _, end in ends), max(start for start, _ in ends)
    apart = (last - first).days
    if apart > 1:
        return f"Published within {apart} days"
    if apart == 1:
        return "Published a day apart"
    return "Published on one day" if len(set(ends)) == 1 and ends[0][0] == ends[0][1] else None
