"""Pages on which things are joined with others, and parts of them are taken out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import Final

import msgspec
from rapidfuzz import fuzz, process, utils

from variorum.collate.statements.words import is_content, stem, words_in
from variorum.record.correction import CorrectedNoun, unit_of
from variorum.views.correcting import NAMES, PAGE_OF, label_of, noun_of, statements_of
from variorum.views.desk import Desk
from variorum.views.event_lines import first_words
from variorum.views.page import NothingThereError, Query, View
from variorum.views.phrases import short_day
from variorum.views.stories import label_of_story
from variorum.views.words import ArticleLine, Words, clipped

OFFERED: Final = 20
"""Things that are offered to be joined."""

PARTS: Final = 300
"""Parts of a thing that are listed, at most."""

LONGEST: Final = 240
"""Characters of a label."""


class JoinQuery(Query, frozen=True, kw_only=True):
    """What is to be joined, by its id, and words to look for others by."""

    thing: str
    words: str = ""


class SplitQuery(Query, frozen=True, kw_only=True):
    """What is to be split, by its id."""

    thing: str


class Offered(msgspec.Struct, frozen=True):
    """A thing that another can be joined with: what it is called, what more there is to know.

    `words`: where an event is first told; null for what is told in its own words.
    """

    id: str
    label: str
    about: str
    articles: int
    words: Words | None = None


class JoinView(View, frozen=True, kw_only=True):
    """What a thing may be joined with, the likest first.

    `noun`: what it is for corrections; `page`, `field`: the page that shows such things; `about`:
    what more there is to know of it.
    """

    noun: CorrectedNoun
    thing: str
    label: str
    about: str
    words: str
    offered: tuple[Offered, ...]
    page: str
    field: str


class SplitPart(msgspec.Struct, frozen=True):
    """A part of a thing: its base unit, its words and where they stand; of articles, the headline.

    `start` is null where it is the whole article.
    """

    units: tuple[str, ...]
    words: str
    article: ArticleLine
    start: int | None = None
    end: int | None = None


class SplitView(View, frozen=True, kw_only=True):
    """The parts of a thing, in order of publication; `more`: how many are not shown."""

    noun: CorrectedNoun
    thing: str
    label: str
    parts: tuple[SplitPart, ...]
    more: int
    page: str
    field: str


def draw_join(desk: Desk, query: JoinQuery) -> JoinView:
    """What a thing may be joined with: by words if some are given, else by its own."""
    noun = _grouped(desk, query.thing)
    label = label_of(desk, noun, query.thing)
    page, field = PAGE_OF[noun]
    things = list(_things(desk, noun))
    others = [one for one in things if one.id != query.thing]
    own = next(one for one in things if one.id == query.thing)
    wanted = query.words.strip() or f"{own.label} {own.about}"
    return JoinView(
        heading=f"Join this {NAMES[noun]} with another",
        noun=noun,
        thing=query.thing,
        label=clipped(label, LONGEST),
        about=own.about,
        words=query.words[:LONGEST],
        offered=tuple(_told(desk, noun, one) for one in _likest(others, wanted)),
        page=page,
        field=field,
    )


def _told(desk: Desk, noun: CorrectedNoun, one: Offered) -> Offered:
    """An event with its first words: there are many meetings."""
    event = desk.story.event(one.id) if noun == "event" else None
    return msgspec.structs.replace(one, words=first_words(desk, event)) if event else one


def _grouped(desk: Desk, thing: str) -> CorrectedNoun:
    noun = noun_of(desk, thing)
    if noun == "article":
        raise NothingThereError(
            "An article cannot be joined or split", "Correct the statements, events and stories"
        )
    return noun


def _likest(others: Sequence[Offered], words: str) -> tuple[Offered, ...]:
    """The things that have most of some words, rare ones counting more; then the likest in letters.

    Letters find a name that is spelled otherwise.
    """
    told = [f"{one.label} {one.about}" for one in others]
    known = [_telling(one) for one in told]
    counts = Counter(word for one in known for word in one)
    wanted = _telling(words)
    letters = process.cdist(
        [words[:LONGEST]], told, scorer=fuzz.token_set_ratio, processor=utils.default_process
    )[0]
    ranked = sorted(
        range(len(others)),
        key=lambda at: (
            -round(
                sum(1 / (1 + log(counts[word])) for word in wanted & known[at])
                + float(letters[at]) / 100,
                4,
            ),
            others[at].id,
        ),
    )
    return tuple(others[at] for at in ranked[:OFFERED])


def _telling(words: str) -> frozenset[str]:
    return frozenset(stem(word) for _, _, word in words_in(words) if is_content(word))


def _things(desk: Desk, noun: CorrectedNoun) -> Iterable[Offered]:
    story = desk.story
    if noun == "statement":
        for one in statements_of(desk):
            day = short_day(one.said) if one.said else ""
            about = ", ".join(filter(None, [desk.name_of(one.speaker, one.speaker_name), day]))
            yield Offered(
                one.id, clipped(one.text, LONGEST), clipped(about, 100), len(one.articles)
            )
    elif noun == "event":
        for each in story.events:
            who = [participant.name for participant in each.participants[:4]]
            day = short_day(each.when) if each.when else ""
            about = ", ".join(filter(None, [*who, each.place or "", day, each.status]))
            told = len({at.article for at in each.mentions})
            yield Offered(each.id, clipped(each.label, LONGEST), clipped(about, 100), told)
    elif noun == "entity":
        for entity in story.entities:
            about = ", ".join([*entity.titles[:2], *entity.aliases[:3]])
            yield Offered(entity.id, clipped(entity.name, LONGEST), clipped(about, 100), 0)
    else:
        for group in story.stories:
            day = short_day(group.when) if group.when else ""
            yield Offered(group.id, label_of_story(desk, group), day, len(group.articles))


def draw_split(desk: Desk, query: SplitQuery) -> SplitView:
    """What a thing consists of."""
    noun = _grouped(desk, query.thing)
    page, field = PAGE_OF[noun]
    order = {one.id: place for place, one in enumerate(desk.story.articles)}
    parts = sorted(
        _parts(desk, noun, query.thing),
        key=lambda one: (order[one.article.id], one.start or 0, one.units),
    )
    return SplitView(
        heading=f"Take something out of this {NAMES[noun]}",
        noun=noun,
        thing=query.thing,
        label=clipped(label_of(desk, noun, query.thing), LONGEST),
        parts=tuple(parts[:PARTS]),
        more=max(0, len(parts) - PARTS),
        page=page,
        field=field,
    )


def _parts(desk: Desk, noun: CorrectedNoun, thing: str) -> Iterable[SplitPart]:
    story = desk.story
    if noun == "statement":
        for unit in story.units_of(noun, thing):
            article, quotation = desk.quotations[unit]
            start = min(span.start for span in quotation.content)
            end = max(span.end for span in quotation.content)
            yield _part(desk, (unit,), article.id, start, end)
    elif noun == "event":
        event = next(one for one in story.events if one.id == thing)
        for at in event.mentions:
            unit = unit_of(at.article, at.start, at.end)
            yield _part(desk, (unit,), at.article, at.start, at.end)
    elif noun == "entity":
        by_article: dict[str, list[str]] = {}
        for unit, where in story.naming(thing).items():
            by_article.setdefault(where, []).append(unit)
        for where, units in by_article.items():
            yield _whole(desk, where, units)
    else:
        for where in story.units_of(noun, thing):
            yield _whole(desk, where, [where])


def _whole(desk: Desk, article: str, units: Iterable[str]) -> SplitPart:
    line = desk.line(article)
    return SplitPart(tuple(units), line.title, line)


def _part(desk: Desk, units: tuple[str, ...], article: str, start: int, end: int) -> SplitPart:
    words = desk.words(article, start, end)
    shown = f"{words.before}{words.words}{words.after}" if end - start < 40 else words.words
    return SplitPart(units, clipped(shown, 300), words.article, start, end)
