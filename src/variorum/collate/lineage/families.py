"""Groups articles that carry one text, and asks whose text it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
import rustworkx as rx

from variorum.collate.lineage.precedence import Precedence, is_earlier, precedence
from variorum.collate.lineage.provenance import Provenance, are_versions
from variorum.collate.lineage.relation import RelationDecision
from variorum.collate.reuse.overlap import Overlap, Side

CLOSE: Final = 0.42
"""Share of a text's narrative that stands in another from which the two are closely related."""


class Related(msgspec.Struct, frozen=True):
    """A pair of articles that share text, with the decision on what that means."""

    overlap: Overlap
    decision: RelationDecision

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the two articles."""
        return self.overlap.a, self.overlap.b

    @property
    def is_same_text(self) -> bool:
        """Whether the two are one text, printed as it was or reworked."""
        return self.decision.relation in ("copy", "edited")

    @property
    def is_close(self) -> bool:
        """Whether most of one of the two texts stands in the other, or both are of one page."""
        if self.decision.are_versions:
            return True
        sides = (self.overlap.side_a, self.overlap.side_b)
        return max(side.shared_narrative / max(side.narrative, 1) for side in sides) >= CLOSE

    def side(self, member: str) -> Side:
        """How much of one of the two stands in the other."""
        return self.overlap.side_a if member == self.overlap.a else self.overlap.side_b


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that carry one text.

    - `members`: ids in order;
    - `pairs`: the related pairs among them, by their two ends;
    - `provenances`: what each says of its origin;
    - `agency`: whose text it is by most of their credits; None if none credits anybody.
    """

    members: tuple[str, ...]
    pairs: Mapping[frozenset[str], Related]
    provenances: Mapping[str, Provenance]
    agency: str | None

    def between(self, one: str, other: str) -> Related | None:
        """The pair of two members, if they are related directly."""
        return self.pairs.get(frozenset((one, other)))

    @property
    def source(self) -> str | None:
        """The agency's (or syndicating outlet's) own page, the one closest to the rest.

        Of a page that was rewritten the first version.
        """
        own = [
            one
            for one in self.members
            if is_outlet(self.provenances[one], self.agency) and not self.earlier_version(one)
        ]
        return max(
            own,
            key=lambda one: (sum(self.agreement(one, other) for other in self.members), one),
            default=None,
        )

    @property
    def crediting(self) -> list[str]:
        """The members that credit the agency, in order."""
        return [member for member in self.members if self.credits(member)]

    @property
    def is_unsigned_wire(self) -> bool:
        """Whether two outlets print the text and neither names an author: it is a third's."""
        unsigned = (one for one in self.provenances.values() if not one.authors)
        return len({one.outlet for one in unsigned}) > 1

    def earlier_version(self, member: str) -> str | None:
        """What a member's page said before, the last time that it said anything else."""
        own = self.provenances[member]
        earlier = [
            (other.version, one)
            for one, other in self.provenances.items()
            if are_versions(own, other) and other.version < own.version
        ]
        return max(earlier)[1] if earlier else None

    def words(self, member: str) -> int:
        """Words of a member's body; 0 if it is related to none directly."""
        sides = (pair.side(member) for pair in self.pairs.values() if member in pair.ends)
        return next((side.words for side in sides), 0)

    def relatives(self, member: str) -> list[str]:
        """The members directly related to one, in order."""
        return [other for other in self.members if self.between(member, other)]

    def credits(self, member: str) -> bool:
        """Whether a member credits the family's agency with its text."""
        return self.agency is not None and self.agency in self.provenances[member].origins

    def order(self, first: str, second: str) -> Precedence:
        """The evidence that `first` is the older of two members: score > 0 if it is."""
        pair = self.between(first, second)
        if pair is None:
            return Precedence(0.0, ())
        found = precedence(pair.overlap, *(self.provenances[end] for end in pair.ends))
        return found if pair.ends[0] == first else Precedence(-found.score, found.reasons)

    def agreement(self, one: str, other: str) -> float:
        """Shared words of two members, less what was reworded among them."""
        pair = self.between(one, other)
        return pair.overlap.side_a.shared * (1 - pair.overlap.reworded) if pair else 0.0


def find_families(
    related: Iterable[Related], provenances: Mapping[str, Provenance]
) -> list[Family]:
    """The groups of articles that carry one text, in order of their first members.

    Articles are joined by pairs of which one text mostly stands in the other. Weaker
    pairs (far states of one story, heavy rewrites) join an article that has no closer
    relative, and two groups if most of their members are so related: two stories of one
    agency that share some background stay two.
    """
    same = [pair for pair in related if pair.is_same_text]
    close = [pair for pair in same if pair.is_close]
    joined = {end for pair in close for end in pair.ends}
    ties = [*close, *_closest_ties(same, joined)]
    ties += _group_ties(same, connected(pair.ends for pair in ties))
    ties = _without_mergers(ties, provenances)
    inside: dict[str, list[Related]] = defaultdict(list)
    groups = connected(pair.ends for pair in ties)
    group_of = {member: group for group in groups for member in group}
    for pair in same:
        if group_of[pair.ends[0]] == group_of[pair.ends[1]]:
            inside[group_of[pair.ends[0]][0]].append(pair)
    return [
        Family(
            members=group,
            pairs={frozenset(pair.ends): pair for pair in inside[group[0]]},
            provenances={member: provenances[member] for member in group},
            agency=_agency_of([provenances[member] for member in group]),
        )
        for group in groups
    ]


