"""What was said: by speaker, day and issue."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Final, Literal, NamedTuple

import msgspec

from variorum.compare.speaking import NOBODY, Speaker, called
from variorum.record.reuse import Place
from variorum.record.statement import Statement
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, Part, View, part_of
from variorum.views.saying import LONGEST_KEY, SpeakerLine, StatementLine, statement_line
from variorum.views.words import clipped

SPEAKERS: Final = 15
"""Speakers on one part of the list."""

OF_EACH: Final = 3
"""Statements that are shown of each of many speakers; a speaker's own list has all."""

SHOWN: Final = 40
"""Statements on one part of a speaker's list."""

LONGEST: Final = 420
"""Characters of a statement in a list."""

OFFERED: Final = 150
"""Speakers, days and issues, each, that the form offers."""

NOBODYS: Final = "nobody"
"""What is asked for to see what is given to no speaker."""


class StatementsQuery(ListQuery, frozen=True, kw_only=True):
    """Which statements: what is empty asks for nothing.

    - `speaker`: an entity, or a name or words of one; "nobody" for what is given to none;
    - `day`: on which it was said, as 2025-02-12;
    - `issue`: words that stand in it, or in an issue on which it takes a position;
    - `told`: only what somebody quotes, or only what all report in their own words.
    """

    speaker: Annotated[str, msgspec.Meta(max_length=LONGEST_KEY)] = ""
    day: Annotated[str, msgspec.Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    issue: Annotated[str, msgspec.Meta(max_length=LONGEST_KEY)] = ""
    told: Literal["", "quoted", "reported"] = ""


class Choice(msgspec.Struct, frozen=True):
    """Something the form offers: what is asked for, what it is called, how many statements."""

    value: str
    name: str
    count: int


class SpokenBy(msgspec.Struct, frozen=True):
    """A speaker with statements, of `total` that are asked for."""

    speaker: SpeakerLine
    asked: str
    total: int
    quoted: int
    statements: tuple[StatementLine, ...]


class StatementsView(View, frozen=True, kw_only=True):
    """Statements by speaker, who is quoted by most articles first.

    - `total`, `quoted`, `repeated`: how many are asked for, how many of these somebody prints
      between marks, and how many stand in several articles;
    - `part`: of the speakers; where only one is left, of that speaker's statements;
    - `speakers`, `days`, `issues`: what the form offers.
    """

    total: int
    quoted: int
    repeated: int
    chosen: str
    by: tuple[SpokenBy, ...]
    part: Part
    speakers: tuple[Choice, ...]
    days: tuple[Choice, ...]
    issues: tuple[str, ...]


def draw_statements(desk: Desk, query: StatementsQuery) -> StatementsView:
    """The statements that are asked for."""
    asked = desk.once(_asked_for, query.speaker, query.day, query.issue, query.told)
    found = asked.speakers
    if len(found) == 1:
        statements, part = part_of(list(found[0].statements), query.page, SHOWN)
        by: tuple[SpokenBy, ...] = (_spoken(desk, found[0], statements),)
    else:
        speakers, part = part_of(list(found), query.page, SPEAKERS)
        by = tuple(_spoken(desk, one, one.statements[:OF_EACH]) for one in speakers)
    return StatementsView(
        heading="What was said",
        total=asked.total,
        quoted=asked.quoted,
        repeated=asked.repeated,
        chosen=_chosen(found, query),
        by=by,
        part=part,
        speakers=_speakers(desk.speakers, query),
        days=_days(desk, query),
        issues=tuple(issue[:LONGEST_KEY] for issue, _ in desk.issues[:OFFERED]),
    )


class _Asked(NamedTuple):
    """The statements that are asked for, by speaker, and how many of what sort they are."""

    speakers: Sequence[Speaker]
    total: int
    quoted: int
    repeated: int


def _asked_for(desk: Desk, speaker: str, day: str, issue: str, told: str) -> _Asked:
    speakers: Sequence[Speaker] = desk.speakers
    if speaker == NOBODYS:
        speakers = [one for one in speakers if not one.key]
    elif speaker:
        speakers = called(speakers, speaker)
    places = _places_on(desk, issue)

    def is_asked_for(one: Statement) -> bool:
        if told and (told == "quoted") != (one.id in desk.quoted):
            return False
        first, last = desk.days_said.get(one.id, ("", ""))
        if day and not first <= day <= last:
            return False
        return not issue or _is_about(desk, one, issue, places)

    if day or issue or told:
        kept = (
            one._replace(statements=[said for said in one.statements if is_asked_for(said)])
            for one in speakers
        )
        speakers = [one for one in kept if one.statements]
    everything = [said for one in speakers for said in one.statements]
    return _Asked(
        speakers,
        len(everything),
        sum(one.id in desk.quoted for one in everything),
        sum(len(one.articles) > 1 for one in everything),
    )


def _places_on(desk: Desk, issue: str) -> frozenset[Place]:
    """Where somebody takes a position on an issue that has these words."""
    words = issue.casefold()
    return frozenset(
        place
        for position in desk.positions
        if words and words in position.issue.casefold()
        for place in position.evidence
    )


def _is_about(desk: Desk, one: Statement, issue: str, places: frozenset[Place]) -> bool:
    if issue.casefold() in one.text.casefold():
        return True
    return any(position_place_in(desk, one, place) for place in places)


def position_place_in(desk: Desk, one: Statement, place: Place) -> bool:
    """Whether words of a place are words of a statement."""
    if place.article not in one.articles:
        return False
    told = (desk.quotations[quotation] for quotation in one.quotations)
    return any(
        article.id == place.article
        and any(span.start < place.end and place.start < span.end for span in quotation.content)
        for article, quotation in told
    )


def _spoken(desk: Desk, speaker: Speaker, shown: Sequence[Statement]) -> SpokenBy:
    known = speaker.entity.id if speaker.entity else None
    return SpokenBy(
        SpeakerLine(speaker.key[:LONGEST_KEY], clipped(speaker.name, 120), known),
        speaker.key[:LONGEST_KEY] or NOBODYS,
        len(speaker.statements),
        sum(one.id in desk.quoted for one in speaker.statements),
        tuple(statement_line(desk, one, LONGEST) for one in shown),
    )


def _chosen(found: Sequence[Speaker], query: StatementsQuery) -> str:
    """The name of the speaker that is asked for, as far as it is known."""
    if not query.speaker:
        return ""
    return clipped(found[0].name, 120) if len(found) == 1 else query.speaker


def _speakers(speakers: Sequence[Speaker], query: StatementsQuery) -> tuple[Choice, ...]:
    offered = [
        Choice(one.key[:LONGEST_KEY], clipped(one.name, 80), len(one.statements))
        for one in speakers
        if one.key
    ][:OFFERED]
    nobody = [Choice(NOBODYS, NOBODY, len(one.statements)) for one in speakers if not one.key]
    asked = query.speaker
    if asked and asked not in {one.value for one in [*offered, *nobody]}:
        found = called(speakers, asked)
        name = found[0].name if len(found) == 1 else asked
        offered.insert(0, Choice(asked, name, sum(len(one.statements) for one in found)))
    return tuple(offered + nobody)


def _days(desk: Desk, query: StatementsQuery) -> tuple[Choice, ...]:
    """The days on which something was surely said, those that the most was said on."""
    counts = desk.once(_counted_days)
    most = sorted(counts, key=lambda day: (-counts[day], day))[:OFFERED]
    days = sorted({*most, *([query.day] if query.day else [])})
    return tuple(Choice(day, day, counts[day]) for day in days)


def _counted_days(desk: Desk) -> Counter[str]:
    return Counter(first for first, last in desk.days_said.values() if first == last)
