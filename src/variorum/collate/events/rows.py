"""What one article tells of events: its mentions, those of one event together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

import msgspec

from variorum.collate.events.countries import countries_of
from variorum.collate.events.families import is_manifold
from variorum.collate.events.mentioned import telling_of
from variorum.collate.events.naming import name_of
from variorum.collate.events.pairs import people_of
from variorum.collate.events.subject import subject_of
from variorum.collate.events.telling import Telling, combine, fold
from variorum.collate.events.within import Told, grouped
from variorum.record.article import Article
from variorum.record.event import EventMention
from variorum.record.reading import Reading
from variorum.record.span import Span
from variorum.record.step import Step
from variorum.record.when import When

__all__ = ["EventRow", "name_of", "rows_of"]


class EventRow(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """What joining needs of one event as one article tells of it.

    - `mentions`: where; `words`: those that name it there; `telling`: what;
    - `published`: when the article was;
    - `hanging`: the steps from its publication to the event, for each mention that has them;
    - `inside`: places that the article puts in another ("Riyadh, Saudi Arabia"), folded;
    - `voiced`: for each mention whether it stands in words that are printed as somebody's own.
    """

    article: str
    mentions: tuple[EventMention, ...]
    words: tuple[str, ...]
    telling: Telling
    published: When | None = None
    hanging: tuple[tuple[Step, ...], ...] = ()
    inside: tuple[tuple[str, str], ...] = ()
    voiced: tuple[bool, ...] = ()


def rows_of(article: Article, reading: Reading) -> tuple[EventRow, ...]:
    """The rows of one article; entities in `reading` are its own."""
    if not reading.events:
        return ()
    entities = {one.id: one for one in reading.entities}
    steps = {Span(one.start, one.end): one.relation for one in reading.times if one.relation}
    countries = countries_of(article.text, reading)
    people = people_of(reading, countries)
    inside = tuple(sorted(set(_inside(article, reading))))
    about, subject = _about(reading), subject_of(article)
    voices = {one.id for one in reading.quotations if one.mode != "indirect"}
    tellings = [
        (mention, telling_of(article, mention, entities, steps, (people, countries)))
        for mention in reading.events
    ]
    groups = grouped(article.text, tellings)
    wholes = [_all(telling for _, telling in group) for group in groups]
    kinds = Counter(kind for whole in wholes for kind in whole.families)
    return tuple(
        EventRow(
            article.id,
            tuple(mention for mention, _ in group),
            tuple(name_of(article.text, one) for one, _ in group),
            _in_article(whole, about, subject, kinds),
            article.published,
            tuple(steps[one.at] for one, _ in group if one.at and one.at in steps),
            tuple(pair for pair in inside if _is_told_of(pair, group)),
            tuple(one.quotation in voices for one, _ in group),
        )
        for group, whole in zip(groups, wholes, strict=True)
    )


def _all(tellings: Iterable[Telling]) -> Telling:
    first, *rest = tellings
    for other in rest:
        first = combine(first, other)
    return msgspec.structs.replace(
        first, told=1, actors=tuple(msgspec.structs.replace(one, told=1) for one in first.actors)
    )


MOST_ABOUT: Final = 5
"""Persons and bodies that an article is about, at most."""


def _about(reading: Reading) -> frozenset[str]:
    """The persons and bodies that an article names most often, and more than once."""
    acting = {one.id for one in reading.entities if one.kind in ("person", "organization")}
    counts = Counter(one.entity for one in reading.mentions if one.entity in acting)
    often = [entity for entity, count in counts.most_common(MOST_ABOUT) if count > 1]
    return frozenset(often)


def _in_article(
    telling: Telling, about: frozenset[str], subject: tuple[int, ...], kinds: Mapping[str, int]
) -> Telling:
    """An event with its article's subject; one of no known participant with whom that is about.

    `kinds`: how many of the article's events are of each.
    """
    company = telling.about if telling.names_somebody else about
    alone = not is_manifold(telling.families) and all(kinds[one] == 1 for one in telling.families)
    return msgspec.structs.replace(telling, about=company, subject=subject, alone=alone)


def _is_told_of(pair: tuple[str, str], group: Iterable[Told]) -> bool:
    return any(pair[0] in telling.places for _, telling in group)


def _inside(article: Article, reading: Reading) -> Iterator[tuple[str, str]]:
    """Places that stand before a comma and the place that they lie in."""
    places = [one for one in reading.mentions if one.kind == "place"]
    for one, other in pairwise(places):
        if article.text[one.end : other.start] == ", ":
            yield (
                fold(article.text[one.start : one.end]),
                fold(article.text[other.start : other.end]),
            )
