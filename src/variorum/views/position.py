"""One position: stance and condition, the words behind it, and who else stands on the issue."""

from collections import defaultdict
from typing import Final

import msgspec

from variorum.compare.standpoints import actor_key, in_time, shown_first
from variorum.compare.variants import plain
from variorum.record.position import Position
from variorum.record.reuse import Place
from variorum.record.statement import Statement
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, NothingThereError, Part, View, part_of
from variorum.views.saying import StatementLine, statement_line
from variorum.views.standing import PositionLine, position_line
from variorum.views.statements import position_place_in
from variorum.views.words import Words

PLACES: Final = 30
"""Wordings on one part of the list."""

ALSO: Final = 40
"""Places of one wording that are named."""

LISTED: Final = 40
"""Other positions, of each kind, that are listed."""

STATEMENTS: Final = 5
"""Statements that carry it that are listed."""


class PositionQuery(ListQuery, frozen=True, kw_only=True):
    """Which position, and which part of the places that show it."""

    position: str


class SameWords(msgspec.Struct, frozen=True):
    """Words that show it, in their sentence; `also`: the first of `more` others that have them."""

    words: Words
    also: tuple[Words, ...]
    more: int


class PositionView(View, frozen=True, kw_only=True):
    """A position, with its words as printed.

    - `places`: the words that show it, one of each independent source first, each wording
      once; `part`: of these;
    - `before_and_after`: where the same actor stood on the issue at other times, in order;
    - `others`: where others stand on it; `statements`: those whose words show it.
    """

    position: PositionLine
    issue: str
    condition: str | None
    places: tuple[SameWords, ...]
    part: Part
    before_and_after: tuple[PositionLine, ...]
    others: tuple[PositionLine, ...]
    statements: tuple[StatementLine, ...]


def draw_position(desk: Desk, query: PositionQuery) -> PositionView:
    """A position; raises `NothingThereError` if there is none of that id."""
    one = desk.positions_by_id.get(query.position)
    if one is None:
        raise NothingThereError(
            f"There is no position {query.position}", "Choose one from the list of positions"
        )
    line = position_line(desk, one)
    places, part = part_of(_by_words(desk, one), query.page, PLACES)
    beside = [each for each in desk.positions_on[one.issue] if each.id != one.id]
    return PositionView(
        heading=f"{line.actor.name} on “{line.issue}”",
        position=line,
        issue=one.issue,
        condition=one.condition,
        places=tuple(_same_words(desk, some) for some in places),
        part=part,
        before_and_after=_lines(desk, [each for each in beside if _is_same(each, one)]),
        others=_lines(desk, [each for each in beside if not _is_same(each, one)]),
        statements=tuple(statement_line(desk, each, 300) for each in _carriers(desk, one)),
    )


def _carriers(desk: Desk, one: Position) -> list[Statement]:
    """The first statements, in order of their ids, whose words show a position."""
    found = {
        each.id: each
        for place in one.evidence
        for each in desk.statements_in.get(place.article, ())
        if position_place_in(desk, each, place)
    }
    return [found[key] for key in sorted(found)[:STATEMENTS]]


def _by_words(desk: Desk, one: Position) -> list[list[Place]]:
    """The places that show a position, those of the same words together."""
    found: dict[str, list[Place]] = defaultdict(list)
    for place in shown_first(one, desk.story.by_id, desk.story.sources_behind):
        text = desk.story.by_id[place.article].text
        found[plain(text[place.start : place.end])].append(place)
    return list(found.values())


def _same_words(desk: Desk, places: list[Place]) -> SameWords:
    also = tuple(desk.words_of(place) for place in places[1 : ALSO + 1])
    return SameWords(desk.words_of(places[0]), also, len(places) - 1)


def _is_same(one: Position, other: Position) -> bool:
    return actor_key(one) == actor_key(other)


def _lines(desk: Desk, positions: list[Position]) -> tuple[PositionLine, ...]:
    ordered = sorted(positions, key=in_time)
    return tuple(position_line(desk, one) for one in ordered[:LISTED])
