"""The states of a dispatch: the versions of its text as the agency sent them.

Which words an outlet changed shows only once the agency's own rewording is known. A
version is a state if several outlets carry it, if its lead is new, or if an article that
credits the agency has much that the nearest other version lacks; else, and if only staff
sign it, it is one outlet's edit of that version.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from variorum.collate.lineage.families import Family, Related, connected

WHOLE_ENOUGH: Final = 0.6
"""A copy that holds less than this of the other text is a short cut: it may fit several states,
so it joins the one that it fits best and does not tie states together."""

UNKNOWN_TIME: Final = "9999"
NEW_LEAD: Final = 0.5
ADDED_WORDS: Final = 40


class Version(msgspec.Struct, frozen=True):
    """Articles that print one version of a text, in order of their ids."""

    members: tuple[str, ...]


def find_states(family: Family, carriers: Sequence[str]) -> list[Version]:
    """The states among the members that have their text from the dispatch, oldest first.

    Members that carry a state edited are in none: see `nearest_state`.
    """
    versions = _versions(family, carriers)
    if not versions:
        return []
    surest = min(
        versions,
        key=lambda version: (
            not _credited(family, version),
            -len(version.members),
            version.members,
        ),
    )
    states = [
        version for version in versions if version == surest or _is_state(family, version, versions)
    ]
    return _in_order(family, states)


def nearest_state(family: Family, states: Iterable[Version], member: str) -> Version | None:
    """The state that a member agrees with most; None if it is related to none directly."""
    closeness = {
        version: max(family.agreement(other, member) for other in version.members)
        for version in states
    }
    best = max(closeness, key=lambda version: (closeness[version], version.members), default=None)
    return best if best and closeness[best] > 0 else None


def _versions(family: Family, carriers: Sequence[str]) -> list[Version]:
    """The carriers grouped by copies; a short cut goes with the text that it agrees with most."""
    among = set(carriers)
    copies = [
        pair
        for pair in family.pairs.values()
        if pair.decision.relation == "copy" and among.issuperset(pair.ends)
    ]
    groups = [set(group) for group in connected(pair.ends for pair in copies if _is_whole(pair))]
    grouped = set().union(*groups)
    for member in sorted(among - grouped):
        fits = [pair for pair in copies if member in pair.ends and grouped & set(pair.ends)]
        best = max(fits, key=lambda pair: (family.agreement(*pair.ends), pair.ends), default=None)
        home = next((group for group in groups if best and group & set(best.ends)), None)
        if home is None:
            groups.append({member})
        else:
            home.add(member)
    return sorted(
        (Version(tuple(sorted(group))) for group in groups), key=lambda version: version.members
    )


def _is_whole(pair: Related) -> bool:
    sides = (pair.overlap.side_a, pair.overlap.side_b)
    return min(side.shared / side.words for side in sides) >= WHOLE_ENOUGH


def _credited(family: Family, version: Version) -> bool:
    return any(family.credits(member) for member in version.members)


def _is_state(family: Family, version: Version, versions: Sequence[Version]) -> bool:
    nearest = _nearest_pair(family, version, versions)
    if nearest is None:
        return True
    if not _credited(family, version) and all(
        family.provenances[one].authors for one in version.members
    ):
        return False
    outlets = {family.provenances[member].outlet for member in version.members}
    member = next(end for end in nearest.ends if end in version.members)
    own, other = nearest.side(member), nearest.side(_other_end(nearest, member))
    if own.lead < NEW_LEAD and own.before >= ADDED_WORDS / 2:
        return True
    if other.lead < NEW_LEAD and other.before >= ADDED_WORDS / 2:
        return True
    if not _credited(family, version):
        return False
    return len(outlets) > 1 or own.between + own.before + own.after >= ADDED_WORDS


def _nearest_pair(family: Family, version: Version, versions: Sequence[Version]) -> Related | None:
    """The pair that ties a version closest to the others."""
    others = {member for other in versions if other != version for member in other.members}
    ties = [
        pair
        for member in version.members
        for other in others
        if (pair := family.between(member, other))
    ]
    return max(ties, key=lambda pair: (family.agreement(*pair.ends), pair.ends), default=None)


def _other_end(pair: Related, member: str) -> str:
    return pair.ends[1] if pair.ends[0] == member else pair.ends[0]


def _in_order(family: Family, states: Sequence[Version]) -> list[Version]:
    """By what the pairs between states tell of age; ties by first known time, then by members."""
    wins = dict.fromkeys(states, 0.0)
    for one in states:
        for other in states:
            if one.members < other.members:
                lean = _lean(family, one, other)
                wins[one] += lean
                wins[other] -= lean
    return sorted(
        states,
        key=lambda state: (
            -round(wins[state], 6),
            first_time(family, state.members),
            state.members,
        ),
    )


def _lean(family: Family, one: Version, other: Version) -> float:
    """From -1 (the other is older) to 1 (this one is): by known times, else by the texts."""
    times = [first_time(family, state.members) for state in (one, other)]
    if UNKNOWN_TIME not in times and times[0] != times[1]:
        return 1.0 if times[0] < times[1] else -1.0
    scores = [
        max(-1.0, min(1.0, family.order(first, second).score))
        for first in one.members
        for second in other.members
        if family.between(first, second)
    ]
    return sum(scores) / len(scores) if scores else 0.0


def first_time(family: Family, members: Iterable[str]) -> str:
    """The earliest moment by which one of the members was surely out, as text that sorts."""
    moments = [
        when.written_end.isoformat()
        for member in members
        for when in (family.provenances[member].published, family.provenances[member].retrieved)
        if when
    ]
    return min(moments, default=UNKNOWN_TIME)
