"""Recurring wordings: what retellings call otherwise, by kind, with where each is printed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec

from variorum.compare.wordings import KINDS, Wording, WordingKind, WordingPlace
from variorum.record.reuse import Place
from variorum.views.desk import Desk
from variorum.views.words import ArticleLine

WORDING_TITLES: Final[Mapping[WordingKind, str]] = {
    "loaded": "Words that take sides",
    "qualifier": "Doubt and scope added or dropped",
    "attribution": "Verbs of saying",
    "wording": "Other words",
    "name": "Who is called what",
    "style": "Spelling and house style",
}

SHOWN: Final = 20
"""Wordings of one kind that are shown."""

PLACES: Final = 3
"""Places of one wording that are shown."""


class PlaceOfWording(msgspec.Struct, frozen=True):
    """Where a text has one wording and its retelling the other, each with its article."""

    a: Place
    b: Place
    source: ArticleLine
    retelling: ArticleLine


class ShownWording(msgspec.Struct, frozen=True):
    """Words, and what retellings say instead.

    `has_direction`: whether it is known which of the two is the retelling's; `more`: places
    that are not shown.
    """

    before: str
    after: str
    count: int
    outlets: tuple[str, ...]
    has_direction: bool
    places: tuple[PlaceOfWording, ...]
    more: int


class WordingGroup(msgspec.Struct, frozen=True):
    """The wordings of one kind, the most frequent first; `more`: how many are not shown."""

    kind: WordingKind
    title: str
    wordings: tuple[ShownWording, ...]
    more: int


def draw_wordings(desk: Desk, wordings: Sequence[Wording]) -> tuple[WordingGroup, ...]:
    """Wordings by kind, the most telling kinds first."""
    return tuple(_groups(desk, wordings))


def _groups(desk: Desk, wordings: Sequence[Wording]) -> Iterator[WordingGroup]:
    for kind in KINDS:
        found = [one for one in wordings if one.kind == kind]
        if found:
            shown = tuple(_shown(desk, one) for one in found[:SHOWN])
            yield WordingGroup(kind, WORDING_TITLES[kind], shown, max(0, len(found) - SHOWN))


def _shown(desk: Desk, one: Wording) -> ShownWording:
    places = tuple(_place(desk, at) for at in one.places[:PLACES])
    more = max(0, len(one.places) - PLACES)
    return ShownWording(
        one.before, one.after, one.count, one.outlets, one.has_direction, places, more
    )


def _place(desk: Desk, at: WordingPlace) -> PlaceOfWording:
    return PlaceOfWording(at.a, at.b, desk.line(at.a.article), desk.line(at.b.article))
