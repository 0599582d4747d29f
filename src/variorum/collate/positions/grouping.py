"""Groups issues that are one, and an actor's attitudes to one issue into positions over time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from variorum.collate.positions.rows import AttitudeRow
from variorum.collate.positions.scoring import conflicting
from variorum.collate.positions.words import issue_words, share_of
from variorum.record.position import Stance

_MOST_NAMINGS: Final = 50
_SAME_CONDITION: Final = 0.4


class Joint(NamedTuple):
    """Two issues that are held for one, by number."""

    score: float
    a: int
    b: int


class Stretch(NamedTuple):
    """Attitudes of one actor to one issue that are one position."""

    stance: Stance
    rows: list[AttitudeRow]


def group_issues(names: Sequence[frozenset[str]], joints: Iterable[Joint]) -> list[int]:
    """For each issue the least number of its group.

    The surest joints come first; a joint that would put "sanctions on Iran" and "sanctions on
    Russia" into one group, by way of "sanctions", is left.
    """
    group = list(range(len(names)))
    namings: dict[int, set[frozenset[str]]] = {one: {own} for one, own in enumerate(names)}
    members: dict[int, list[int]] = {one: [one] for one in group}
    for joint in sorted(joints, key=lambda one: (-one.score, one.a, one.b)):
        first, last = sorted((group[joint.a], group[joint.b]))
        if first == last or len(namings[first]) + len(namings[last]) > _MOST_NAMINGS:
            continue
        if any(conflicting(one, other) for one in namings[first] for other in namings[last]):
            continue
        namings[first] |= namings.pop(last)
        for member in members[last]:
            group[member] = first
        members[first] += members.pop(last)
    return group


def stretches(rows: Sequence[AttitudeRow]) -> Iterator[Stretch]:
    """The positions of one actor on one issue: one for each stretch of time and each condition."""
    ordered = sorted(rows, key=_in_time)
    yield from _conditional([row for row in ordered if row.stance == "conditional"])
    yield from _plain([row for row in ordered if row.stance != "conditional"])


def _conditional(rows: Sequence[AttitudeRow]) -> Iterator[Stretch]:
    groups: list[tuple[tuple[str, ...], list[AttitudeRow]]] = []
    for row in rows:
        stems = issue_words(row.condition or "").stems
        known = next((one for one in groups if share_of(one[0], stems) >= _SAME_CONDITION), None)
        if known:
            known[1].append(row)
        else:
            groups.append((stems, [row]))
    for _, some in groups:
        yield Stretch("conditional", some)


def _plain(rows: Sequence[AttitudeRow]) -> Iterator[Stretch]:
    """Runs of one stance over the days; a day with both sides is mixed."""
    runs: list[Stretch] = []
    for rows_of_day in _by_day(rows).values():
        stances = {row.stance for row in rows_of_day}
        stance: Stance = next(iter(stances)) if len(stances) == 1 else "mixed"
        if runs and runs[-1].stance == stance:
            runs[-1].rows.extend(rows_of_day)
        else:
            runs.append(Stretch(stance, list(rows_of_day)))
    yield from runs


def _by_day(rows: Sequence[AttitudeRow]) -> Mapping[str, list[AttitudeRow]]:
    found: dict[str, list[AttitudeRow]] = defaultdict(list)
    for row in rows:
        found[row.as_of.days[1].isoformat() if row.as_of else ""].append(row)
    return found


def _in_time(row: AttitudeRow) -> tuple[str, str, int, int, str]:
    day = row.as_of.days[1].isoformat() if row.as_of else ""
    return day, row.article, row.start, row.end, row.issue
