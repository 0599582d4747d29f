"""Pairs of names → groups of names of one entity, each of which holds together as a whole."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from variorum.collate.entities.names import Candidate, Name
from variorum.collate.entities.scoring import AGREE, ENOUGH, Pair, Score, score_pair
from variorum.collate.entities.spelling import SAME_SOUND
from variorum.engine.protocol import Remember

SURE: Final = SAME_SOUND
"""From here a pair is joined though one of the two would go with others as well."""

_DOMINANT: Final = 4
"""Of two entities that a name may mean, the one that so many times as many articles name."""

_HELD_AGAINST: Final = 24
"""Of a group's names the commonest are held against another group's."""


class Link(NamedTuple):
    """Two names that are joined, by number, and why."""

    a: int
    b: int
    score: Score


class Groups:
    """Names in groups; a name is its own group until it is joined."""

    def __init__(
        self, names: Sequence[Name], candidates: Sequence[Candidate], remember: Remember = map
    ) -> None:
        self.names = names
        self.group = list(range(len(names)))
        self.members: dict[int, list[int]] = {number: [number] for number in self.group}
        self.links: list[Link] = []
        pairs = (
            Pair(names[one.a].form, names[one.b].form, one.called, one.together)
            for one in candidates
        )
        scores = remember(score_pair, pairs)
        self._scores: dict[tuple[int, int], Score] = {
            (one.a, one.b): score for one, score in zip(candidates, scores, strict=True)
        }

    def weight(self, group: int) -> int:
        """In how many articles the names of a group stand."""
        return sum(self.names[one].weight for one in self.members[group])

    def score(self, a: int, b: int) -> Score:
        """The score of two names, with what the articles tell of both."""
        pair = min(a, b), max(a, b)
        if pair not in self._scores:
            first, second = (self.names[one].form for one in pair)
            self._scores[pair] = score_pair(Pair(first, second))
        return self._scores[pair]

    def commonest(self, members: Sequence[int]) -> int:
        """Of some names the one in most articles."""
        return min(members, key=lambda one: (-self.names[one].weight, one))

    def hold_together(self, one: int, other: int) -> bool:
        """Whether no name of a group conflicts with one of the other, and most agree.

        A chain of names each a little like the next does not make one person of the two ends.
        """
        scores = [self.score(a, b) for a in self._commonest(one) for b in self._commonest(other)]
        if any(score.conflict for score in scores):
            return False
        return 2 * sum(score.value >= AGREE for score in scores) >= len(scores)

    def join(self, link: Link) -> None:
        """Makes the groups of two names one."""
        keep, gone = self.group[link.a], self.group[link.b]
        if len(self.members[gone]) > len(self.members[keep]):
            keep, gone = gone, keep
        for member in self.members.pop(gone):
            self.group[member] = keep
            self.members[keep].append(member)
        self.links.append(link)

    def _commonest(self, group: int) -> list[int]:
        members = self.members[group]
        return sorted(members, key=lambda one: (-self.names[one].weight, one))[:_HELD_AGAINST]


def group_names(
    names: Sequence[Name], candidates: Sequence[Candidate], remember: Remember = map
) -> Groups:
    """The groups; the surest pairs come first, of equals the commonest.

    What is unsure and might go to two entities goes to neither, unless one of them is far the
    commoner.
    """
    groups = Groups(names, candidates, remember)
    links = [
        Link(one.a, one.b, score)
        for one in candidates
        if (score := groups.score(one.a, one.b)).value >= ENOUGH
    ]
    rivals = _neighbours(links)
    for link in sorted(links, key=lambda one: _rank(names, one)):
        one, other = groups.group[link.a], groups.group[link.b]
        if one == other or not groups.hold_together(one, other):
            continue
        if link.score.value >= SURE or not _is_torn(groups, link, rivals):
            groups.join(link)
    return groups


def _rank(names: Sequence[Name], link: Link) -> tuple[float, int, str, str]:
    a, b = names[link.a], names[link.b]
    return -link.score.value, -(a.weight + b.weight), a.form.key, b.form.key


def _neighbours(links: Sequence[Link]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for link in links:
        found[link.a].append(link.b)
        found[link.b].append(link.a)
    return found


def _is_torn(groups: Groups, link: Link, rivals: Mapping[int, list[int]]) -> bool:
    """Whether one of two names may as well be another's who is not far rarer."""
    return any(
        groups.weight(rival) * _DOMINANT > groups.weight(groups.group[into])
        and not groups.hold_together(groups.group[into], rival)
        for name, into in ((link.a, link.b), (link.b, link.a))
        for rival in {groups.group[one] for one in rivals[name]}
        - {groups.group[link.a], groups.group[link.b]}
    )
