"""The record with what people corrected in it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple, TypeVar, cast

from msgspec.structs import replace

from variorum.collate.corrections.found import Found
from variorum.collate.corrections.partition import Partition
from variorum.collate.corrections.people import People, correct_people
from variorum.collate.corrections.positions import correct_positions
from variorum.collate.corrections.reshaping import (
    Material,
    Reshaped,
    Values,
    reshape,
    values_of,
    with_values,
)
from variorum.collate.corrections.stories import draw_story
from variorum.collate.entities.rows import EntityRow
from variorum.collate.entities.rows import rows_of as entity_rows
from variorum.collate.events.chosen import join_chosen as chosen_event
from variorum.collate.events.rows import EventRow
from variorum.collate.events.rows import rows_of as event_rows
from variorum.collate.statements.chosen import join_chosen as chosen_statement
from variorum.collate.statements.rows import QuotationRow
from variorum.collate.statements.rows import rows_of as quotation_rows
from variorum.record.article import Article
from variorum.record.correction import CorrectedNoun, Correction, parse_days, unit_of
from variorum.record.dating import date_reading
from variorum.record.event import Event, Participant, Status
from variorum.record.naming import names_of_persons, said_by_name
from variorum.record.position import Position
from variorum.record.reading import Quotation, Reading
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup
from variorum.record.when import When

Effect = Literal["in force", "overruled", "idle", "undone"]
"""What a correction does: it holds; a later one says otherwise; what it is about is not there; it
was taken back."""

T = TypeVar("T")


class QuotationChange(NamedTuple):
    """What a person says of a quotation: `speaker` (entity and name) or `said`, one in a tuple."""

    speaker: tuple[tuple[str | None, str | None]] | None = None
    said: tuple[When | None] | None = None


class CorrectedRecord:
    """What the machine found, corrected; drawn when it is asked for.

    Depends on nothing but what was found and the set of corrections: of two that contradict each
    other the later one holds, by the time at which it was made.
    """

    def __init__(self, found: Found, corrections: Iterable[Correction]) -> None:
        self._found = found
        self.corrections = sorted(corrections, key=lambda one: one.order)
        self._active = [one for one in self.corrections if not one.undone]
        self._quotation_rows = lru_cache(None)(self._read_quotations)
        self._reading = lru_cache(None)(self._read)

    def _of(self, noun: CorrectedNoun) -> list[Correction]:
        return [one for one in self._active if one.noun == noun]

    # Articles

    @cached_property
    def _dates(self) -> Mapping[str, Correction]:
        """The correction of each article's date that holds."""
        return {subject: one for one in self._of("article") for subject in one.subjects}

    def dated(self, article: Article) -> Article:
        """The article with its corrected date of publication, if there is one."""
        correction = self._dates.get(article.id)
        if correction is None:
            return article
        published = parse_days(correction.value)
        return replace(article, published=published, corrections=(correction.id,))

    def _article(self, article: str) -> Article | None:
        found = self._found.article(article)
        return self.dated(found) if found else None

    def _read(self, article: str) -> Reading | None:
        """What an article says, told by its corrected date, with its own entities."""
        found, reading = self._article(article), self._found.reading(article)
        return date_reading(reading, found.published) if found and reading else None

    def _told_in(
        self, articles: Iterable[str], rows: Callable[[Article, Reading], Iterable[T]]
    ) -> list[T]:
        """What rows some articles give."""
        told: list[T] = []
        for one in sorted(set(articles)):
            article, reading = self._article(one), self._reading(one)
            if article and reading:
                told.extend(rows(article, reading))
        return told

    # Entities

    @cached_property
    def people(self) -> People:
        """The entities, and which of them each article's entity is."""
        found, corrections = self._found, self._of("entity")
        naming = found.naming() if corrections else {}

        def rows(units: Iterable[str]) -> list[EntityRow]:
            wanted = set(units)
            articles = {naming[one] for one in wanted if one in naming}
            return [row for row in self._told_in(articles, entity_rows) if row.entity.id in wanted]

        return correct_people(found.entities(), found.joined(), corrections, rows)

    # Statements

    @cached_property
    def _statements(self) -> tuple[Reshaped[Statement], Values]:
        found, corrections = self._renamed_statements(), self._of("statement")
        material = Material(
            found,
            [frozenset(one.quotations) for one in found],
            self._draw_statement,
            lambda one: one.speaker in self.people.scattered or self._is_dated(one.articles),
        )
        reshaped = reshape(material, corrections)
        values = values_of(reshaped.partition, corrections)
        return with_values(reshaped, values, self._valued_statement), values

    @cached_property
    def statements(self) -> list[Statement]:
        """What was said."""
        if not self._active:
            return list(self._found.statements())
        return _in_order(self._statements[0].things.values())

    def _renamed_statements(self) -> list[Statement]:
        """What the machine found, with the entities that those it names belong to now."""
        renamed, names = self.people.renamed, self._names
        return [
            said_by_name(replace(one, speaker=renamed.get(one.speaker or "", one.speaker)), names)
            for one in self._found.statements()
        ]

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return names_of_persons(self.people.entities)

    def _draw_statement(
        self, units: frozenset[str], parts: Sequence[Statement]
    ) -> Statement | None:
        articles = {article for one in parts for article in one.articles}
        rows = [row for one in sorted(articles) for row in self._quotation_rows(one)]
        chosen = [row for row in rows if row.quotation in units]
        if not chosen:
            return parts[0]
        return said_by_name(chosen_statement(chosen, self.people.joined), self._names)

    def _read_quotations(self, article: str) -> tuple[QuotationRow, ...]:
        return tuple(self._told_in([article], quotation_rows))

    def _valued_statement(self, one: Statement, correction: Correction) -> Statement:
        if correction.kind == "date":
            return replace(one, said=parse_days(correction.value))
        speaker, name = self._speaker(correction)
        return replace(one, speaker=speaker, speaker_name=name)

    def _speaker(self, correction: Correction) -> tuple[str | None, str | None]:
        if not correction.value:
            return None, None
        return self.people.of(correction.others), correction.value

    @cached_property
    def quotation_changes(self) -> Mapping[str, QuotationChange]:
        """What the values of statements say of the quotations that they are about."""
        changes: dict[str, QuotationChange] = {}
        for units, corrected in self._statements[1].items():
            for correction in corrected.values():
                for unit in units.intersection(correction.subjects):
                    before = changes.get(unit, QuotationChange())
                    changes[unit] = self._changed(before, correction)
        return changes

    def _changed(self, change: QuotationChange, correction: Correction) -> QuotationChange:
        if correction.kind == "date":
            return change._replace(said=(parse_days(correction.value),))
        return change._replace(speaker=(self._speaker(correction),))

    def corrected_reading(self, reading: Reading) -> Reading:
        """A reading (dated, with the record's entities) with what people say of its quotations."""
        if not self._of("statement"):
            return reading
        quotations = tuple(map(self.corrected_quotation, reading.quotations))
        return replace(reading, quotations=quotations)

    def corrected_quotation(self, one: Quotation) -> Quotation:
        """A quotation (dated, with the record's speaker) with what people say of it."""
        change = self.quotation_changes.get(one.id, QuotationChange())
        if change.speaker:
            ((speaker, name),) = change.speaker
            one = replace(one, speaker=speaker, speaker_name=name)
        return replace(one, said=change.said[0]) if change.said else one

    # Events

    @cached_property
    def _events(self) -> tuple[Reshaped[Event], Values]:
        found = [self._renamed_event(one) for one in self._found.events()]
        corrections = self._of("event")
        material = Material(found, [_mentions(one) for one in found], self._draw_event, self._moved)
        reshaped = reshape(material, corrections)
        values = values_of(reshaped.partition, corrections)
        return with_values(reshaped, values, _valued_event), values

    @cached_property
    def events(self) -> list[Event]:
        """What happened or is to come."""
        if not self._active:
            return list(self._found.events())
        return _in_order(self._events[0].things.values())

    def _moved(self, one: Event) -> bool:
        """Whether an event has to be drawn anew, because of who takes part or when it is told."""
        scattered = self.people.scattered
        takes_part = any(each.entity in scattered for each in one.participants)
        return takes_part or self._is_dated(at.article for at in one.mentions)

    def _draw_event(self, units: frozenset[str], parts: Sequence[Event]) -> Event | None:
        def rows(article: Article, reading: Reading) -> tuple[EventRow, ...]:
            chosen = tuple(
                one for one in reading.events if unit_of(article.id, one.start, one.end) in units
            )
            return event_rows(article, replace(reading, events=chosen))

        articles = {at.article for one in parts for at in one.mentions}
        told = self._told_in(articles, rows)
        if not told:
            return parts[0]
        drawn = chosen_event(told, self.people.joined)
        names = {who.entity: who.name for one in parts for who in one.participants if who.entity}
        named = [
            replace(who, name=names.get(who.entity or "", who.name)) for who in drawn.participants
        ]
        return replace(drawn, participants=tuple(named))

    def _renamed_event(self, one: Event) -> Event:
        renamed = self.people.renamed
        if not any(each.entity in renamed for each in one.participants):
            return one
        names = {entity.id: entity.name for entity in self.people.entities}
        found: dict[tuple[str, str], Participant] = {}
        for who in one.participants:
            entity = renamed.get(who.entity or "", who.entity)
            name = names.get(entity or "", who.name) if entity != who.entity else who.name
            found.setdefault((entity or name, who.role), Participant(entity, name, who.role))
        return replace(one, participants=tuple(found.values()))

    # Stories and positions

    @cached_property
    def _stories(self) -> Reshaped[StoryGroup]:
        found, corrections = self._found.stories(), self._of("story")
        told = {article for one in found for article in one.articles}
        named = {unit for one in corrections for unit in (*one.subjects, *one.others)}
        material = Material(
            found,
            [frozenset(one.articles) for one in found],
            self._draw_story,
            lambda one: self._is_dated(one.articles),
            sorted(named.intersection(self._found.articles()) - told),
        )
        return reshape(material, corrections)

    @cached_property
    def stories(self) -> list[StoryGroup]:
        """The groups of articles about one development."""
        if not self._active:
            return list(self._found.stories())
        return _in_order(self._stories.things.values())

    def _draw_story(self, units: frozenset[str], parts: Sequence[StoryGroup]) -> StoryGroup | None:
        return draw_story([one for unit in sorted(units) if (one := self._article(unit))], parts)

    @cached_property
    def positions(self) -> list[Position]:
        """Who stands where."""
        if not self._of("entity"):
            return list(self._found.positions())
        return correct_positions(self._found.positions(), self.people, self._reading)

    def _is_dated(self, articles: Iterable[str]) -> bool:
        """Whether a person corrected the date of one of some articles."""
        return bool(self._dates) and any(one in self._dates for one in articles)

    # What became of each correction

    def effect(self, correction: Correction) -> Effect:
        """What a correction does to the record as it is now."""
        if correction.undone:
            return "undone"
        if correction.noun == "article":
            return self._effect_on_articles(correction)
        partition, values = self._groups(correction.noun)
        holds = partition.holds(correction)
        if holds is None:
            return "idle"
        if correction.kind not in ("join", "split"):
            home = partition.home(correction.subjects)
            holds = home is not None and values[home][correction.kind] == correction
        return "in force" if holds else "overruled"

    def _effect_on_articles(self, correction: Correction) -> Effect:
        there = set(self._found.articles()).intersection(correction.subjects)
        if not there:
            return "idle"
        return "in force" if any(self._dates[one] == correction for one in there) else "overruled"

    def _groups(self, noun: CorrectedNoun) -> tuple[Partition, Values]:
        if noun == "statement":
            return self._statements[0].partition, self._statements[1]
        if noun == "event":
            return self._events[0].partition, self._events[1]
        if noun == "story":
            return self._stories.partition, {}
        return self._partition_of_people, {}

    @cached_property
    def _partition_of_people(self) -> Partition:
        members: dict[str, set[str]] = {}
        for unit, entity in self.people.joined.items():
            members.setdefault(entity, set()).add(unit)
        return Partition(members.values())

    def units(self, noun: CorrectedNoun, thing: str) -> tuple[str, ...]:
        """The base units of a thing, by its id; none if it is not there."""
        if noun == "article":
            return (thing,) if self._found.article(thing) else ()
        if noun == "entity":
            return tuple(unit for unit, entity in self.people.joined.items() if entity == thing)
        found: Iterable[Iterable[str]]
        if noun == "statement":
            found = (one.quotations for one in self.statements if one.id == thing)
        elif noun == "event":
            found = (_mentions(one) for one in self.events if one.id == thing)
        else:
            found = (one.articles for one in self.stories if one.id == thing)
        return tuple(sorted(next(iter(found), ())))

    def thing(self, noun: CorrectedNoun, units: Sequence[str]) -> str | None:
        """The id of what most of some base units belong to now; None if they are not there."""
        if noun == "article":
            return next((one for one in units if self._found.article(one)), None)
        if noun == "entity":
            return self.people.of(units)
        one: Statement | Event | StoryGroup | None
        if noun == "statement":
            one = self._statements[0].thing(units)
        elif noun == "event":
            one = self._events[0].thing(units)
        else:
            one = self._stories.thing(units)
        return one.id if one else None

    def current(self, kind: str, identity: str) -> str:
        """Where what the machine made of some id is now: what most of its base units belong to.

        What is no longer there as such, or of another kind, keeps its id.
        """
        if kind == "statement":
            made = (one for one in self._found.statements() if one.id == identity)
            units = [unit for one in made for unit in one.quotations]
            return self.thing("statement", units) or identity
        if kind == "event":
            told = (one for one in self._found.events() if one.id == identity)
            mentions = sorted(unit for one in told for unit in _mentions(one))
            return self.thing("event", mentions) or identity
        if kind == "position":
            shown = (one for one in self._found.positions() if one.id == identity)
            places = {place for one in shown for place in one.evidence}
            now = (one.id for one in self.positions if not places.isdisjoint(one.evidence))
            return next(now, identity)
        return identity


def _mentions(one: Event) -> frozenset[str]:
    return frozenset(unit_of(at.article, at.start, at.end) for at in one.mentions)


def _valued_event(one: Event, correction: Correction) -> Event:
    if correction.kind == "date":
        return replace(one, when=parse_days(correction.value))
    return replace(one, status=cast("Status", correction.value))


Identified = TypeVar("Identified", Statement, Event, StoryGroup)


def _in_order(things: Iterable[Identified]) -> list[Identified]:
    return sorted(things, key=lambda one: one.id)
