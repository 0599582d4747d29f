"""What hangs together by pairs."""

from collections.abc import Iterable

import rustworkx as rx


def components(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below `count` in groups, in order, those of a pair in one."""
    graph = rx.PyGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from_no_data(list(pairs))
    return sorted(sorted(some) for some in rx.connected_components(graph))
