"""The Python library's face: a story opened for reading.

>>> import variorum
>>> story = variorum.open("story.variorum")
>>> story.articles[0].outlet
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from variorum.collate.corrections.record import CorrectedRecord, Effect
from variorum.compare.accounts import (
    day_contradictions,
    speaker_contradictions,
    status_contradictions,
)
from variorum.compare.changes import Retelling, compare, turned
from variorum.compare.conflicts import Conflict, contradictions_in, find_conflicts
from variorum.compare.coverage import Covered, draw_coverage
from variorum.compare.digest import FEW_DAYS, FEW_SENTENCES, DigestDay, draw_digest
from variorum.compare.figures import duration_contradictions, figure_contradictions
from variorum.compare.independence import find_roots, independent_sources
from variorum.compare.timeline import draw_timeline
from variorum.compare.wordings import Held, Wording, find_wordings
from variorum.drawings.notebook import Statements, Timeline
from variorum.record.article import Article
from variorum.record.correction import CorrectedNoun, Correction
from variorum.record.dating import date_quotations, date_reading
from variorum.record.errors import InputError
from variorum.record.event import Event
from variorum.record.failure import Failure
from variorum.record.lineage import Dispatch, DispatchState, Lineage, Pair
from variorum.record.naming import quotation_with_speaker, with_joined_entities
from variorum.record.position import Position
from variorum.record.reading import Entity, Quotation, Reading
from variorum.record.reuse import Reuse
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.record.time_expression import TimeExpression
from variorum.stages.finding import find
from variorum.stages.machine import MachineRecord
from variorum.store.protocol import Store
from variorum.store.searching import EVERYTHING, Found, SearchRequest
from variorum.store.sqlite import SqliteStore


class Witness(NamedTuple):
    """The article that shows best what another article's text was made from.

    For a child of an article that article; for a child of a dispatch, which is not in
    hand, the other carrier that agrees with it most.
    """

    article: str
    is_parent: bool


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
        return sorted(dated, key=_by_publication)

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.articles}

    @cached_property
    def pairs(self) -> list[Pair]:
        """All pairs of articles that have something to do with each other."""
        return list(self._store.pairs())

    @cached_property
    def lineage(self) -> list[Lineage]:
        """All edges of the family trees."""
        return list(self._store.lineage())

    @cached_property
    def dispatches(self) -> list[Dispatch]:
        """All inferred dispatches."""
        return list(self._store.dispatches())

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
        wanted = _day(day) if isinstance(day, str) else day
        return Statements(
            (
                one
                for one in self._statements
                if (speaker is None or self._has_said(speaker, one))
                and (wanted is None or _is_of_day(one, wanted))
            ),
            self.sources_behind,
        )

    @cached_property
    def _statements(self) -> list[Statement]:
        return list(self._corrected.statements)

    def _has_said(self, speaker: str, statement: Statement) -> bool:
        known = self._names.get(statement.speaker or "", ())
        return _is_called(speaker, statement.speaker, (statement.speaker_name or "", *known))

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
    def times(self) -> Mapping[str, Sequence[TimeExpression]]:
        """For each article that was read its time expressions."""
        return {article: reading.times for article, reading in self._read.items()}

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Where articles tell one thing differently, what is surest first."""
        found = chain(
            contradictions_in(self.reuses, self.by_id, self.times),
            figure_contradictions(self.by_id, self.reuses, self.stories),
            duration_contradictions(self.events, self.by_id),
            status_contradictions(self.events, self.by_id, self.roots),
            day_contradictions(self.events, self._read),
            speaker_contradictions(self._statements, self._said, self.by_id),
        )
        return find_conflicts(found, self.by_id, [*self.by_id], self.dispatches)

    @cached_property
    def wordings(self) -> list[Wording]:
        """What retellings call otherwise, the most telling first."""
        return find_wordings(self._held(), self.by_id, self.roots)

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

    def _held(self) -> Iterator[Held]:
        """Each child beside its parent or what stands for it; then pairs of unknown direction."""
        told = [
            (not (witness.is_parent or self._is_closer(witness.article, edge)), witness, edge)
            for edge in self.lineage
            if (witness := self.witness(edge))
        ]
        seen: set[frozenset[str]] = set()
        for is_unsure, witness, edge in sorted(told, key=lambda one: one[0]):
            ends = frozenset((witness.article, edge.child))
            if ends not in seen:
                seen.add(ends)
                passages = self.reuses_between(witness.article, edge.child)
                yield Held(passages, is_directed=not is_unsure)
        for pair in self.pairs:
            is_new = frozenset((pair.a, pair.b)) not in seen
            if is_new and not self.sources_behind([pair.a]) & self.sources_behind([pair.b]):
                yield Held(self.reuses_between(pair.a, pair.b), is_directed=False)

    def _is_closer(self, article: str, edge: Lineage) -> bool:
        """Whether an article prints as sent what the child of a dispatch has reworked."""
        as_sent = any(one.relation == "copy" for one in self.parents.get(article, ()))
        return as_sent and edge.relation != "copy"

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
                if _is_called(speaker, quotation.speaker, called):
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

    @cached_property
    def states(self) -> Mapping[str, tuple[Dispatch, DispatchState]]:
        """The states of dispatches by their ids, each with its dispatch."""
        return {state.id: (one, state) for one in self.dispatches for state in one.states}

    @cached_property
    def dispatches_by_id(self) -> Mapping[str, Dispatch]:
        """The inferred dispatches by their ids."""
        return {one.id: one for one in self.dispatches}

    @cached_property
    def children(self) -> Mapping[str, list[Lineage]]:
        """The edges below each article, dispatch and state."""
        below: dict[str, list[Lineage]] = defaultdict(list)
        for edge in self.lineage:
            below[edge.parent].append(edge)
        return below

    @cached_property
    def parents(self) -> Mapping[str, list[Lineage]]:
        """The edges above each article."""
        above: dict[str, list[Lineage]] = defaultdict(list)
        for edge in self.lineage:
            above[edge.child].append(edge)
        return above

    @cached_property
    def roots(self) -> Mapping[str, frozenset[str]]:
        """For each article that has its text from elsewhere, the texts at the top."""
        return find_roots(self.lineage, self.dispatches)

    @cached_property
    def independent_sources(self) -> frozenset[str]:
        """The roots behind all articles together."""
        return independent_sources(self.by_id, self.roots)

    @cached_property
    def pairs_of(self) -> Mapping[str, list[Pair]]:
        """For each article what others have to do with it."""
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            found[pair.a].append(pair)
            found[pair.b].append(pair)
        return found

    def find(self, name: str) -> list[Article]:
        """The articles with this id or given id, or whose source or outlet holds `name`."""
        exact = [article for article in self.articles if name in (article.id, article.given_id)]
        folded = name.casefold()
        return exact or [
            article
            for article in self.articles
            if folded in f"{article.outlet or ''}\n{' '.join(article.sources)}".casefold()
        ]

    def pair(self, one: str, other: str) -> Pair | None:
        """What two articles have to do with each other, if anything."""
        ends = {one, other}
        return next((pair for pair in self.pairs_of.get(one, ()) if {pair.a, pair.b} == ends), None)

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
        seen: set[str] = set()
        while article not in seen:
            seen.add(article)
            edges = self.parents.get(article, ())
            above = [edge.parent for edge in edges if edge.relation != "partial"]
            known = [self.states[node][1] for node in above if node in self.states]
            if known:
                return known[0]
            article = next((node for node in above if node in self.by_id), article)
        return None

    def witness(self, edge: Lineage) -> Witness | None:
        """The article to hold a child's text against; None if no other carries it."""
        if edge.parent in self.by_id:
            return Witness(edge.parent, is_parent=True)
        carriers = self._carriers(edge.parent, edge.child)
        fits = [
            (_closeness(pair, edge.child), other)
            for pair in self.pairs_of.get(edge.child, ())
            if (other := pair.b if pair.a == edge.child else pair.a) in carriers
        ]
        return Witness(max(fits)[1], is_parent=False) if fits else None

    def _carriers(self, node: str, child: str) -> set[str]:
        """The other articles that carry a state; if there are none, any state of its dispatch."""
        if node in self.states:
            dispatch, state = self.states[node]
            return set(state.articles) - {child} or set(dispatch.articles) - {child}
        carriers = {one for found in self.dispatches if found.id == node for one in found.articles}
        return carriers - {child}


def _is_called(wanted: str, entity: str | None, names: Iterable[str]) -> bool:
    """Whether somebody is wanted, by id or by words of a name, whatever the case of letters."""
    folded = wanted.casefold()
    return wanted == entity or any(folded in one.casefold() for one in names)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text!r} is no day", 'Write it like "2031-03-04"') from error


def _is_of_day(statement: Statement, day: date) -> bool:
    if statement.said is None:
        return False
    first, last = statement.said.days
    return first <= day <= last


_CLOSENESS: Final = {"copy": 3, "edited": 2, "partial": 1, "quotes_only": 0}


def _closeness(pair: Pair, child: str) -> tuple[int, float, float]:
    share = pair.share_a if pair.a == child else pair.share_b
    return _CLOSENESS[pair.relation], share, min(pair.share_a, pair.share_b)


def _by_publication(article: Article) -> tuple[str, str, str]:
    if article.published is None:
        return "9999", article.source, article.id
    return article.published.written_end.isoformat(), article.source, article.id


def open_story(path: str | Path) -> Story:
    """Open a store for reading. Raises `StoreError` if there is none at `path`."""
    return Story(SqliteStore(Path(path)))
