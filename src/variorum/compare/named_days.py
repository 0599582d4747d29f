"""The sentences of articles that may tell of a day: those that name it, and those that open one.

A weekday of which only the tense of its sentence tells whether it is past is checked against what
others name.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from variorum.compare.words import folded_words, stem
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.record.reuse import Place
from variorum.record.time_expression import VAGUE, TimeExpression

Sources = Callable[[Iterable[str]], frozenset[str]]
"""The independent sources behind some articles."""

LEAD: Final = 5
"""First sentences of an article that tell of the day on which it was published, where they name no
day themselves; or of the day before, unless it was published later than noon."""

NOON: Final = 12

UNSURE: Final = 4
"""Days from publication at which a weekday may be the one on the other side, which is nearer:
"Monday's meeting" in a Saturday's article, where the tense around it tells nothing. It names the
day only if more sources name that day surely than the other."""

BY_TENSE: Final = ("past", "future")

_A_WEEK: Final = timedelta(7)


class Sentence(NamedTuple):
    """A sentence that may tell of a day.

    `number`: which of its article it is, from 0; `root`: the first of the sources behind it;
    `published`: null if the day is not known; `is_early`: before noon, or at an hour that is not
    told; `names`: the days that it names; `unsure`: days that a weekday may mean, each with the
    day a week off that it may mean as well.
    """

    place: Place
    number: int
    root: str
    published: date | None
    is_early: bool
    names: frozenset[date]
    unsure: tuple[tuple[date, date], ...]
    words: tuple[str, ...]


def sentences_of(article: Article, reading: Reading, sources: Sources) -> Iterator[Sentence]:
    """The sentences of an article that name a day, or are among its first."""
    root = min(sources([article.id]))
    published, is_early = _published(article)
    named = _named_days(reading, published)
    for number, span in enumerate(reading.sentences):
        own = [one for one in named if span.start <= one.start < span.end]
        if own or number < LEAD:
            yield Sentence(
                place=Place(article.id, span.start, span.end),
                number=number,
                root=root,
                published=published,
                is_early=is_early,
                names=frozenset(one.day for one in own if one.other is None),
                unsure=tuple((one.day, one.other) for one in own if one.other),
                words=tuple(map(stem, folded_words(span.of(article.text)))),
            )


class _Named(NamedTuple):
    """Where an article names a day; `other`: the day that it may mean as well."""

    start: int
    day: date
    other: date | None


def _named_days(reading: Reading, published: date | None) -> list[_Named]:
    found = []
    for one in reading.times:
        if day := _day_of(one):
            distance = (day - published).days if published else 0
            is_unsure = abs(distance) >= UNSURE and _is_lone_weekday(one)
            other = day - _A_WEEK if distance > 0 else day + _A_WEEK
            found.append(_Named(one.start, day, other if is_unsure else None))
    return found


def settled(told: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, with the days that unsure weekdays name by what others name surely."""
    sources: dict[date, set[str]] = defaultdict(set)
    for one in told:
        for day in one.names:
            sources[day].add(one.root)
    return [one._replace(names=one.names | _likely(one, sources)) for one in told]


def _likely(sentence: Sentence, sources: Mapping[date, Collection[str]]) -> frozenset[date]:
    """The days that its unsure weekdays name; `sources`: who names a day surely."""
    return frozenset(
        day
        for day, other in sentence.unsure
        if len(sources.get(day, ())) > len(sources.get(other, ()))
    )


def _is_lone_weekday(expression: TimeExpression) -> bool:
    """Whether it is a "Monday" of which only the sentence's tense tells whether it is past."""
    steps = expression.relation
    return len(steps) == 1 and steps[0].kind == "weekday" and steps[0].direction in BY_TENSE


def _published(article: Article) -> tuple[date | None, bool]:
    """The day of publication, if it is one, and whether it may have been before noon."""
    if article.published is None:
        return None, False
    first, last = article.published.days
    hour = article.published.latest.partition("T")[2][:2]
    return last if first == last else None, not hour or int(hour) < NOON


def _day_of(expression: TimeExpression) -> date | None:
    """The day that a time expression means; "now" and "recently" mean none."""
    if expression.when is None or expression.type not in ("date", "time"):
        return None
    first, last = expression.when.days
    return first if first == last and expression.value not in VAGUE else None
