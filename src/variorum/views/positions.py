"""Who stands where: issues against actors, with stance, condition and change."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Annotated, Final, Literal, NamedTuple

import msgspec

from variorum.compare.standpoints import actor_key, by_issue, in_time
from variorum.record.position import Position
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, Part, View, part_of
from variorum.views.saying import LONGEST_KEY, SpeakerLine, speaker_line
from variorum.views.standing import LONGEST_ISSUE, PositionLine, position_line
from variorum.views.words import clipped

ROWS: Final = 20
"""Issues on one part of the grid."""

COLUMNS: Final = 4
"""Actors with a column of their own, who stand on several of the issues; the others share one.
There are no others if that spares one only."""

OTHERS: Final = 12
"""Actors that are shown together in the last column of an issue."""

ALONE: Final = 20
"""Actors of whom the issues are listed that nobody else stands on and one place tells of."""

OF_EACH: Final = 3
"""Positions that are listed of each of them."""

OFFERED: Final = 100
"""Actors that the form offers."""


class PositionsQuery(ListQuery, frozen=True, kw_only=True):
    """Which positions: what is empty asks for nothing.

    `actor`: an entity or a name; `issue`: words of the issue; `stance`: only those with it.
    """

    actor: Annotated[str, msgspec.Meta(max_length=LONGEST_KEY)] = ""
    issue: Annotated[str, msgspec.Meta(max_length=LONGEST_KEY)] = ""
    stance: Literal["", "for", "against", "conditional", "mixed"] = ""


class Stand(msgspec.Struct, frozen=True):
    """Where one actor stands on one issue; several positions are a change over time, in order."""

    actor: SpeakerLine
    positions: tuple[PositionLine, ...]


class IssueRow(msgspec.Struct, frozen=True):
    """An issue: a cell for each actor of the grid, null if none is told, then the others.

    `actors`: how many stand somewhere on it; `sources`: independent sources of all positions.
    """

    issue: str
    asked: str
    actors: int
    sources: int
    cells: tuple[Stand | None, ...]
    others: tuple[Stand, ...]
    more: int


class AloneLine(msgspec.Struct, frozen=True):
    """An actor's positions on what nobody else stands on; `total`: how many there are."""

    actor: SpeakerLine
    positions: tuple[PositionLine, ...]
    total: int


class ActorChoice(msgspec.Struct, frozen=True):
    """An actor that the form offers, with how many positions are told."""

    value: str
    name: str
    count: int


class PositionsView(View, frozen=True, kw_only=True):
    """The grid of the issues that recur, and by actor what is told once.

    `columns`: the actors of the grid; `part`: of its issues; `alone`: what only one place
    tells of, with `more_alone` actors who are not listed.
    """

    total: int
    issues: int
    columns: tuple[SpeakerLine, ...]
    rows: tuple[IssueRow, ...]
    part: Part
    alone: tuple[AloneLine, ...]
    more_alone: int
    actors: tuple[ActorChoice, ...]


Issue = tuple[str, list[Position]]


def draw_positions(desk: Desk, query: PositionsQuery) -> PositionsView:
    """The positions that are asked for."""
    asked = desk.once(_asked_for, query.actor, query.issue, query.stance)
    columns = asked.columns
    shown, part = part_of(asked.recurring, query.page, ROWS)
    listed, more = asked.alone
    return PositionsView(
        heading="Who stands where",
        total=asked.total,
        issues=asked.issues,
        columns=tuple(speaker_line(desk, *_named(one)) for one in columns.values()),
        rows=tuple(_row(desk, one, columns) for one in shown),
        part=part,
        alone=listed,
        more_alone=more,
        actors=_choices(desk, query),
    )


class _Asked(NamedTuple):
    """The positions that are asked for: issues that recur, actors for columns, and the others."""

    total: int
    issues: int
    recurring: list[Issue]
    columns: dict[str, Position]
    alone: tuple[tuple[AloneLine, ...], int]


def _asked_for(desk: Desk, actor: str, issue: str, stance: str) -> _Asked:
    found = [
        one
        for one in desk.positions
        if stance in ("", one.stance)
        and issue.casefold() in one.issue.casefold()
        and (not actor or _is_of(desk, one, actor))
    ]
    issues = by_issue(found) if len(found) < len(desk.positions) else desk.issues
    recurring = [one for one in issues if _recurs(one[1]) or actor]
    recurring.sort(key=lambda one: (-_actors(one[1]), -_sources(desk, one[1])))
    alone = [] if actor else [one for _, some in issues if not _recurs(some) for one in some]
    return _Asked(len(found), len(issues), recurring, _columns(recurring), _alone(desk, alone))


