"""What each pair of articles has to do with each other, once the family trees are drawn."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from variorum.collate.lineage.families import Family, Related, find_families, is_outlet
from variorum.collate.lineage.precedence import as_day, is_earlier
from variorum.collate.lineage.provenance import Provenance
from variorum.collate.lineage.trees import MAKER, Tree, draw_tree
from variorum.record.lineage import Direction, Dispatch, Lineage, Pair

PARTIAL_SURE: Final = 0.75
"""Confidence of a partial edge: whose passage it is follows from the family's credits."""


Owners = Counter[tuple[str, str]]
"""For each source of a family and article outside, how many members share a passage with it."""


class LineageRecord(NamedTuple):
    """All pairs, edges and dispatches of a heap of articles, each in order of ids."""

    pairs: tuple[Pair, ...]
    edges: tuple[Lineage, ...]
    dispatches: tuple[Dispatch, ...]


class _Forest(NamedTuple):
    """Lookups over all trees: each article's family and tree, and each node's parents."""

    provenances: Mapping[str, Provenance]
    family_of: dict[str, Family]
    tree_of: dict[str, Tree]
    parents: dict[str, set[str]]


def find_lineage(
    related: Sequence[Related], provenances: Mapping[str, Provenance]
) -> LineageRecord:
    """Families, their trees, passages taken across families, and the direction of each pair."""
    families = find_families(related, provenances)
    trees = [draw_tree(family) for family in families]
    forest = _forest(families, trees, provenances)
    owners = _owners(related, forest)
    edges = [edge for tree in trees for edge in tree.edges] + _partial_edges(
        related, owners, forest
    )
    dispatches = sorted((tree.dispatch for tree in trees if tree.dispatch), key=lambda one: one.id)
    return LineageRecord(
        pairs=tuple(_pair(one, owners, forest) for one in related),
        edges=tuple(_without_circles(edges, forest)),
        dispatches=tuple(dispatches),
    )


def _forest(
    families: Sequence[Family], trees: Sequence[Tree], provenances: Mapping[str, Provenance]
) -> _Forest:
    parents: dict[str, set[str]] = defaultdict(set)
    for tree in trees:
        for edge in tree.edges:
            parents[edge.child].add(edge.parent)
        for state in tree.dispatch.states if tree.dispatch else ():
            parents[state.id].add(tree.source)
    both = list(zip(families, trees, strict=True))
    return _Forest(
        provenances=provenances,
        family_of={member: family for family in families for member in family.members},
        tree_of={member: tree for family, tree in both for member in family.members},
        parents=parents,
    )


def _owners(related: Iterable[Related], forest: _Forest) -> Owners:
    """For each family (by its source) and article, how many members share a passage with it."""
    counts = Owners()
    for pair in related:
        if _crosses(pair, forest):
            for owner, taker in (pair.ends, pair.ends[::-1]):
                if owner in forest.tree_of:
                    counts[forest.tree_of[owner].source, taker] += 1
    return counts


def _without_circles(edges: Iterable[Lineage], forest: _Forest) -> list[Lineage]:
    """The edges in order, less passages that an article would have from its own descendants."""
    parents = {child: set(above) for child, above in forest.parents.items()}
    kept = []
    for edge in sorted(edges, key=lambda edge: (edge.child, edge.parent)):
        if edge.relation != "partial":
            kept.append(edge)
        elif edge.child != edge.parent and edge.child not in _above(edge.parent, parents):
            parents.setdefault(edge.child, set()).add(edge.parent)
            kept.append(edge)
    return kept


def _crosses(pair: Related, forest: _Forest) -> bool:
    """Whether a pair shares passages without being of one family."""
    if pair.decision.relation == "partial":
        return True
    return (
        pair.is_same_text and forest.family_of[pair.ends[0]] is not forest.family_of[pair.ends[1]]
    )


def _partial_edges(related: Iterable[Related], owners: Owners, forest: _Forest) -> list[Lineage]:
    """Passages of one text in another: one edge for each article and text that it took from."""
    best: dict[tuple[str, str], Lineage] = {}
    for pair in related:
        if _crosses(pair, forest) and (edge := _partial_edge(pair, owners, forest)):
            tree = forest.tree_of.get(edge.parent)
            key = tree.source if tree else edge.parent, edge.child
            if key not in best or (best[key].share, edge.parent) < (edge.share, best[key].parent):
                best[key] = edge
    return list(best.values())


def _partial_edge(pair: Related, owners: Owners, forest: _Forest) -> Lineage | None:
    """Where a passage was taken from. An article that copies another has it with the copy."""
    origin = _origin(pair, owners, forest)
    if origin is None or _copies_an_article(origin.taker, forest):
        return None
    if origin.is_family_text:
        source = forest.tree_of[origin.owner].source
        return _taken(pair, source, origin.taker, origin.reasons)
    return _taken(pair, origin.owner, origin.taker, origin.reasons)


def _copies_an_article(article: str, forest: _Forest) -> bool:
    return any(parent in forest.provenances for parent in forest.parents.get(article, ()))


class _Origin(NamedTuple):
    """Which end of a pair took a passage, and whether it is the owner's whole family's text."""

    owner: str
    taker: str
    is_family_text: bool
    reasons: tuple[str, ...]


