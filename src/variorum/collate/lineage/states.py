"""The states of a dispatch: the versions of its text as the agency sent them.

Which words an outlet changed shows only once the agency's own rewording is known. A
version is a state if its lead is new, or if an article that credits the agency has other
words inside; else it is one outlet's edit of a state. Staff who sign a text without credit
made it themselves.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from variorum.collate.lineage.families import Family, Related, connected
from variorum.collate.lineage.precedence import is_earlier
from variorum.collate.lineage.succession import Version, in_order

WHOLE_ENOUGH: Final = 0.6
"""A copy that holds less than this of the other text is a short cut: it may fit several states,
so it joins the one that it fits best and does not tie states together."""

NEW_LEAD: Final = 0.5
LEAD_ADDED: Final = 20
"""A lead of which less than this share stands in the nearest state is new, if this many words
stand above the first that do."""

REPLACED_BY_SEVERAL: Final = 1
REPLACED_BY_ONE: Final = 80
"""Words inside the text that each of two versions has and the other lacks (what one just cuts is
nothing new). Several outlets do not make the same edits; one outlet's may go far."""


AS_CLOSE: Final = 0.97
"""Share of the best agreement from which another state fits a member as well."""


def find_states(family: Family, carriers: Sequence[str]) -> list[Version]:
    """The states among the members that have their text from the dispatch, oldest first.

    Members that carry a state edited are in none: see `nearest_state`.
    """
    versions = sorted(_versions(family, carriers), key=lambda version: _doubt(family, version))
    states = versions[:1]
    for version in versions[1:]:
        if _is_state(family, version, states):
            states.append(version)
    return in_order(family, states)


def _doubt(family: Family, version: Version) -> tuple[int, bool, int, tuple[str, ...]]:
    """Sorts the versions that are surest to be the agency's first, of equals the longest."""
    outlets = len(_outlets(family, version))
    longest = max(family.words(member) for member in version.members)
    return -min(outlets, 2), not _credited(family, version), -longest, version.members


def _outlets(family: Family, version: Version) -> set[str | None]:
    return {family.provenances[member].outlet for member in version.members}


def nearest_state(family: Family, states: Iterable[Version], member: str) -> Version | None:
    """The state that a member agrees with most; None if it is related to none directly.

    Of states that it agrees with almost equally, one that was surely sent after the member
    appeared comes last.
    """
    closeness = {
        version: max(family.agreement(other, member) for other in version.members)
        for version in states
    }
    most = max(closeness.values(), default=0.0)
    close = [version for version in closeness if closeness[version] >= AS_CLOSE * most > 0]
    return max(
        close,
        key=lambda version: (
            not _is_later(family, version, member),
            closeness[version],
            version.members,
        ),
        default=None,
    )


def _is_later(family: Family, version: Version, member: str) -> bool:
    """Whether every page that prints a version surely appeared after a member."""
    page = family.provenances[member]
    return all(is_earlier(page, family.provenances[other]) for other in version.members)


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
    longest_first = sorted(among - grouped, key=lambda one: (-family.words(one), one))
    for member in longest_first:
        fits = [pair for pair in copies if member in pair.ends and grouped & set(pair.ends)]
        best = max(fits, key=lambda pair: (family.agreement(*pair.ends), pair.ends), default=None)
        home = next((group for group in groups if best and group & set(best.ends)), None)
        if home is None:
            groups.append({member})
        else:
            home.add(member)
        grouped.add(member)
    return [Version(tuple(sorted(group))) for group in groups]


def _is_whole(pair: Related) -> bool:
    sides = (pair.overlap.side_a, pair.overlap.side_b)
    return min(side.shared / side.words for side in sides) >= WHOLE_ENOUGH


def _credited(family: Family, version: Version) -> bool:
    return any(family.credits(member) for member in version.members)


def _is_state(family: Family, version: Version, states: Sequence[Version]) -> bool:
    credited = _credited(family, version)
    several = len(_outlets(family, version)) > 1
    if not credited and all(family.provenances[one].authors for one in version.members):
        return False
    nearest = _nearest_pair(family, version, states)
    if nearest is None:
        return credited or several
    sides = nearest.overlap.side_a, nearest.overlap.side_b
    has_new_lead = any(side.lead < NEW_LEAD and side.before >= LEAD_ADDED for side in sides)
    if has_new_lead and (credited or several):
        return True
    needed = REPLACED_BY_SEVERAL if several else REPLACED_BY_ONE
    return credited and min(side.before + side.between for side in sides) >= needed


def _nearest_pair(family: Family, version: Version, states: Sequence[Version]) -> Related | None:
    """The pair that ties a version closest to one of the states."""
    ties = [
        pair
        for member in version.members
        for state in states
        for other in state.members
        if (pair := family.between(member, other))
    ]
    return max(ties, key=lambda pair: (family.agreement(*pair.ends), pair.ends), default=None)