def _is_of(desk: Desk, one: Position, actor: str) -> bool:
    names = desk.name_of(one.actor, one.actor_name), one.actor_name
    return actor_key(one)[:LONGEST_KEY] == actor or actor.casefold() in map(str.casefold, names)


def _recurs(positions: Sequence[Position]) -> bool:
    """Whether several stand on an issue, or one in several ways, or several articles tell it."""
    articles = {place.article for one in positions for place in one.evidence}
    return len(positions) > 1 or len(articles) > 1


def _actors(positions: Iterable[Position]) -> int:
    return len({actor_key(one) for one in positions})


def _sources(desk: Desk, positions: Iterable[Position]) -> int:
    return desk.sources([place.article for one in positions for place in one.evidence])


def _named(position: Position) -> tuple[str | None, str]:
    return position.actor, position.actor_name


def _columns(issues: Sequence[Issue]) -> dict[str, Position]:
    """The actors who stand on most of the issues, by key, each with a position of theirs."""
    counts = Counter(key for _, some in issues for key in {actor_key(one) for one in some})
    first = {actor_key(one): one for _, some in reversed(issues) for one in reversed(some)}
    several = [key for key, count in counts.items() if count > 1]
    if len(counts) <= COLUMNS + 1 or len(several) < 2:
        several = list(counts)
    several.sort(key=lambda key: (-counts[key], first[key].actor_name.casefold(), key))
    return {key: first[key] for key in several[: COLUMNS + (len(counts) == COLUMNS + 1)]}


def _row(desk: Desk, issue: Issue, columns: dict[str, Position]) -> IssueRow:
    name, positions = issue
    stands = _stands(desk, positions)
    others = [stand for key, stand in stands.items() if key not in columns]
    return IssueRow(
        clipped(name, LONGEST_ISSUE),
        name[:LONGEST_KEY],
        len(stands),
        _sources(desk, positions),
        tuple(stands.get(key) for key in columns),
        tuple(others[:OTHERS]),
        max(0, len(others) - OTHERS),
    )


def _stands(desk: Desk, positions: Sequence[Position]) -> dict[str, Stand]:
    """Where each actor stands on an issue, in time; who is told of by most sources first."""
    told: dict[str, list[Position]] = defaultdict(list)
    for one in sorted(positions, key=in_time):
        told[actor_key(one)].append(one)
    order = sorted(told, key=lambda key: (-_sources(desk, told[key]), key))
    return {
        key: Stand(
            speaker_line(desk, *_named(told[key][0])),
            tuple(position_line(desk, one) for one in told[key]),
        )
        for key in order
    }


def _alone(desk: Desk, positions: Sequence[Position]) -> tuple[tuple[AloneLine, ...], int]:
    told: dict[str, list[Position]] = defaultdict(list)
    for one in positions:
        told[actor_key(one)].append(one)
    order = sorted(told, key=lambda key: (-len(told[key]), told[key][0].actor_name, key))
    lines = tuple(
        AloneLine(
            speaker_line(desk, *_named(told[key][0])),
            tuple(position_line(desk, one) for one in told[key][:OF_EACH]),
            len(told[key]),
        )
        for key in order[:ALONE]
    )
    return lines, max(0, len(order) - ALONE)


def _choices(desk: Desk, query: PositionsQuery) -> tuple[ActorChoice, ...]:
    counts, names = desk.once(_counted_actors)
    most = sorted(counts, key=lambda key: (-counts[key], names[key].casefold(), key))[:OFFERED]
    if query.actor and query.actor not in most:
        most.insert(0, query.actor)
    return tuple(ActorChoice(key, clipped(names.get(key, key), 120), counts[key]) for key in most)


def _counted_actors(desk: Desk) -> tuple[Counter[str], dict[str, str]]:
    """How many positions each actor takes, and what they are called."""
    counts = Counter(actor_key(one)[:LONGEST_KEY] for one in desk.positions)
    names = {actor_key(one)[:LONGEST_KEY]: desk.name_of(*_named(one)) for one in desk.positions}
    return counts, names
