"""Figures of coreference: MUC, B³, CEAF-e and their mean, the CoNLL figure.

Vilain et al. (1995); Bagga and Baldwin (1998); Luo (2005), with its fourth similarity; the mean as
in Pradhan et al. (2012). Mentions are any values that can be hashed; a mention that only one side
has counts there, as in the reference scorer: as missing, or as spurious.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

import rustworkx as rx

Mention = Hashable
Clusters = Sequence[frozenset[Mention]]


class Figure(NamedTuple):
    """Precision and recall, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Coreference(NamedTuple):
    """The three figures; `conll` is the mean of their F1."""

    muc: Figure
    b_cubed: Figure
    ceaf_e: Figure

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def measure(gold: Iterable[Iterable[Mention]], found: Iterable[Iterable[Mention]]) -> Coreference:
    """How well the clusters found agree with the gold ones."""
    key = [frozenset(cluster) for cluster in gold]
    response = [frozenset(cluster) for cluster in found]
    return Coreference(muc(key, response), b_cubed(key, response), ceaf_e(key, response))


def muc(gold: Clusters, found: Clusters) -> Figure:
    """Links that are right."""
    return Figure(_links(found, gold), _links(gold, found))


def _links(clusters: Clusters, others: Clusters) -> float:
    """The part of the links of some clusters that others keep."""
    of = _by_mention(others)
    kept = every = 0
    for cluster in clusters:
        parts = {of.get(mention, (mention,)) for mention in cluster}
        kept += len(cluster) - len(parts)
        every += len(cluster) - 1
    return kept / every if every else 0.0


def b_cubed(gold: Clusters, found: Clusters) -> Figure:
    """For each mention the part of its cluster that is right."""
    return Figure(_purity(found, gold), _purity(gold, found))


def _purity(clusters: Clusters, others: Clusters) -> float:
    of = _by_mention(others)
    total = right = 0.0
    for cluster in clusters:
        for mention in cluster:
            total += 1
            other = of.get(mention)
            right += len(cluster & others[other]) / len(cluster) if other is not None else 0.0
    return right / total if total else 0.0


def ceaf_e(gold: Clusters, found: Clusters) -> Figure:
    """The similarity of clusters that are matched one to one as well as can be."""
    of = _by_mention(found)
    graph: rx.PyGraph[None, float] = rx.PyGraph()
    graph.add_nodes_from([None] * (len(gold) + len(found)))
    for number, cluster in enumerate(gold):
        for other in {of[mention] for mention in cluster if mention in of}:
            common = len(cluster & found[other])
            alike = 2 * common / (len(cluster) + len(found[other]))
            graph.add_edge(number, len(gold) + other, alike)
    matched = rx.max_weight_matching(graph, weight_fn=lambda alike: round(alike * 1_000_000))
    alike = sum(graph.get_edge_data(a, b) for a, b in matched)
    return Figure(alike / len(found) if found else 0.0, alike / len(gold) if gold else 0.0)


def _by_mention(clusters: Clusters) -> Mapping[Mention, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def clusters_of(names: Mapping[Mention, Hashable]) -> list[frozenset[Mention]]:
    """Clusters from a name of the cluster for each mention."""
    by_name: dict[Hashable, set[Mention]] = defaultdict(set)
    for mention, name in names.items():
        by_name[name].add(mention)
    return [frozenset(some) for some in by_name.values()]
