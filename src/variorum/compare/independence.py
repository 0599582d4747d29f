"""How many independent sources stand behind a group of articles: counted over lineage roots."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from variorum.record.lineage import Dispatch, Lineage


def find_roots(
    edges: Iterable[Lineage], dispatches: Iterable[Dispatch]
) -> Mapping[str, frozenset[str]]:
    """For each article that has its text from elsewhere the texts at the top of its tree.

    An article that only takes in passages (`partial`) is a root of its own; articles that
    are not in the result are roots too.
    """
    above: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.relation != "partial":
            above[edge.child].add(edge.parent)
    for dispatch in dispatches:
        for state in dispatch.states:
            above[state.id].add(dispatch.id)
    return {node: _tops(node, above) for node in above}


def _tops(node: str, above: Mapping[str, set[str]]) -> frozenset[str]:
    waiting, seen, tops = [node], {node}, set[str]()
    while waiting:
        current = waiting.pop()
        parents = above.get(current, set())
        if not parents:
            tops.add(current)
        waiting.extend(parents - seen)
        seen |= parents
    return frozenset(tops)


def independent_sources(
    articles: Iterable[str], roots: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """The roots behind some articles: ten copies of one dispatch are one source."""
    return frozenset(
        root for article in articles for root in roots.get(article, frozenset((article,)))
    )
