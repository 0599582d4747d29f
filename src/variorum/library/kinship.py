"""Which text was made from which: the family trees, and what stands for a text not in hand."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from variorum.compare.independence import find_roots
from variorum.record.lineage import Dispatch, DispatchState, Lineage, Pair


class Witness(NamedTuple):
    """The article that shows best what another article's text was made from.

    For a child of an article that article; for a child of a dispatch, which is not in
    hand, the other carrier that agrees with it most.
    """

    article: str
    is_parent: bool


class Kinship:
    """The family trees of a record. `articles`: the ids of those that are in hand."""

    def __init__(
        self,
        articles: Container[str],
        pairs: Sequence[Pair],
        lineage: Sequence[Lineage],
        dispatches: Sequence[Dispatch],
    ) -> None:
        self._articles = articles
        self.pairs = pairs
        self.lineage = lineage
        self.dispatches = dispatches

    @cached_property
    def states(self) -> Mapping[str, tuple[Dispatch, DispatchState]]:
        """The states of dispatches by their ids, each with its dispatch."""
        return {state.id: (one, state) for one in self.dispatches for state in one.states}

    @cached_property
    def dispatches_by_id(self) -> Mapping[str, Dispatch]:
        """The inferred dispatches by their ids."""
        return {one.id: one for one in self.dispatches}

    @cached_property
    def children(self) -> Mapping[str, list[Lineage]]:
        """The edges below each article, dispatch and state."""
        below: dict[str, list[Lineage]] = defaultdict(list)
        for edge in self.lineage:
            below[edge.parent].append(edge)
        return below

    @cached_property
    def parents(self) -> Mapping[str, list[Lineage]]:
        """The edges above each article."""
        above: dict[str, list[Lineage]] = defaultdict(list)
        for edge in self.lineage:
            above[edge.child].append(edge)
        return above

    @cached_property
    def roots(self) -> Mapping[str, frozenset[str]]:
        """For each article that has its text from elsewhere, the texts at the top."""
        return find_roots(self.lineage, self.dispatches)

    @cached_property
    def pairs_of(self) -> Mapping[str, list[Pair]]:
        """For each article what others have to do with it."""
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            found[pair.a].append(pair)
            found[pair.b].append(pair)
        return found

    def pairs_with(self, articles: Iterable[str]) -> set[tuple[str, str]]:
        """The ends of all pairs of which one is among some articles."""
        return {(one.a, one.b) for name in articles for one in self.pairs_of.get(name, ())}

    def pair(self, one: str, other: str) -> Pair | None:
        """What two articles have to do with each other, if anything."""
        ends = {one, other}
        return next((pair for pair in self.pairs_of.get(one, ()) if {pair.a, pair.b} == ends), None)

    def state_of(self, article: str) -> DispatchState | None:
        """The state of a dispatch that an article carries, itself or through what it copies."""
        seen: set[str] = set()
        while article not in seen:
            seen.add(article)
            edges = self.parents.get(article, ())
            above = [edge.parent for edge in edges if edge.relation != "partial"]
            known = [self.states[node][1] for node in above if node in self.states]
            if known:
                return known[0]
            article = next((node for node in above if node in self._articles), article)
        return None

    def witness(self, edge: Lineage) -> Witness | None:
        """The article to hold a child's text against; None if no other carries it."""
        if edge.parent in self._articles:
            return Witness(edge.parent, is_parent=True)
        carriers = self._carriers(edge.parent, edge.child)
        fits = [
            (_closeness(pair, edge.child), other)
            for pair in self.pairs_of.get(edge.child, ())
            if (other := pair.b if pair.a == edge.child else pair.a) in carriers
        ]
        return Witness(max(fits)[1], is_parent=False) if fits else None

    def _carriers(self, node: str, child: str) -> set[str]:
        """The other articles that carry a state; if there are none, any state of its dispatch."""
        if node in self.states:
            dispatch, state = self.states[node]
            return set(state.articles) - {child} or set(dispatch.articles) - {child}
        found = self.dispatches_by_id.get(node)
        return set(found.articles) - {child} if found else set()


_CLOSENESS: Final = {"copy": 3, "edited": 2, "partial": 1, "quotes_only": 0}


def _closeness(pair: Pair, child: str) -> tuple[int, float, float]:
    share = pair.share_a if pair.a == child else pair.share_b
    return _CLOSENESS[pair.relation], share, min(pair.share_a, pair.share_b)
