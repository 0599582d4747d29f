"""What the front page shows of what changed: from report to report, and in retellings."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from variorum.compare.conflicts import Claim, Conflict, is_about_claim
from variorum.compare.course import Turn, course_of
from variorum.compare.edited import ConflictKind
from variorum.compare.wordings import Wording, WordingKind
from variorum.record.event import Event, Status
from variorum.views.desk import Desk
from variorum.views.words import Words, clipped

SHOWN_TURNS: Final = 4
SHOWN_DIFFERENCES: Final = 4
SHOWN_REPLACEMENTS: Final = 5
SHOWN_SIDES: Final = 3
SUREST: Final = 12
"""Conflicts among which the newest are looked for."""

ENOUGH: Final = 0.5
"""Confidence from which a contradiction is shown on the front page."""

_TELLING: Final[tuple[WordingKind, ...]] = ("qualifier", "loaded", "attribution")


class TurnedTo(msgspec.Struct, frozen=True):
    """What reports of a day make of an event, with the words of one of them."""

    status: Status
    day: date
    words: Words


class ShownTurn(msgspec.Struct, frozen=True):
    """An event of which later reports made something else: planned, then put off."""

    event: str
    label: str
    turns: tuple[TurnedTo, ...]
    independent_sources: int


class ShownSide(msgspec.Struct, frozen=True):
    """One side of a contradiction: its first words, and how many places tell it so."""

    words: Words
    places: int


class ShownDifference(msgspec.Struct, frozen=True):
    """Where articles contradict each other.

    `about` is empty where the sentences tell it; `newest`: the day of the latest of them.
    """

    conflict: str
    kind: ConflictKind
    about: str
    sides: tuple[ShownSide, ...]
    newest: date | None


class ShownReplacement(msgspec.Struct, frozen=True):
    """What retellings put in the place of words, with one place of each."""

    before: str
    after: str
    kind: WordingKind
    has_direction: bool
    count: int
    outlets: tuple[str, ...]
    source: Words
    retelling: Words


def newest_turns(desk: Desk) -> list[ShownTurn]:
    """The events whose status changed: first those of several sources, then the latest."""
    found = [
        (event, course)
        for event in desk.events
        if len(course := course_of(event, desk.story.sources_behind)) > 1
    ]
    shown = [_shown_turn(desk, event, course) for event, course in found]
    shown.sort(
        key=lambda one: (
            one.independent_sources < 2, -one.turns[-1].day.toordinal(),
            -one.independent_sources, one.event,
        )
    )  # fmt: skip
    return shown[:SHOWN_TURNS]


def _shown_turn(desk: Desk, event: Event, course: Sequence[Turn]) -> ShownTurn:
    turns = (TurnedTo(turn.status, turn.day, _words_of(desk, event, turn)) for turn in course)
    articles = [one.article for one in event.mentions]
    return ShownTurn(event.id, clipped(event.label, 120), tuple(turns), desk.sources(articles))


def _words_of(desk: Desk, event: Event, turn: Turn) -> Words:
    """The first words by which an article of a turn says so.

    If none of them tells it by itself (what is told before the day can only be a plan), its first
    words on the event.
    """
    places = [one for one in event.mentions if one.article in turn.articles]
    best = min(
        places,
        key=lambda one: (one.status != turn.status, desk.order[one.article], one.start),
    )
    return desk.words(best.article, best.start, best.end)


def newest_differences(desk: Desk) -> list[ShownDifference]:
    """Of the contradictions that are surest those that the latest articles have."""
    sure = [one for one in desk.conflicts if not one.is_update and one.confidence >= ENOUGH]
    shown = [_shown_difference(desk, one) for one in sure[:SUREST]]
    shown.sort(key=lambda one: -(one.newest or date.min).toordinal())
    return shown[:SHOWN_DIFFERENCES]


def _shown_difference(desk: Desk, conflict: Conflict) -> ShownDifference:
    days = [
        article.published.days[1]
        for claim in conflict.claims
        if (article := desk.story.by_id[claim.article]).published
    ]
    return ShownDifference(
        conflict=conflict.id,
        kind=conflict.kind,
        about="" if is_about_claim(conflict, desk.story.by_id) else clipped(conflict.about, 200),
        sides=tuple(
            ShownSide(desk.words(side[0].article, side[0].start, side[0].end), len(side))
            for side in sides_of(conflict)[:SHOWN_SIDES]
        ),
        newest=max(days, default=None),
    )


def sides_of(conflict: Conflict) -> list[tuple[Claim, ...]]:
    """The claims of each side."""
    starts = [sum(conflict.sides[:number]) for number in range(len(conflict.sides))]
    return [
        conflict.claims[start : start + length]
        for start, length in zip(starts, conflict.sides, strict=True)
    ]


def telling_replacements(desk: Desk) -> list[ShownReplacement]:
    """What takes sides, or doubt that was dropped or added, in retellings of the desk."""
    telling = [one for one in desk.wordings if one.kind in _TELLING and one.has_direction]
    telling.sort(key=lambda one: (-one.count, _TELLING.index(one.kind)))
    return [_shown_replacement(desk, one) for one in telling[:SHOWN_REPLACEMENTS]]


def _shown_replacement(desk: Desk, wording: Wording) -> ShownReplacement:
    place = next(one for one in wording.places if one.b.article in desk.chosen)
    return ShownReplacement(
        before=clipped(wording.before, 80),
        after=clipped(wording.after, 80),
        kind=wording.kind,
        has_direction=wording.has_direction,
        count=wording.count,
        outlets=tuple(clipped(one, 60) for one in wording.outlets[:3]),
        source=desk.words_of(place.a),
        retelling=desk.words_of(place.b),
    )
