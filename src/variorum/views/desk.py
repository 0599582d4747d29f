"""A record laid out for views: all of it, or what the articles of one story tell."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from variorum.compare.acting import Acting, find_actors
from variorum.compare.conflicts import Conflict
from variorum.compare.coverage import Covered
from variorum.compare.since import KINDS, News
from variorum.compare.speaking import Speaker, by_speaker, is_quoted
from variorum.compare.standpoints import by_issue
from variorum.compare.timeline import Day, draw_timeline
from variorum.compare.wordings import Wording
from variorum.library import Quoted, Story
from variorum.record.article import Article
from variorum.record.event import Event, EventPlace
from variorum.record.lineage import Lineage
from variorum.record.position import Position
from variorum.record.reading import Entity
from variorum.record.reuse import Place
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.views.kinship import families_of
from variorum.views.words import ArticleLine, Words, article_line, words_at

Asked = ParamSpec("Asked")
Found = TypeVar("Found")

MOST_KEPT: Final = 48
"""Lists that views laid out, which a desk keeps: those that were asked for last."""

MOST_MOMENTS: Final = 16
"""Moments since which changes are kept."""


class Desk:
    """What views draw on. Whoever uses one from several threads takes turns.

    `group`: the story whose articles alone count; none for the whole record. Things that
    several stories tell are on the desk of each of them. `is_comparing`: whether somebody else
    still works out the differences of all articles, for which then nobody should wait.
    """

    def __init__(
        self,
        story: Story,
        group: StoryGroup | None = None,
        is_comparing: Callable[[], bool] = lambda: False,
    ) -> None:
        self.story = story
        self.group = group
        self._is_comparing = is_comparing
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._keeping = Lock()
        self._news: dict[tuple[str, bool], list[News]] = {}

    def within(self, group: StoryGroup) -> "Desk":
        """The desk of one story, which shares what takes long to lay out."""
        desk = Desk(self.story, group, self._is_comparing)
        desk.quotations = self.quotations
        desk.entities = self.entities
        return desk

    def once(
        self,
        lay_out: Callable[Concatenate["Desk", Asked], Found],
        *asked: Asked.args,
        **named: Asked.kwargs,
    ) -> Found:
        """What a function lays out of all that is on the desk, as of the last time it was asked.

        So that the second part of a long list does not wait for what the first did.
        """
        key = (lay_out, asked, tuple(sorted(named.items())))
        with self._keeping:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: Found = self._kept[key]
                return found
        found = lay_out(self, *asked, **named)
        with self._keeping:
            self._kept[key] = found
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return found

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The ids of the articles that count."""
        return frozenset(self.group.articles if self.group else self.story.by_id)

    @cached_property
    def articles(self) -> list[Article]:
        """The articles in order of publication, those of unknown date last."""
        return [one for one in self.story.articles if one.id in self.chosen]

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The rank of each article of the record by its publication, the earliest first."""
        return {article: rank for rank, article in enumerate(self.story.by_id)}

    @cached_property
    def statements(self) -> list[Statement]:
        """What was said, as some article that counts has it."""
        return [
            one
            for one in self.story.statements()
            if self.quotations.keys() >= set(one.quotations) and self._tells(one.articles)
        ]

    @cached_property
    def events(self) -> list[Event]:
        """What happened or is to come, as some article that counts tells it."""
        return [
            one for one in self.story.events if self._tells({at.article for at in one.mentions})
        ]

    @cached_property
    def positions(self) -> list[Position]:
        """Who stands where, as some article that counts shows it."""
        return [
            one for one in self.story.positions if self._tells({at.article for at in one.evidence})
        ]

    @property
    def are_conflicts_coming(self) -> bool:
        """Whether `conflicts` would take long now, and are being worked out elsewhere."""
        return self.group is None and self._is_comparing()

    @property
    def are_wordings_coming(self) -> bool:
        """Whether `wordings` would take long now, and are being worked out elsewhere."""
        return self._is_comparing()

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Where articles that count tell one thing differently, what is surest first."""
        return self.story.conflicts_among(self.chosen) if self.group else self.story.conflicts

    @cached_property
    def wordings(self) -> list[Wording]:
        """What retellings among the articles that count call otherwise."""
        return [
            one
            for one in self.story.wordings
            if any(at.b.article in self.chosen for at in one.places)
        ]

    def news(self, since: str) -> list[News]:
        """What changed since a moment, as articles that count tell it; what is quoted first.

        Without differences between reports as long as these are still being worked out.
        """
        is_whole = not self.are_conflicts_coming
        if (since, is_whole) not in self._news:
            conflicts = self.conflicts if is_whole else []
            found = self.story.news(since, conflicts)
            if len(self._news) >= MOST_MOMENTS:
                self._news.clear()
            self._news[since, is_whole] = sorted(
                (one for one in found if one.place.article in self.chosen),
                key=lambda one: (KINDS.index(one.kind), self._is_only_reported(one)),
            )
        return self._news[since, is_whole]

    def _is_only_reported(self, news: News) -> bool:
        return news.noun == "statement" and news.id not in self.quoted

    @cached_property
    def lineage(self) -> list[Lineage]:
        """Where the articles that count have their text from."""
        return [one for one in self.story.lineage if one.child in self.chosen]

    @cached_property
    def coverage(self) -> list[Covered]:
        """What each outlet makes of what the articles that count tell."""
        told = {one.id for one in self.statements} | {one.id for one in self.events}
        return [one for one in self._coverage if one.id in told]

    @cached_property
    def _coverage(self) -> list[Covered]:
        return self.story.coverage()

    @cached_property
    def timeline(self) -> list[Day]:
        """What happened and is to come, day by day, the undated last."""
        return draw_timeline(
            self.events, self.statements, self.story.sources_behind, self.latest_day
        )

    @cached_property
    def latest_day(self) -> date | None:
        """The day of the latest publication; None if no article that counts has a date."""
        days = (one.published.days[1] for one in self.articles if one.published)
        return max(days, default=None)

    @cached_property
    def quotations(self) -> Mapping[str, Quoted]:
        """All quotations by their ids, each with its article."""
        return {one.quotation.id: one for one in self.story.quotations()}

    @cached_property
    def speakers(self) -> list[Speaker]:
        """Who speaks, with what they say, those first whom most articles quote."""
        return by_speaker(
            self.statements, self.quotations, self.entities, self.story.sources_behind
        )

    @cached_property
    def quoted(self) -> frozenset[str]:
        """The statements of which somebody prints words between marks."""
        return frozenset(one.id for one in self.statements if is_quoted(one, self.quotations))

    @cached_property
    def days_said(self) -> Mapping[str, tuple[str, str]]:
        """The first and last day on which each statement may have been said, as 2025-02-12."""
        told = ((one.id, one.said.days) for one in self.statements if one.said)
        return {key: (first.isoformat(), last.isoformat()) for key, (first, last) in told}

    @cached_property
    def issues(self) -> list[tuple[str, list[Position]]]:
        """The issues with the positions on them, those first on which most actors stand."""
        return by_issue(self.positions)

    @cached_property
    def actors(self) -> list[Acting]:
        """Who speaks and acts, those first of whom most independent sources tell."""
        return find_actors(
            self.entities, self.statements, self.events, self.positions, self.story.sources_behind
        )

    @cached_property
    def statement_of(self) -> Mapping[str, str]:
        """For each quotation the statement that it is of."""
        return {quotation: one.id for one in self.statements for quotation in one.quotations}

    @cached_property
    def acting(self) -> frozenset[str]:
        """The entities that speak, take part in an event or stand somewhere."""
        found = {one.speaker for one in self.statements} | {one.actor for one in self.positions}
        found |= {who.entity for one in self.events for who in one.participants}
        return frozenset(one for one in found if one and one in self.entities)

    @cached_property
    def events_in(self) -> Mapping[str, Sequence[tuple[Event, EventPlace]]]:
        """For each article the events that it tells of, each with the place."""
        found: dict[str, list[tuple[Event, EventPlace]]] = defaultdict(list)
        for one in self.events:
            for place in one.mentions:
                found[place.article].append((one, place))
        return found

    @cached_property
    def positions_in(self) -> Mapping[str, Sequence[tuple[Position, Place]]]:
        """For each article the positions that it shows, each with the place."""
        found: dict[str, list[tuple[Position, Place]]] = defaultdict(list)
        for one in self.positions:
            for place in one.evidence:
                found[place.article].append((one, place))
        return found

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The entities of the record by their ids."""
        return {one.id: one for one in self.story.entities}

    @cached_property
    def families(self) -> Mapping[str, list[str]]:
        """The articles of each family that one that counts is in, by the text at its top."""
        return {
            top: found
            for top, found in families_of(self.story).items()
            if not self.chosen.isdisjoint(found)
        }

    @cached_property
    def statements_by_id(self) -> Mapping[str, Statement]:
        """The statements of some article that counts, by their ids."""
        return {one.id: one for one in self.statements}

    @cached_property
    def statements_in(self) -> Mapping[str, Sequence[Statement]]:
        """For each article the statements that it has."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for one in self.statements:
            for article in one.articles:
                found[article].append(one)
        return found

    @cached_property
    def positions_by_id(self) -> Mapping[str, Position]:
        """The positions that some article that counts shows, by their ids."""
        return {one.id: one for one in self.positions}

    @cached_property
    def positions_on(self) -> Mapping[str, Sequence[Position]]:
        """The positions on each issue."""
        return dict(self.issues)

    @cached_property
    def independent_sources(self) -> frozenset[str]:
        """The texts at the top of the trees of the articles that count."""
        return self.story.sources_behind(self.chosen)

    def sources(self, articles: Sequence[str]) -> int:
        """How many independent sources stand behind some articles."""
        return len(self.story.sources_behind(articles))

    def agency_of(self, node: str) -> str | None:
        """Whose a dispatch or a state of one is; None if that is not known, or it is neither."""
        if node in self.story.kinship.states:
            return self.story.kinship.states[node][0].agency
        dispatch = self.story.kinship.dispatches_by_id.get(node)
        return dispatch.agency if dispatch else None

    def line(self, article: str) -> ArticleLine:
        """An article in one line."""
        return article_line(self.story.by_id[article])

    def words(self, article: str, start: int, end: int) -> Words:
        """The words at a place, with their sentence."""
        return words_at(self.story.by_id[article], start, end)

    def words_of(self, place: Place) -> Words:
        """The words at a place, with their sentence."""
        return self.words(place.article, place.start, place.end)

    def name_of(self, entity: str | None, otherwise: str | None) -> str:
        """The fullest name of an entity; other words, or none, for who is not known."""
        known = self.entities.get(entity or "")
        return known.name if known else otherwise or ""

    def _tells(self, articles: set[str] | tuple[str, ...]) -> bool:
        return self.group is None or not self.chosen.isdisjoint(articles)
