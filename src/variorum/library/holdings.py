"""What a store holds, as people corrected it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from variorum.collate.corrections.record import CorrectedRecord, Effect
from variorum.compare.changes import turned
from variorum.compare.independence import independent_sources
from variorum.library.asking import by_publication, is_called
from variorum.library.kinship import Kinship
from variorum.record.article import Article
from variorum.record.closing import Closing
from variorum.record.correction import CorrectedNoun, Correction
from variorum.record.dating import date_quotations, date_reading
from variorum.record.event import Event
from variorum.record.failure import Failure
from variorum.record.lineage import Dispatch, Lineage, Pair
from variorum.record.naming import quotation_with_speaker, with_joined_entities
from variorum.record.position import Position
from variorum.record.reading import Entity, Quotation, Reading
from variorum.record.reuse import Reuse
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.stages.machine import MachineRecord
from variorum.store.protocol import Store


class Quoted(NamedTuple):
    """A quotation, and the article that has it."""

    article: Article
    quotation: Quotation


class Holdings(Closing):
    """What a store holds: texts, what was read in them, and what was joined out of that.

    As people corrected it; articles carry their inferred dates.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

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

    @cached_property
    def _statements(self) -> list[Statement]:
        return list(self._corrected.statements)

    @cached_property
    def _statements_by_id(self) -> Mapping[str, Statement]:
        return {one.id: one for one in self._statements}

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        return {one.id: (one.name, *one.aliases) for one in self.entities}

    @cached_property
    def events(self) -> list[Event]:
        """What happened, goes on, is planned, was put off, is denied or only supposed."""
        return list(self._corrected.events)

    @cached_property
    def _events_by_id(self) -> Mapping[str, Event]:
        return {one.id: one for one in self.events}

    @cached_property
    def positions(self) -> list[Position]:
        """Who stands where on which issue."""
        return list(self._corrected.positions)

    @cached_property
    def stories(self) -> list[StoryGroup]:
        """The groups of articles about one development."""
        return list(self._corrected.stories)

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

    def statement(self, statement: str) -> Statement | None:
        """One statement, by id."""
        if self.corrections:
            return self._statements_by_id.get(statement)
        return self._store.statement(statement)

    def event(self, event: str) -> Event | None:
        """One event, by id."""
        if self.corrections:
            return self._events_by_id.get(event)
        return self._store.event(event)

    def position(self, position: str) -> Position | None:
        """One position, by id."""
        if self.corrections:
            return next((one for one in self.positions if one.id == position), None)
        return self._store.position(position)

    @property
    def roots(self) -> Mapping[str, frozenset[str]]:
        """For each article that has its text from elsewhere, the texts at the top."""
        return self.kinship.roots

    @cached_property
    def independent_sources(self) -> frozenset[str]:
        """The roots behind all articles together."""
        return independent_sources(self.by_id, self.roots)

    def reuses_between(self, one: str, other: str) -> list[Reuse]:
        """The aligned passages of two articles, seen from the first."""
        a, b = sorted((one, other))
        reuses = self._store.reuses_between(a, b)
        return reuses if a == one else [turned(reuse) for reuse in reuses]
