"""Digest: the days of a story that matter, and the sentences of articles that tell each best.

As an editor draws up a timeline by hand: few days, few sentences a day. A day matters that many
independent sources name, also later, and where an article begins. What it brought is told by
sentences that name it, and by the first sentences of what was published on it or the day after;
of these, those are chosen that have most in common with all of them, and least with one another
(date-wise timeline summaries: Gholipour Ghalandari and Ifrim, 2020; measured in
`evaluation.timelines`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil, log1p
from typing import Final, NamedTuple

import msgspec

from variorum.compare.named_days import Sentence, Sources, sentences_of, settled
from variorum.compare.telling import Heap
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.span import Span

FEW_DAYS: Final = 12
FEW_SENTENCES: Final = 2
"""Days, and sentences a day, of a digest for which none are given."""

LATER: Final = 7
"""Days after which an article that still names a day speaks for it once more."""

OPENING: Final = 3
"""Sentences of an article in which naming a day speaks for it once more."""

OPENING_WEIGHT: Final = 0.5

ENOUGH: Final = 2
SHARE: Final = 0.05
"""Independent sources that name a day of the digest where there are several, and as a share of
those that name the day which most of them do."""


class Told(msgspec.Struct, frozen=True):
    """A sentence of an article, as it stands there."""

    place: Place
    text: str


class DigestDay(msgspec.Struct, frozen=True):
    """A day that matters.

    - `independent_sources`: how many roots stand behind the articles that name it;
    - `reasons`: why it is chosen, in sentences that a reader can check;
    - `sentences`: what tells of it, the most telling first; `to_come`: the latest article was
      published before.
    """

    when: str
    weight: float
    independent_sources: int
    articles: int
    reasons: tuple[str, ...]
    sentences: tuple[Told, ...]
    to_come: bool = False


def draw_digest(
    articles: Mapping[str, Article],
    readings: Iterable[Reading],
    sources: Sources,
    days: int = FEW_DAYS,
    sentences: int = FEW_SENTENCES,
    between: tuple[date, date] | None = None,
    enough: int | None = None,
) -> list[DigestDay]:
    """The days that matter most, at most so many, in order, with so many sentences each.

    `between`: the first and the last day that may be chosen; `enough`: the independent sources
    that must name one, by default as `ENOUGH` and `SHARE` have it.
    """
    told = settled(
        [
            one
            for reading in sorted(readings, key=lambda one: one.article)
            for one in sentences_of(articles[reading.article], reading, sources)
        ]
    )
    naming = _by_named_day(told)
    weights = _weights(naming, between, enough)
    heap = Heap(told)
    latest = max((one.published for one in told if one.published), default=None)
    found: list[DigestDay] = []
    for day in sorted(weights, key=lambda day: (-weights[day], day)):
        if len(found) == days:
            break
        if chosen := heap.most_telling(day, naming[day], sentences):
            texts = [Told(one.place, _text(one.place, articles)) for one in chosen]
            is_ahead = latest is not None and day > latest
            found.append(_day(day, weights[day], naming[day], texts, to_come=is_ahead))
    return sorted(found, key=lambda one: one.when)


def _weights(
    naming: Mapping[date, Sequence[Sentence]],
    between: tuple[date, date] | None,
    enough: int | None,
) -> dict[date, float]:
    """How much each day matters that may be chosen."""
    named = {day: len({one.root for one in of_day}) for day, of_day in naming.items()}
    if enough is None:
        most = max(named.values(), default=0)
        enough = max(min(ENOUGH, most), ceil(most * SHARE))
    return {
        day: weigh(day, of_day)
        for day, of_day in naming.items()
        if named[day] >= enough and (between is None or between[0] <= day <= between[1])
    }


def _by_named_day(told: Iterable[Sentence]) -> dict[date, list[Sentence]]:
    by_day: dict[date, list[Sentence]] = defaultdict(list)
    for one in told:
        for day in one.names:
            by_day[day].append(one)
    return by_day


class _Support(NamedTuple):
    """The independent sources that name a day: all, long after, and where an article begins.

    `later` is 0 of a day that no article named sooner: it was no news then, and is background.
    """

    all: int
    later: int
    opening: int


def _support(day: date, naming: Iterable[Sentence]) -> _Support:
    everyone, later, opening = set[str](), set[str](), set[str]()
    for one in naming:
        everyone.add(one.root)
        if one.published and (one.published - day).days > LATER:
            later.add(one.root)
        if one.number < OPENING:
            opening.add(one.root)
    return _Support(len(everyone), len(later) if everyone - later else 0, len(opening))


def weigh(day: date, naming: Iterable[Sentence]) -> float:
    """How much a day matters; `naming`: the sentences that name it.

    Each source counts the less, the more there are. The weights of what is recalled later and of
    what opens an article were chosen, out of 16 pairs, on Timeline17; docs/evaluation.md tells what
    is gained where they are chosen on one topic and held against another.
    """
    support = _support(day, naming)
    return log1p(support.all) + log1p(support.later) + OPENING_WEIGHT * log1p(support.opening)


def _text(place: Place, articles: Mapping[str, Article]) -> str:
    return Span(place.start, place.end).of(articles[place.article].text)


def _day(
    day: date, weight: float, naming: Sequence[Sentence], told: Sequence[Told], *, to_come: bool
) -> DigestDay:
    support = _support(day, naming)
    return DigestDay(
        when=day.isoformat(),
        weight=round(weight, 3),
        independent_sources=support.all,
        articles=len({one.place.article for one in naming}),
        reasons=tuple(_reasons(support)),
        sentences=tuple(told),
        to_come=to_come,
    )


def _reasons(support: _Support) -> Iterator[str]:
    is_one = support.all == 1
    yield f"{support.all} independent source{' names' if is_one else 's name'} the day"
    if support.later:
        yield f"{support.later} of them more than a week later"
    if support.opening:
        yield f"{support.opening} in the first sentences of an article"
