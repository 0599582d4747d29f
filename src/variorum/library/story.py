"""A story: all that a store holds, for reading."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import NamedTuple, Self

from variorum.collate.corrections.record import CorrectedRecord, Effect
from variorum.compare.changes import Retelling, compare, turned
from variorum.compare.conflicts import Conflict
from variorum.compare.coverage import Covered, draw_coverage
from variorum.compare.digest import FEW_DAYS, FEW_SENTENCES, DigestDay, draw_digest
from variorum.compare.independence import independent_sources
from variorum.compare.since import Known, News, find_news
from variorum.compare.timeline import draw_timeline
from variorum.compare.wordings import Wording, find_wordings
from variorum.drawings.notebook import Statements, Timeline
from variorum.library.asking import (
    by_publication,
    called,
    day_of,
    has_said,
    is_called,
    is_of_day,
    moment_of,
)
from variorum.library.kinship import Kinship, Witness
from variorum.library.telling import Telling, conflicts_in, held_against_each_other
from variorum.record.article import Article
from variorum.record.correction import CorrectedNoun, Correction
from variorum.record.dating import date_quotations, date_reading
from variorum.record.event import Event
from variorum.record.failure import Failure
from variorum.record.lineage import Dispatch, DispatchState, Lineage, Pair
from variorum.record.naming import quotation_with_speaker, with_joined_entities
from variorum.record.position import Position
from variorum.record.reading import Entity, Quotation, Reading
from variorum.record.reuse import Reuse
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.stages.finding import find
from variorum.stages.machine import MachineRecord
from variorum.store.protocol import Store
from variorum.store.searching import EVERYTHING, Found, SearchRequest


class Quoted(NamedTuple):
    """A quotation, and the article that has it."""

    article: Article
    quotation: Quotation


class Story:
    """All that a store holds, for reading: the record as people corrected it.

    Articles carry their inferred dates.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def version(self) -> str:
        """What is another whenever the record is: for whoever keeps what was drawn from it."""
        return self._store.version()

    @cached_property
    def articles(self) -> list[Article]:
        """All articles, in order of publication; those of unknown date last."""
        dated = (self._corrected.dated(self._machine.dated(one)) for one in self._store.articles())
        return sorted(dated, key=by_publication)

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.articles}

    @cached_property
    def kinship(self) -> Kinship:
        """Which text was made from which."""
        return Kinship(
            self.by_id,
            list(self._store.pairs()),
            list(self._store.lineage()),
            list(self._store.dispatches()),
        )

    @property
    def pairs(self) -> Sequence[Pair]:
        """All pairs of articles that have something to do with each other."""
        return self.kinship.pairs

    @property
    def lineage(self) -> Sequence[Lineage]:
        """All edges of the family trees."""
        return self.kinship.lineage

    @property
    def dispatches(self) -> Sequence[Dispatch]:
        """All inferred dispatches."""
        return self.kinship.dispatches

    @cached_property
    def failures(self) -> list[Failure]:
        """The inputs that gave no article, and the articles that were not read (stage read)."""
        return sorted([*self._store.failures(), *self._store.unread()])

    @property
    def reuses(self) -> Iterator[Reuse]:
        """All aligned passages."""
        return self._store.reuses()

    @property
    def readings(self) -> Iterator[Reading]:
        """What each article says, in order of the articles' ids; entities are the record's.

        Times that hang on the article's publication are told by its date, stated or inferred.
        """
        return map(self._dated, self._store.readings())

    def reading_of(self, article: str) -> Reading | None:
        """What one article says; None if it was not read."""
        reading = self._store.reading(article)
        return self._dated(reading) if reading else None

    def _dated(self, reading: Reading) -> Reading:
        dated = date_reading(reading, self.by_id[reading.article].published)
        joined = with_joined_entities(dated, self._corrected.people.joined)
        return self._corrected.corrected_reading(joined)

    @cached_property
    def corrections(self) -> list[Correction]:
        """What people corrected, in the order in which they did, those taken back included."""
        return list(self._store.corrections())

    def effect_of(self, correction: Correction) -> Effect:
        """What a correction does to the record as it is now."""
        return self._corrected.effect(correction)

    def units_of(self, noun: CorrectedNoun, thing: str) -> tuple[str, ...]:
        """The base units of which a thing consists, as corrections name them (`Correction`)."""
        return self._corrected.units(noun, thing)

    def naming(self, entity: str) -> Mapping[str, str]:
        """For each article's entity that is an entity of the record the article."""
        known = self._machine.naming()
        return {unit: known[unit] for unit in self.units_of("entity", entity) if unit in known}

    def thing_of(self, noun: CorrectedNoun, units: Sequence[str]) -> str | None:
        """The id of what most of some base units belong to; None if they are not there."""
        return self._corrected.thing(noun, units)

    @cached_property
    def _machine(self) -> MachineRecord:
        return MachineRecord(self._store)

    @cached_property
    def _corrected(self) -> CorrectedRecord:
        return CorrectedRecord(self._machine, self.corrections)

    @cached_property
    def entities(self) -> list[Entity]:
        """Whom and what the articles name."""
        return list(self._corrected.people.entities)

    def statements(self, speaker: str | None = None, day: date | str | None = None) -> Statements:
        """What was said, each utterance once: a list that a notebook shows as a table.

        `speaker`: only of whom has this id, or of whose names one holds these words; `day`: only
        what may have been said on it ("2031-03-04"); raises `InputError` if it is no day.
        """
        wanted = day_of(day) if isinstance(day, str) else day
        return Statements(
            (
                one
                for one in self._statements
                if (speaker is None or has_said(speaker, one, self._names))
                and (wanted is None or is_of_day(one, wanted))
            ),
            self.sources_behind,
        )

    @cached_property
    def _statements(self) -> list[Statement]:
        return list(self._corrected.statements)

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        return {one.id: (one.name, *one.aliases) for one in self.entities}

    @cached_property
    def events(self) -> list[Event]:
        """What happened, goes on, is planned, was put off, is denied or only supposed."""
        return list(self._corrected.events)

    @cached_property
    def positions(self) -> list[Position]:
        """Who stands where on which issue."""
        return list(self._corrected.positions)

    @cached_property
    def stories(self) -> list[StoryGroup]:
        """The groups of articles about one development."""
        return list(self._corrected.stories)

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Where articles tell one thing differently, what is surest first."""
        told = Telling(
            self.by_id, list(self.reuses), self._read, self.events, self._statements, self._said,
            self.stories,
        )  # fmt: skip
        return conflicts_in(told, self.kinship)

    @cached_property
    def wordings(self) -> list[Wording]:
        """What retellings call otherwise, the most telling first."""
        held = held_against_each_other(self.kinship, self.reuses_between)
        return find_wordings(held, self.by_id, self.roots)

    def conflicts_among(self, articles: frozenset[str]) -> list[Conflict]:
        """The conflicts of which all claims are some articles'.

        Where not all are known yet, only what these articles tell is compared.
        """
        known: list[Conflict] | None = vars(self).get("conflicts")
        if known is None:
            known = conflicts_in(self._told_with(articles), self.kinship)
        return [one for one in known if all(claim.article in articles for claim in one.claims)]

    def _told_with(self, articles: frozenset[str]) -> Telling:
        """What some articles tell, with all that may be joined to it."""
        pairs = sorted(
            {(one.a, one.b) for name in articles for one in self.kinship.pairs_of.get(name, ())}
        )
        events = [one for one in self.events if any(at.article in articles for at in one.mentions)]
        said = [one for one in self._statements if not articles.isdisjoint(one.articles)]
        near = articles.union(
            *pairs, *(one.articles for one in said),
            (at.article for one in events for at in one.mentions),
        )  # fmt: skip
        return Telling(
            {name: one for name, one in self.by_id.items() if name in near},
            [reuse for pair in pairs for reuse in self.reuses_between(*pair)],
            {name: reading for name in sorted(near) if (reading := self.reading_of(name))},
            events,
            said,
            self._said,
            self.stories,
        )

    @cached_property
    def arrivals(self) -> Mapping[str, str]:
        """When each article came into the record (`Store.arrivals`)."""
        return self._store.arrivals()

    @cached_property
    def latest_arrival(self) -> str:
        """When the last articles came; empty if that is not known."""
        return max(self.arrivals.values(), default="")

    def news(self, since: str, conflicts: Sequence[Conflict] | None = None) -> list[News]:
        """What changed since a time ("2031-03-04 09:40"), by kind, the weightiest first.

        `conflicts`: those of which some may be new, if not all. Raises `InputError` for no time.
        """
        known = moment_of(since)
        old = frozenset(one for one, came in self.arrivals.items() if came <= known)
        conflicts = self.conflicts if conflicts is None else conflicts
        return find_news(
            Known(
                self.by_id, old, self.events, self._statements, self.positions, conflicts,
                self._said, self.sources_behind,
            )
        )  # fmt: skip

    def timeline(self) -> Timeline:
        """What happened and is to come, day by day, the undated last.

        A list that a notebook shows as a picture.
        """
        latest = self.latest_day
        days = draw_timeline(self.events, self._statements, self.sources_behind, latest)
        return Timeline(days, self.sources_behind, latest)

    @cached_property
    def latest_day(self) -> date | None:
        """The day of the latest publication; None if no article has a date."""
        days = (one.published.days[1] for one in self.articles if one.published)
        return max(days, default=None)

    def digest(
        self,
        days: int = FEW_DAYS,
        sentences: int = FEW_SENTENCES,
        articles: Iterable[str] | None = None,
        between: tuple[date, date] | None = None,
    ) -> list[DigestDay]:
        """The days that matter, in order, each with the sentences of articles that tell it best.

        At most so many `days`, the first and the last of them within `between`; so many
        `sentences` a day. Of all articles, or of some, such as those of one of `stories`.
        """
        chosen = self.by_id if articles is None else {one: self.by_id[one] for one in articles}
        readings = (self._read[one] for one in chosen if one in self._read)
        return draw_digest(chosen, readings, self.sources_behind, days, sentences, between)

    def coverage(self) -> list[Covered]:
        """Which outlet reports, only paraphrases or omits which statement and event."""
        return draw_coverage(
            self._statements, self.events, self._said, self.by_id, self.stories, self.sources_behind
        )

    @cached_property
    def _read(self) -> Mapping[str, Reading]:
        return {reading.article: reading for reading in self.readings}

    @cached_property
    def _said(self) -> Mapping[str, tuple[str, Quotation]]:
        """All quotations by their ids, each with its article; as readings have them."""
        joined = self._corrected.people.joined
        return {
            quotation.id: (
                one.article,
                self._corrected.corrected_quotation(
                    quotation_with_speaker(quotation, one.article, joined)
                ),
            )
            for one in self._store.quotings()
            for quotation in date_quotations(
                one.quotations, one.times, self.by_id[one.article].published
            )
        }

    def sources_behind(self, articles: Iterable[str]) -> frozenset[str]:
        """The independent sources behind some articles: the texts at the top of their trees."""
        return independent_sources(articles, self.roots)

    def count_quotations(self) -> int:
        """How many quotations there are; cheaper than to list them."""
        return self._store.count_quotations()

    def quotations(self, speaker: str | None = None) -> Iterator[Quoted]:
        """All quotations; or those of a speaker, given by id, or by words of a name or source."""
        if speaker is None:
            yield from (Quoted(self.by_id[article], one) for article, one in self._said.values())
            return
        for reading in self.readings:
            article = self.by_id[reading.article]
            names = {entity.id: (entity.name, *entity.aliases) for entity in reading.entities}
            for quotation in reading.quotations:
                known = names.get(quotation.speaker or "", ())
                called = quotation.speaker_name or "", *known
                if is_called(speaker, quotation.speaker, called):
                    yield Quoted(article, quotation)

    def search(self, words: str = "", filters: SearchRequest = EVERYTHING) -> Found:
        """What is found of words, "phrases" and heads of words*, under all names known for them.

        Passages, headlines, statements, events and positions, the best first; each with where the
        words stand. `filters`: who said it, in which outlet, when, and which part of what is found.
        """
        found = find(self._store, words, filters)
        if not self.corrections:
            return found
        # The index holds what the machine made; people may have put it elsewhere since.
        current = (hit._replace(id=self._corrected.current(hit.kind, hit.id)) for hit in found.hits)
        return found._replace(hits=tuple(current))

    def statement(self, statement: str) -> Statement | None:
        """One statement, by id."""
        if self.corrections:
            return next((one for one in self._statements if one.id == statement), None)
        return self._store.statement(statement)

    def event(self, event: str) -> Event | None:
        """One event, by id."""
        if self.corrections:
            return next((one for one in self.events if one.id == event), None)
        return self._store.event(event)

    def position(self, position: str) -> Position | None:
        """One position, by id."""
        if self.corrections:
            return next((one for one in self.positions if one.id == position), None)
        return self._store.position(position)

    @property
    def children(self) -> Mapping[str, list[Lineage]]:
        """The edges below each article, dispatch and state."""
        return self.kinship.children

    @property
    def parents(self) -> Mapping[str, list[Lineage]]:
        """The edges above each article."""
        return self.kinship.parents

    @property
    def roots(self) -> Mapping[str, frozenset[str]]:
        """For each article that has its text from elsewhere, the texts at the top."""
        return self.kinship.roots

    @cached_property
    def independent_sources(self) -> frozenset[str]:
        """The roots behind all articles together."""
        return independent_sources(self.by_id, self.roots)

    def find(self, name: str) -> list[Article]:
        """The articles with this id or given id, or whose source or outlet holds `name`."""
        return called(name, self.articles)

    def pair(self, one: str, other: str) -> Pair | None:
        """What two articles have to do with each other, if anything."""
        return self.kinship.pair(one, other)

    def retelling(self, source: str, child: str) -> Retelling:
        """How one article's text differs from another's."""
        return compare(self.by_id[source], self.by_id[child], self.reuses_between(source, child))

    def reuses_between(self, one: str, other: str) -> list[Reuse]:
        """The aligned passages of two articles, seen from the first."""
        a, b = sorted((one, other))
        reuses = self._store.reuses_between(a, b)
        return reuses if a == one else [turned(reuse) for reuse in reuses]

    def state_of(self, article: str) -> DispatchState | None:
        """The state of a dispatch that an article carries, itself or through what it copies."""
        return self.kinship.state_of(article)

    def witness(self, edge: Lineage) -> Witness | None:
        """The article to hold a child's text against; None if no other carries it."""
        return self.kinship.witness(edge)
