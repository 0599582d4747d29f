"""Groups tellings into events, so that no chain of weak links makes one of two.

What is told with its time and participants comes first; what is told of an event as a whole is
compared, not only the two that are alike. A telling that leaves open which event it means joins
the one that it fits best, if that is clearly one, or stays alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.collate.events.candidates import Placed
from variorum.collate.events.families import is_mutual
from variorum.collate.events.scoring import SAME_EVENT, Scored, score
from variorum.collate.events.sketch import Sketch, may_be_one, sketch
from variorum.collate.events.telling import Telling, combine
from variorum.engine.components import components
from variorum.engine.protocol import Remember

CLEARLY: Final = 0.4
"""Points by which the best event for an open telling must lead the next one."""


class Link(NamedTuple):
    """Two tellings, by number, that may be of one event."""

    scored: Scored
    a: int
    b: int


class Group(NamedTuple):
    """Tellings of one event, by number, what they tell together, and the reasons why."""

    members: tuple[int, ...]
    telling: Telling
    points: float
    reasons: tuple[str, ...]


def group(tellings: Sequence[Telling], links: Iterable[Link]) -> list[Group]:
    """The groups of several among some tellings, in order of their first members."""
    groups = _Groups(tellings)
    open_links: dict[int, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda link: (-link.scored.points, link.a, link.b)):
        loose = [end for end in link[1:] if is_open(tellings[end])]
        surely = link.scored.is_copied or link.scored.points >= SAME_EVENT + 2
        if not loose or surely:
            groups.join(link)
        for end in loose:
            open_links[end].append(link)
    for end in sorted(open_links, key=lambda end: (-open_links[end][0].scored.points, end)):
        _attach(end, open_links[end], groups)
    return groups.listed()


def is_open(telling: Telling) -> bool:
    """Whether a telling leaves open which event it means.

    It has no time, or one of more than a day for what takes two, and fewer than two parties.
    """
    if len(telling.core) > 1:
        return False
    days = telling.days
    if days and is_mutual(telling.families):
        return days[0] != days[1]
    return not telling.is_dated


def score_pairs(pairs: Iterable[tuple[Placed, Placed]]) -> Iterator[Scored | None]:
    """For each of some pairs how surely they are of one event, if they are by themselves."""
    sketches: dict[tuple[str, int], Sketch] = {}

    def glance(one: Placed) -> Sketch:
        if one.place not in sketches:
            sketches[one.place] = sketch(one.telling)
        return sketches[one.place]

    for one, other in pairs:
        scored = None
        if may_be_one(glance(one), glance(other)):
            scored = score(one.telling, other.telling)
        is_one = scored and scored.points >= SAME_EVENT and not scored.clash
        yield scored if is_one else None


class Knot(NamedTuple):
    """Tellings that hang together by links, in order; the links are by place in them."""

    tellings: tuple[Telling, ...]
    links: tuple[Link, ...]


def group_by_knots(
    tellings: Sequence[Telling], links: Sequence[Link], remember: Remember = map
) -> list[Group]:
    """As `group`, which is a function of what hangs together. `links`: in order of their ends."""
    ends = sorted({end for link in links for end in link[1:]})
    place = {end: at for at, end in enumerate(ends)}
    parts = components(len(ends), ((place[link.a], place[link.b]) for link in links))
    part_of = {ends[at]: (number, here) for number, part in enumerate(parts)
               for here, at in enumerate(part)}  # fmt: skip
    within: list[list[Link]] = [[] for _ in parts]
    for scored, a, b in links:
        number, first = part_of[a]
        within[number].append(Link(scored, first, part_of[b][1]))
    knots = (
        Knot(tuple(tellings[ends[at]] for at in part), tuple(theirs))
        for part, theirs in zip(parts, within, strict=True)
    )
    groups = [
        one._replace(members=tuple(ends[part[at]] for at in one.members))
        for part, found in zip(parts, remember(_untie, knots), strict=True)
        for one in found
    ]
    return sorted(groups, key=lambda one: one.members)


def _untie(knot: Knot) -> list[Group]:
    return group(knot.tellings, knot.links)


def _attach(end: int, links: Sequence[Link], groups: "_Groups") -> None:
    """Join an open telling to the event that it fits clearly best."""
    best: dict[int, Link] = {}
    for link in links:
        best.setdefault(groups.root(link.b if link.a == end else link.a), link)
    own = groups.root(end)
    ranked = [link for root, link in best.items() if root != own]
    if not ranked:
        return
    lead = ranked[0].scored.points
    rivals = [link for link in ranked[1:] if lead - link.scored.points < CLEARLY]
    if not rivals:
        groups.join(ranked[0])


class _Groups:
    """Groups that grow; each knows what its members tell together."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._parent = list(range(len(tellings)))
        self._telling = list(tellings)
        self._links: dict[int, list[Link]] = {}

    def root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, link: Link) -> None:
        """Make one of the groups of a link, if all that they tell agrees."""
        a, b = sorted((self.root(link.a), self.root(link.b)))
        if a == b:
            return
        one, other = self._telling[a], self._telling[b]
        if one.told > 1 or other.told > 1:
            whole = score(one, other)
            if whole.clash or whole.points < SAME_EVENT:
                return
        self._parent[b] = a
        self._telling[a] = combine(one, other)
        self._links[a] = [*self._links.get(a, []), *self._links.get(b, []), link]

    def listed(self) -> list[Group]:
        """The groups of several, in order of their first members."""
        members: dict[int, list[int]] = defaultdict(list)
        for number in sorted(
            {end for links in self._links.values() for one in links for end in one[1:]}
        ):
            members[self.root(number)].append(number)
        return [
            Group(tuple(some), self._telling[root], *_why(self._links[root]))
            for root, some in members.items()
        ]


def _why(links: Sequence[Link]) -> tuple[float, tuple[str, ...]]:
    """The points of the weakest link that holds a group together, and the commonest reasons."""
    counts: dict[str, int] = defaultdict(int)
    for link in links:
        for reason in link.scored.reasons:
            counts[reason] += 1
    reasons = sorted(counts, key=lambda reason: (-counts[reason], reason))[:REASONS]
    return min(link.scored.points for link in links), tuple(reasons)


REASONS: Final = 6
"""Reasons that are given for one event, at most."""
