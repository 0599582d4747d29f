"""Draws the family tree of one text: the dispatch, its states, and who took it from whom."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from variorum.collate.lineage.families import Family
from variorum.collate.lineage.parents import Parent, find_parent
from variorum.collate.lineage.states import find_states, nearest_state
from variorum.collate.lineage.succession import Version
from variorum.record.identity import identify
from variorum.record.lineage import Derivation, Dispatch, DispatchState, Lineage
from variorum.record.maker import Maker
from variorum.record.when import When

MAKER: Final = Maker("lineage", 1)


class Tree(NamedTuple):
    """The lineage of one family.

    `dispatch` is the text it hangs on, if one had to be inferred; else `root` is the
    article that the others go back to.
    """

    dispatch: Dispatch | None
    root: str | None
    edges: tuple[Lineage, ...]

    @property
    def source(self) -> str:
        """The id of the dispatch or article at the top."""
        return self.dispatch.id if self.dispatch else self.root or ""


def draw_tree(family: Family) -> Tree:
    """The family tree of one text."""
    parents = _without_circles({member: find_parent(family, member) for member in family.members})
    parents = _with_later_states(family, parents)
    carriers = [member for member, parent in parents.items() if parent.kind == "dispatch"]
    roots = [member for member, parent in parents.items() if parent.kind == "none"]
    edges = [
        _from_article(family, parent.article, parent, member)
        for member, parent in parents.items()
        if parent.article
    ]
    if not carriers or (family.agency is None and len(carriers) == 1 and not roots):
        top = family.source or (roots or carriers or family.members)[0]
        return Tree(None, top, _sorted(edges))
    states = find_states(family, carriers)
    dispatch = _dispatch(family, carriers, states)
    edges += [_from_dispatch(family, dispatch, states, parents[one], one) for one in carriers]
    edges += _lent_by(family, roots, parents)
    return Tree(dispatch, None, _sorted(edges))


def _with_later_states(family: Family, parents: dict[str, Parent]) -> dict[str, Parent]:
    """Where the agency's own page holds one state of several, the others are of its dispatch."""
    source = family.source
    if source is None:
        return parents
    carriers = [
        one
        for one, parent in parents.items()
        if source in (one, parent.article) and not family.earlier_version(one)
    ]
    states = find_states(family, carriers)
    if len(states) < 2:
        return parents
    state_of = {one: _state_of(family, states, one) for one in carriers}
    return parents | {
        one: _of_dispatch(family, one, parents[one])
        for one in carriers
        if one == source or state_of[one] != state_of[source]
    }


def _of_dispatch(family: Family, member: str, parent: Parent) -> Parent:
    reason = (
        f"it is {family.agency}'s own page; others print another state of the text"
        if member == family.source
        else f"{family.agency}'s own page is at hand, and this is another state of its text"
    )
    return Parent("dispatch", None, parent.confidence, (reason,))


def _state_of(family: Family, states: Sequence[Version], member: str) -> Version | None:
    own = next((state for state in states if member in state.members), None)
    return own or nearest_state(family, states, member)


def _sorted(edges: Sequence[Lineage]) -> tuple[Lineage, ...]:
    return tuple(sorted(edges, key=lambda edge: (edge.child, edge.parent)))


def _lent_by(family: Family, roots: Sequence[str], parents: Mapping[str, Parent]) -> list[Lineage]:
    """What a member that is no carrier of the text lent to one that is: two texts merged."""
    edges = []
    for root in roots:
        for taker in family.relatives(root):
            order = family.order(root, taker)
            if order.is_known and order.score > 0 and parents[taker].article != root:
                share = _share(family, taker, root)
                edges.append(Lineage(root, taker, "partial", share, 0.6, order.reasons, str(MAKER)))
    return edges


def _without_circles(parents: dict[str, Parent]) -> dict[str, Parent]:
    """Where articles would be each other's ancestors, the weakest link goes to the dispatch."""
    for member in sorted(parents):
        path = [member]
        while (above := parents[path[-1]].article) is not None and above not in path:
            path.append(above)
        if above is not None:
            circle = path[path.index(above) :]
            weakest = min(circle, key=lambda one: (parents[one].confidence, one))
            reason = "the copies point at each other; nothing tells which came first"
            parents[weakest] = Parent("dispatch", None, 0.4, (reason,))
    return parents


def _from_article(family: Family, article: str, parent: Parent, child: str) -> Lineage:
    pair = family.between(article, child)
    relation = _derivation(pair.decision.relation) if pair else "edited"
    return _edge(article, child, relation, _share(family, child, article), parent)


def _from_dispatch(
    family: Family, dispatch: Dispatch, states: Sequence[Version], parent: Parent, child: str
) -> Lineage:
    nearest = _state_of(family, states, child)
    if nearest is None:
        return _edge(dispatch.id, child, "edited", _share(family, child, child), parent)
    state = dispatch.states[list(states).index(nearest)]
    others = [member for member in nearest.members if family.between(member, child)]
    if not others:
        return _edge(state.id, child, "copy", 1.0, parent)
    best = max(others, key=lambda other: (family.agreement(other, child), other))
    pair = family.pairs[frozenset((best, child))]
    return _edge(
        state.id, child, _derivation(pair.decision.relation), _share(family, child, best), parent
    )


def _edge(parent: str, child: str, relation: Derivation, share: float, source: Parent) -> Lineage:
    return Lineage(parent, child, relation, share, source.confidence, source.reasons, str(MAKER))


def _derivation(relation: str) -> Derivation:
    return "copy" if relation == "copy" else "edited" if relation == "edited" else "partial"


def _share(family: Family, child: str, other: str) -> float:
    """The part of the child's body that stands in the other text, or else in its next of kin.

    Two far states of a text may share nothing directly and yet be tied by those between.
    """
    kin = [other] if family.between(child, other) else family.relatives(child)
    pairs = [pair for one in kin if (pair := family.between(child, one))]
    return max(round(pair.side(child).shared / pair.side(child).words, 3) for pair in pairs)


def _dispatch(family: Family, carriers: Sequence[str], states: Sequence[Version]) -> Dispatch:
    inferred = tuple(
        DispatchState(
            id=identify("state", family.agency, state.members),
            earliest=_earliest(family, state.members),
            articles=state.members,
        )
        for state in states
    )
    return Dispatch(
        id=identify("dispatch", family.agency, tuple(sorted(carriers))),
        agency=family.agency,
        articles=tuple(sorted(carriers)),
        earliest=_earliest(family, carriers),
        states=inferred,
        maker=str(MAKER),
    )


def _earliest(family: Family, members: Sequence[str]) -> When | None:
    """The publication of the first member to print it; none if no member's is known."""
    dated = [when for one in members if (when := family.provenances[one].published)]
    return min(dated, key=lambda when: (when.written_end, when.latest), default=None)