def _origin(pair: Related, owners: Owners, forest: _Forest) -> _Origin | None:
    """Who took a passage from whom; None if both have it from one agency, or nothing tells."""
    if _agencies(pair.ends[0], forest) & _agencies(pair.ends[1], forest):
        return None
    for owner, taker in (pair.ends, pair.ends[::-1]):
        if _is_family_text(owner, taker, owners, forest):
            agency = forest.family_of[owner].agency
            reason = f"{forest.provenances[owner].name} carries the same passage"
            return _Origin(
                owner,
                taker,
                is_family_text=True,
                reasons=(f"{reason} in a text of {agency}" if agency else reason,),
            )
    for owner, taker in (pair.ends, pair.ends[::-1]):
        first, second = forest.provenances[owner], forest.provenances[taker]
        if is_earlier(first, second):
            reason = f"{first.name} is of {as_day(first.published)}"
            reasons = (f"{reason}, {second.name} of {as_day(second.published)}",)
            return _Origin(owner, taker, is_family_text=False, reasons=reasons)
    return None


def _is_family_text(owner: str, taker: str, owners: Owners, forest: _Forest) -> bool:
    """Whether the passage is the text of the owner's family, and the taker's own text another's.

    If only one of several members has the passage, it is not the family's text.
    """
    family, other = forest.family_of.get(owner), forest.family_of.get(taker)
    if family is None or (other is not None and family.agency is None):
        return False
    if other is not None and other.credits(taker):
        return False
    if is_outlet(forest.provenances[taker], family.agency):
        return False
    return len(family.members) <= 2 or owners[forest.tree_of[owner].source, taker] > 1


def _taken(pair: Related, parent: str, taker: str, reasons: tuple[str, ...]) -> Lineage:
    side = pair.side(taker)
    share = round(side.shared / side.words, 3)
    return Lineage(parent, taker, "partial", share, PARTIAL_SURE, reasons, str(MAKER))


def _pair(pair: Related, owners: Owners, forest: _Forest) -> Pair:
    decision, overlap = pair.decision, pair.overlap
    is_derived = decision.relation != "quotes_only"
    return Pair(
        a=pair.ends[0],
        b=pair.ends[1],
        relation=decision.relation,
        direction=_direction(pair, owners, forest) if is_derived else "unknown",
        agency=_agency(pair, forest) if is_derived else None,
        share_a=round(overlap.side_a.shared / overlap.side_a.words, 3),
        share_b=round(overlap.side_b.shared / overlap.side_b.words, 3),
        confidence=round(decision.confidence, 2),
        reasons=decision.reasons,
        maker=str(MAKER),
    )


def _agency(pair: Related, forest: _Forest) -> str | None:
    """Whose text the pair shares: what both sides credit, or else what one does."""
    credited = [_agencies(end, forest) for end in pair.ends]
    return min(credited[0] & credited[1] or credited[0] | credited[1], default=None)


def _agencies(article: str, forest: _Forest) -> set[str]:
    """The agency of the article's family, or those that it credits itself."""
    family = forest.family_of.get(article)
    if family and family.agency:
        return {family.agency}
    return set(forest.provenances[article].origins)


def _direction(pair: Related, owners: Owners, forest: _Forest) -> Direction:
    a, b = pair.ends
    above_a, above_b = _ancestors(a, forest), _ancestors(b, forest)
    if a in above_b:
        return "a->b"
    if b in above_a:
        return "b->a"
    common = _agencies(a, forest) & _agencies(b, forest)
    outlets = [
        any(is_outlet(forest.provenances[end], name) for name in common) for end in pair.ends
    ]
    if outlets[0] != outlets[1] and not _is_later_page(*_sorted_by(outlets, pair.ends), forest):
        return "a->b" if outlets[0] else "b->a"
    if common or (above_a & above_b and _is_third_text(pair, above_a & above_b, forest)):
        return "common"
    return _partial_direction(pair, owners, forest) if not above_a & above_b else "unknown"


def _sorted_by(outlets: Sequence[bool], ends: tuple[str, str]) -> tuple[str, str]:
    """The agency's own page and the other."""
    return ends if outlets[0] else ends[::-1]


def _is_later_page(own: str, other: str, forest: _Forest) -> bool:
    """Whether the agency's own page holds a later state of its text than another carries."""
    tree = forest.tree_of.get(own)
    if tree is None or tree.dispatch is None:
        return False
    places = [
        [n for n, state in enumerate(tree.dispatch.states) if state.id in _ancestors(one, forest)]
        for one in (own, other)
    ]
    return all(places) and places[0] > places[1]


def _partial_direction(pair: Related, owners: Owners, forest: _Forest) -> Direction:
    """From the family whose text a passage is: its source gave it, other carriers have it too."""
    origin = _origin(pair, owners, forest)
    if origin is None:
        return "unknown"
    if origin.is_family_text and origin.owner != forest.tree_of[origin.owner].source:
        return "common"
    return "a->b" if origin.owner == pair.ends[0] else "b->a"


def _is_third_text(pair: Related, shared: set[str], forest: _Forest) -> bool:
    """Whether what both go back to is a text of somebody else's, not just of unknown order."""
    if any(node in forest.provenances for node in shared) or _agency(pair, forest):
        return True
    family = forest.family_of.get(pair.ends[0])
    return family is not None and family.is_unsigned_wire


def _ancestors(node: str, forest: _Forest) -> set[str]:
    return _above(node, forest.parents)


def _above(node: str, parents: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(parents.get(node, ()))
    while waiting:
        above = waiting.pop()
        if above not in found:
            found.add(above)
            waiting.extend(parents.get(above, ()))
    return found