def _group_ties(same: Iterable[Related], groups: Sequence[tuple[str, ...]]) -> list[Related]:
    """One pair for any two groups of which half the members are related across."""
    group_of = {member: group for group in groups for member in group}
    across: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Related]] = defaultdict(list)
    for pair in same:
        one, other = sorted(group_of[end] for end in pair.ends)
        if one != other:
            across[one, other].append(pair)
    return [
        pairs[0]
        for (one, other), pairs in across.items()
        if 2 * len(pairs) >= len(one) * len(other)
    ]


def _closest_ties(same: Iterable[Related], joined: set[str]) -> list[Related]:
    """For each article without a close relative its strongest pair."""
    best: dict[str, Related] = {}
    for pair in same:
        for end in set(pair.ends) - joined:
            if end not in best or (pair.overlap.weight, pair.ends) > (
                best[end].overlap.weight,
                best[end].ends,
            ):
                best[end] = pair
    return [best[end] for end in sorted(best)]


def _without_mergers(ties: list[Related], provenances: Mapping[str, Provenance]) -> list[Related]:
    """The ties less those by which one text that merges two agencies' joins their families.

    It stays with the text of which it has more. An outlet whose own page is among the rest
    is no other agency: its reworked text belongs with the dispatch that it was made from.
    """
    for merger in _single_bridges(ties):
        own = [pair for pair in ties if merger in pair.ends]
        others = [pair for pair in ties if merger not in pair.ends]
        sides: dict[str, list[Related]] = defaultdict(list)
        for group in connected(pair.ends for pair in others):
            pages = [provenances[member] for member in group]
            agency = _agency_of(pages)
            across = [pair for pair in own if not {*pair.ends}.isdisjoint(group)]
            if across and agency and not any(is_outlet(page, agency) for page in pages):
                sides[agency] += across
        if len(sides) > 1:
            home = max(sides, key=lambda agency: (_heaviest(sides[agency]), agency))
            foreign = [pair for agency in sides if agency != home for pair in sides[agency]]
            foreign = [pair for pair in foreign if not pair.decision.are_versions]
            ties = [pair for pair in ties if pair not in foreign]
    return ties


def _heaviest(ties: Iterable[Related]) -> float:
    return max(pair.overlap.weight for pair in ties)


def _single_bridges(ties: Iterable[Related]) -> list[str]:
    """The articles without which a group would fall apart, in order."""
    graph = _as_graph(pair.ends for pair in ties)
    return sorted(graph[node] for node in rx.articulation_points(graph))


def connected(edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The connected groups of the edges' ends: each sorted, in order of their first members."""
    graph = _as_graph(edges)
    groups = (sorted(graph[node] for node in group) for group in rx.connected_components(graph))
    return sorted(tuple(group) for group in groups)


def _as_graph(edges: Iterable[tuple[str, str]]) -> rx.PyGraph[str, None]:
    graph: rx.PyGraph[str, None] = rx.PyGraph(multigraph=False)
    nodes: dict[str, int] = {}
    for a, b in edges:
        for end in (a, b):
            if end not in nodes:
                nodes[end] = graph.add_node(end)
        graph.add_edge(nodes[a], nodes[b], None)
    return graph


def _agency_of(members: Sequence[Provenance]) -> str | None:
    """The agency or outlet that most members name as the origin of their text.

    An outlet whose own page is among them counts only if half of the others name it: one
    reprint says where it has its text from, not where the rest have theirs. What only its own
    page claims is not believed of a page that came after all the others.
    """
    named_by = Counter(
        origin
        for member in members
        for origin in set(member.origins)
        if not is_outlet(member, origin)
    )
    own = {
        origin
        for member in members
        for origin in member.origins
        if is_outlet(member, origin) and not _comes_last(member, members)
    }
    for name in sorted(named_by, key=lambda name: (-named_by[name], name)):
        pages = sum(is_outlet(member, name) for member in members)
        if not pages or name in own or 2 * named_by[name] >= len(members) - pages:
            return name
    return min(own, default=None)


def _comes_last(member: Provenance, members: Sequence[Provenance]) -> bool:
    """Whether all the others were surely out before a member."""
    others = [other for other in members if other is not member]
    return bool(others) and all(is_earlier(other, member) for other in others)


def is_outlet(member: Provenance, name: str | None) -> bool:
    """Whether an agency's or outlet's name is that of the member's own outlet."""
    return bool(name and member.outlet) and _bare(name or "") == _bare(member.outlet or "")


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()
