"""What the reports disagree on: each side with its words and the sources that stand behind it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, get_args

import msgspec

from variorum.compare.conflicts import KINDS, Conflict, is_about_claim, sides_of
from variorum.compare.edited import ConflictKind
from variorum.compare.words import unlike
from variorum.record.event import Status
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, Part, View, part_of
from variorum.views.words import Words, clipped

TITLES: Final[Mapping[ConflictKind, str]] = {
    "number": "Numbers",
    "date": "Dates",
    "status": "Whether and how it happened",
    "attribution": "Who says so",
    "wording": "What was meant",
}
UPDATES: Final = "Told otherwise later: put right by the same outlet or agency, or counted on"

SHOWN: Final = 20
"""Conflicts on one part of the list."""

PLACES: Final = 5
"""Other places that are listed for one side, and outlets that are named."""


class ConflictsQuery(ListQuery, frozen=True, kw_only=True):
    """What may be asked for: one `kind`; "update": what an outlet or agency put right itself."""

    kind: str | None = None


class SidePiece(msgspec.Struct, frozen=True):
    """Words of a side; `differs`: whether the side it is held against has them not."""

    text: str
    differs: bool


class Side(msgspec.Struct, frozen=True):
    """What one side of a conflict says.

    - `told_as`: what it comes to where the words do not tell: a day, or a status;
    - `words`: of its first article, in their sentence; `pieces`: the same words in pieces;
    - `sources`: the independent sources behind it; `outlets`: whose articles say so;
    - `places`: where else it is said; `more`: how many further places there are.
    """

    told_as: str
    words: Words
    pieces: tuple[SidePiece, ...]
    sources: int
    outlets: tuple[str, ...]
    places: tuple[Words, ...]
    more: int


class ShownConflict(msgspec.Struct, frozen=True):
    """One thing that is told differently; `about` is empty where the sentences tell it."""

    id: str
    kind: ConflictKind
    about: str
    sides: tuple[Side, ...]
    is_update: bool
    confidence: float
    reasons: tuple[str, ...]


class CountedConflicts(msgspec.Struct, frozen=True):
    """How many conflicts there are of a kind. `kind` is that of the query."""

    kind: str
    title: str
    count: int


class ConflictGroup(msgspec.Struct, frozen=True):
    """Conflicts of one kind, the surest first."""

    kind: str
    title: str
    conflicts: tuple[ShownConflict, ...]


class ConflictsView(View, frozen=True, kw_only=True):
    """What the reports disagree on. `kinds`: what there is of each, whatever is shown.

    `are_coming`: whether the conflicts are still being worked out, and none is shown yet.
    """

    chosen: str | None
    kinds: tuple[CountedConflicts, ...]
    groups: tuple[ConflictGroup, ...]
    part: Part
    are_coming: bool


def draw_conflicts(desk: Desk, query: ConflictsQuery) -> ConflictsView:
    """The conflicts by kind, what an outlet put right itself last."""
    are_coming = desk.are_conflicts_coming
    conflicts = [] if are_coming else desk.conflicts
    counts = Counter(map(_kind, conflicts))
    chosen = query.kind if query.kind in counts else None
    wanted = [one for one in conflicts if chosen in (None, _kind(one))]
    shown, part = part_of(wanted, query.page, SHOWN)
    titles: Mapping[str, str] = {**dict(TITLES.items()), "update": UPDATES}
    return ConflictsView(
        heading="What the reports disagree on",
        chosen=chosen,
        kinds=tuple(
            CountedConflicts(kind, title, counts[kind])
            for kind, title in titles.items()
            if counts[kind]
        ),
        groups=tuple(
            ConflictGroup(kind, titles[kind], tuple(_shown(desk, one) for one in found))
            for kind in (*KINDS, "update")
            if (found := [one for one in shown if _kind(one) == kind])
        ),
        part=part,
        are_coming=are_coming,
    )


def _kind(conflict: Conflict) -> str:
    return "update" if conflict.is_update else conflict.kind


def _shown(desk: Desk, conflict: Conflict) -> ShownConflict:
    about = "" if is_about_claim(conflict, desk.story.by_id) else conflict.about
    return ShownConflict(
        conflict.id,
        conflict.kind,
        clipped(about, 240),
        tuple(_sides(desk, conflict)),
        conflict.is_update,
        conflict.confidence,
        conflict.reasons,
    )


def _sides(desk: Desk, conflict: Conflict) -> Iterator[Side]:
    """The sides; each is held against the first, and that against the second."""
    sides = sides_of(conflict)
    for number, claims in enumerate(sides):
        other = sides[1 if number == 0 else 0][0]
        words = [desk.words(one.article, one.start, one.end) for one in claims[: 1 + PLACES]]
        outlets = dict.fromkeys(desk.line(one.article).outlet for one in claims)
        yield Side(
            told_as=_told_as(conflict.kind, conflict.values[number]),
            words=words[0],
            pieces=tuple(SidePiece(*piece) for piece in unlike(words[0].words, other.value)),
            sources=desk.sources([one.article for one in claims]),
            outlets=tuple(outlets),
            places=tuple(words[1:]),
            more=max(0, len(claims) - 1 - PLACES),
        )


_STATUSES: Final = frozenset(get_args(Status))


def _told_as(kind: ConflictKind, value: str) -> str:
    """A day for a reader, or a status; empty where the words themselves tell."""
    if kind == "date":
        days = [_day(one) for one in value.split("/")]
        return " to ".join(days) if all(days) else ""
    return value if kind == "status" and value in _STATUSES else ""


def _day(value: str) -> str:
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return ""
    return f"{day:%a} {day.day} {day:%b %Y}"
