"""What a person can correct: the forms of a thing, what was corrected, and a page of all of it."""

from collections.abc import Sequence
from typing import Final, NamedTuple, get_args

import msgspec

from variorum.collate.corrections.record import Effect
from variorum.record.correction import (
    ALLOWED,
    CorrectedNoun,
    Correction,
    CorrectionKind,
    Undone,
    parse_days,
)
from variorum.record.event import Event, Status
from variorum.record.statement import Statement
from variorum.record.when import When
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, NothingThereError, Part, View, part_of
from variorum.views.phrases import short_day
from variorum.views.stories import label_of_story
from variorum.views.words import clipped

SHOWN: Final = 50
"""Corrections on one part of the list."""

LONGEST_LABEL: Final = 160
"""Characters of what a correction is about."""

SPEAKERS: Final = 300
"""Names that are offered as speakers, at most; any other can be written."""

ARTICLES: Final = 40
"""Articles of a statement whose names are offered as speakers."""

PAGE_OF: Final[dict[CorrectedNoun, tuple[str, str]]] = {
    "statement": ("statement", "statement"),
    "event": ("event", "event"),
    "entity": ("actor", "actor"),
    "story": ("story", "story"),
    "article": ("article", "article"),
}
"""The page that shows a thing, and the field of its query that takes the thing's id."""

NAMES: Final[dict[CorrectedNoun, str]] = {
    "statement": "statement", "event": "event", "entity": "actor", "story": "story",
    "article": "article",
}  # fmt: skip
"""What readers call the nouns."""


class ListedCorrection(msgspec.Struct, frozen=True):
    """A correction: what it says, by whom and when, and what it does to the record as it is now.

    `noun`: what readers call it; `subject`: what it is about now, null if that is not there, with
    `label` in words; `other`, `other_label`: of a split what it was taken out of; `parts`: words
    of what was taken out, or joined to it, as the first article has them; `value`: of a date the
    days in words; `page` and `field`: the page that shows such things and what that is asked for.
    """

    id: str
    kind: CorrectionKind
    noun: str
    value: str
    author: str
    made: str
    undone: Undone | None
    effect: Effect
    subject: str | None
    label: str
    other: str | None
    other_label: str
    parts: str
    page: str
    field: str


class CorrectionsView(View, frozen=True, kw_only=True):
    """What people corrected, the latest first."""

    corrections: tuple[ListedCorrection, ...]
    part: Part


def draw_corrections(desk: Desk, query: ListQuery) -> CorrectionsView:
    """All corrections, those taken back included; of the whole record."""
    latest = sorted(desk.story.corrections, key=lambda one: one.order, reverse=True)
    shown, part = part_of(latest, query.page, SHOWN)
    return CorrectionsView(
        heading="Corrections",
        corrections=tuple(listed_correction(desk, one) for one in shown),
        part=part,
    )


def listed_correction(desk: Desk, one: Correction) -> ListedCorrection:
    """A correction as it is listed."""
    subject = desk.story.thing_of(one.noun, one.subjects)
    other = desk.story.thing_of(one.noun, one.others) if one.kind == "split" else None
    other = None if other == subject else other
    page, field = PAGE_OF[one.noun]
    return ListedCorrection(
        id=one.id,
        kind=one.kind,
        noun=NAMES[one.noun],
        value=_days(one.value) if one.kind == "date" else one.value,
        author=one.author,
        made=one.made,
        undone=one.undone,
        effect=desk.story.effect_of(one),
        subject=subject,
        label=_short(desk, one.noun, subject),
        other=other,
        other_label=_short(desk, one.noun, other),
        parts=_parts(desk, one),
        page=page,
        field=field,
    )


def _short(desk: Desk, noun: CorrectedNoun, thing: str | None) -> str:
    return clipped(label_of(desk, noun, thing), LONGEST_LABEL) if thing else ""


def _days(value: str) -> str:
    when = parse_days(value)
    return short_day(when) if when else ""


def _parts(desk: Desk, one: Correction) -> str:
    """Words of what was taken out of a thing or joined to it; its label is that of the whole."""
    if one.kind not in ("join", "split"):
        return ""
    units = one.subjects if one.kind == "split" else one.others
    found = (words for unit in units if (words := _words_of(desk, one.noun, unit)))
    return clipped(next(found, ""), LONGEST_LABEL)


def _words_of(desk: Desk, noun: CorrectedNoun, unit: str) -> str:
    """The words of a base unit: of a quotation, a mention, a name; of an article its headline."""
    story = desk.story
    if noun == "statement" and unit in desk.quotations:
        article, quotation = desk.quotations[unit]
        return " … ".join(span.of(article.text) for span in quotation.content)
    if noun == "story" and unit in story.by_id:
        return desk.line(unit).title
    if noun == "event":
        article_id, _, place = unit.partition(":")
        start, _, end = place.partition("-")
        if article_id in story.by_id:
            words = desk.words(article_id, int(start), int(end))
            return f"{words.before}{words.words}{words.after}"
    return ""


