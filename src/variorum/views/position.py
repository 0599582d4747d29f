"""One position: stance and condition, the words behind it, and who else stands on the issue."""

from typing import Final

from variorum.compare.standpoints import actor_key, shown_first
from variorum.record.position import Position
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, NothingThereError, Part, View, part_of
from variorum.views.saying import StatementLine, statement_line
from variorum.views.standing import PositionLine, position_line
from variorum.views.statements import position_place_in
from variorum.views.words import Words

PLACES: Final = 40
"""Places on one part of the list."""

LISTED: Final = 40
"""Other positions, of each kind, that are listed."""

STATEMENTS: Final = 5
"""Statements that carry it that are listed."""


class PositionQuery(ListQuery, frozen=True, kw_only=True):
    """Which position, and which part of the places that show it."""

    position: str


class PositionView(View, frozen=True, kw_only=True):
    """A position, with its words as printed.

    - `places`: the words that show it, one of each independent source first; `part`: of these;
    - `before_and_after`: where the same actor stood on the issue at other times, in order;
    - `others`: where others stand on it; `statements`: those whose words show it.
    """

    position: PositionLine
    issue: str
    condition: str | None
    places: tuple[Words, ...]
    part: Part
    before_and_after: tuple[PositionLine, ...]
    others: tuple[PositionLine, ...]
    statements: tuple[StatementLine, ...]


def draw_position(desk: Desk, query: PositionQuery) -> PositionView:
    """A position; raises `NothingThereError` if there is none of that id."""
    one = next((one for one in desk.positions if one.id == query.position), None)
    if one is None:
        raise NothingThereError(
            f"There is no position {query.position}", "Choose one from the list of positions"
        )
    line = position_line(desk, one)
    places, part = part_of(
        shown_first(one, desk.story.by_id, desk.story.sources_behind), query.page, PLACES
    )
    beside = [each for each in desk.positions if each.issue == one.issue and each.id != one.id]
    return PositionView(
        heading=f"Where {line.actor.name} stands",
        position=line,
        issue=one.issue,
        condition=one.condition,
        places=tuple(desk.words_of(place) for place in places),
        part=part,
        before_and_after=_lines(desk, [each for each in beside if _is_same(each, one)]),
        others=_lines(desk, [each for each in beside if not _is_same(each, one)]),
        statements=tuple(
            statement_line(desk, each, 300)
            for each in desk.statements
            if any(position_place_in(desk, each, place) for place in one.evidence)
        )[:STATEMENTS],
    )


def _is_same(one: Position, other: Position) -> bool:
    return actor_key(one) == actor_key(other)


def _lines(desk: Desk, positions: list[Position]) -> tuple[PositionLine, ...]:
    ordered = sorted(positions, key=_in_time)
    return tuple(position_line(desk, one) for one in ordered[:LISTED])


def _in_time(one: Position) -> tuple[str, str, str]:
    return one.as_of.earliest if one.as_of else "9999", one.actor_name.casefold(), one.id