def statements_of(desk: Desk) -> Sequence[Statement]:
    """All statements of the record, whatever story the reader has chosen."""
    return desk.story.statements()


def label_of(desk: Desk, noun: CorrectedNoun, thing: str) -> str:
    """What a thing is called; empty if it is not there."""
    story = desk.story
    if noun == "article":
        return desk.line(thing).title if thing in story.by_id else ""
    if noun == "entity":
        return desk.name_of(thing, "")
    if noun == "statement":
        statement = story.statement(thing)
        return statement.text if statement else ""
    if noun == "event":
        event = story.event(thing)
        return event.label if event else ""
    return next((label_of_story(desk, one) for one in story.stories if one.id == thing), "")


def noun_of(desk: Desk, thing: str) -> CorrectedNoun:
    """What a thing is, by its id; raises `NothingThereError` if it is not in the record."""
    if thing in desk.story.by_id:
        return "article"
    if thing in desk.entities:
        return "entity"
    if desk.story.statement(thing):
        return "statement"
    if desk.story.event(thing):
        return "event"
    if any(one.id == thing for one in desk.story.stories):
        return "story"
    raise NothingThereError(
        f"There is no {clipped(thing, 60)} in the record",
        "It may have been joined or split: look for its words",
    )


class Choice(NamedTuple):
    """Something that can be chosen: what is sent, and what is shown."""

    value: str
    shown: str
    is_now: bool


class Form(NamedTuple):
    """What of a thing can be corrected, as it stands now, and what people corrected in it.

    `first`, `last`: its days, empty if it has none.
    """

    noun: CorrectedNoun
    name: str
    thing: str
    kinds: frozenset[str]
    first: str
    last: str
    speakers: tuple[Choice, ...]
    speaker_name: str
    statuses: tuple[Choice, ...]
    made: tuple[ListedCorrection, ...]


class Correcting:
    """What templates need to offer corrections.

    `token` shows that a form came from here; `author`: as whom the reader corrected last.
    """

    def __init__(self, desk: Desk, token: str, author: str) -> None:
        self._desk = desk
        self.token = token
        self.author = author

    def form(self, noun: CorrectedNoun, thing: str) -> Form | None:
        """The form of a thing; None if it is not in the record."""
        if not label_of(self._desk, noun, thing):
            return None
        statement = self._desk.story.statement(thing) if noun == "statement" else None
        event = self._desk.story.event(thing) if noun == "event" else None
        when = self._when(thing, statement, event)
        return Form(
            noun=noun,
            name=NAMES[noun],
            thing=thing,
            kinds=frozenset(kind for kind, nouns in ALLOWED.items() if noun in nouns),
            first=when.days[0].isoformat() if when else "",
            last=when.days[1].isoformat() if when and when.days[0] != when.days[1] else "",
            speakers=self._speakers(statement) if statement else (),
            speaker_name=statement.speaker_name or ""
            if statement and not statement.speaker
            else "",
            statuses=tuple(Choice(one, one, one == event.status) for one in get_args(Status))
            if event
            else (),
            made=self._made(noun, thing),
        )

    def _when(self, thing: str, statement: Statement | None, event: Event | None) -> When | None:
        if statement:
            return statement.said
        if event:
            return event.when
        article = self._desk.story.by_id.get(thing)
        return article.published if article else None

    def _speakers(self, statement: Statement) -> tuple[Choice, ...]:
        """Whom the articles that quote a statement name; who is given now comes first."""
        speaker = statement.speaker
        named = {speaker or ""}
        for article in statement.articles[:ARTICLES]:
            reading = self._desk.story.reading_of(article)
            for entity in reading.entities if reading else ():
                if entity.kind in ("person", "organization", "group"):
                    named.add(entity.id)
        known = [self._desk.entities[one] for one in named if one in self._desk.entities]
        ranked = sorted(known, key=lambda one: (one.id != speaker, one.name.casefold(), one.id))
        return tuple(
            Choice(one.id, clipped(one.name, 80), one.id == speaker) for one in ranked[:SPEAKERS]
        )

    def _made(self, noun: CorrectedNoun, thing: str) -> tuple[ListedCorrection, ...]:
        """The corrections that are in force for a thing, the latest first."""
        found = [
            listed_correction(self._desk, one)
            for one in self._desk.story.corrections
            if one.noun == noun and not one.undone and thing in self._touched(one)
        ]
        return tuple(reversed(found))

    def _touched(self, one: Correction) -> set[str | None]:
        sides = (one.subjects, one.others if one.kind in ("join", "split") else ())
        return {self._desk.story.thing_of(one.noun, units) for units in sides if units}
