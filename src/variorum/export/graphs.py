"""The record as graphs, in GraphML: who has the text from whom, and who has to do with whom."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from variorum.export.writing import write_files
from variorum.library import Story
from variorum.record.event import Event, Participant
from variorum.record.when import When

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not hold."""

Value = str | int | float


class Node(NamedTuple):
    """A node, with what is told of it."""

    id: str
    data: dict[str, Value | None]


class Edge(NamedTuple):
    """An edge; one that is not directed has its ends in order of their ids."""

    source: str
    target: str
    directed: bool
    data: dict[str, Value | None]


def export_graphs(story: Story, folder: Path) -> dict[str, int]:
    """Write `lineage.graphml` and `actors.graphml` into a folder; returns the edges of each.

    In the first, nodes are articles, dispatches and their states, edges lead from a text to what
    was made of it. In the second, nodes are entities and edges events that two of them take part
    in, from its source to its target, or without direction between parties. Raises `InputError`
    if the folder cannot be written.
    """
    return write_files(
        folder,
        {
            "lineage.graphml": partial(_write, list(_texts(story)), list(_origins(story))),
            "actors.graphml": partial(_write, list(_actors(story)), list(_dealings(story))),
        },
    )


def _texts(story: Story) -> Iterator[Node]:
    for one in story.articles:
        told: dict[str, Value | None] = {
            "kind": "article", "label": one.title, "outlet": one.outlet,
        }  # fmt: skip
        yield Node(one.id, told | _days("published", one.published))
    for dispatch in story.dispatches:
        known: dict[str, Value | None] = {"kind": "dispatch", "label": dispatch.agency}
        yield Node(dispatch.id, known | _days("published", dispatch.earliest))
        for number, state in enumerate(dispatch.states, 1):
            part: dict[str, Value | None] = {"kind": "state", "label": f"state {number}"}
            yield Node(state.id, part | _days("published", state.earliest))


def _days(name: str, when: When | None) -> dict[str, Value | None]:
    if when is None:
        return {}
    return {f"{name}_earliest": when.earliest, f"{name}_latest": when.latest}


def _origins(story: Story) -> Iterator[Edge]:
    for one in story.lineage:
        told: dict[str, Value | None] = {
            "relation": one.relation, "share": one.share, "confidence": one.confidence,
        }  # fmt: skip
        yield Edge(one.parent, one.child, directed=True, data=told)
    for dispatch in story.dispatches:
        for state in dispatch.states:
            yield Edge(dispatch.id, state.id, directed=True, data={"relation": "state"})


def _actors(story: Story) -> Iterator[Node]:
    used = {end for edge in _dealings(story) for end in (edge.source, edge.target)}
    for one in story.entities:
        if one.id in used:
            yield Node(one.id, {"kind": one.kind, "label": one.name})


def _dealings(story: Story) -> Iterator[Edge]:
    known = {one.id for one in story.entities}
    for event in story.events:
        told: dict[str, Value | None] = {
            "event": event.id,
            "label": event.label,
            "type": event.type,
            "status": event.status,
            "sources": len(story.sources_behind({at.article for at in event.mentions})),
        }
        for source, target, directed in _ends(event):
            if source in known and target in known:
                yield Edge(source, target, directed, told | _days("when", event.when))


def _ends(event: Event) -> Iterator[tuple[str, str, bool]]:
    """Each source with each target; where there are no two such, each party with each other."""
    sources, targets, parties = (
        sorted(_known(event.participants, role)) for role in ("source", "target", "party")
    )
    for source in sources:
        for target in (*targets, *parties):
            yield source, target, True
    for number, one in enumerate(parties):
        for other in parties[number + 1 :]:
            yield one, other, False


def _known(participants: Iterable[Participant], role: str) -> set[str]:
    return {one.entity for one in participants if one.entity and one.role == role}


def _write(nodes: list[Node], edges: list[Edge], path: Path) -> int:
    root = etree.Element(_named("graphml"), nsmap={None: NAMESPACE})
    _add_keys(root, "node", nodes)
    _add_keys(root, "edge", edges)
    graph = etree.SubElement(root, _named("graph"), edgedefault="directed")
    for node in nodes:
        _fill(etree.SubElement(graph, _named("node"), id=node.id), "node", node.data)
    for edge in edges:
        directed = "true" if edge.directed else "false"
        ends = {"source": edge.source, "target": edge.target, "directed": directed}
        _fill(etree.SubElement(graph, _named("edge"), ends), "edge", edge.data)
    tree = etree.ElementTree(root)
    tree.write(str(path), encoding="utf-8", xml_declaration=True, pretty_print=True)
    return len(edges)


def _named(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


_TYPES: Final = {str: "string", int: "long", float: "double"}


def _add_keys(root: etree._Element, of: str, items: Iterable[Node] | Iterable[Edge]) -> None:
    """What is told of nodes or edges, each with its type."""
    types = {
        name: _TYPES[type(value)]
        for one in items
        for name, value in one.data.items()
        if value is not None
    }
    for name in sorted(types):
        told = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": types[name]}
        etree.SubElement(root, _named("key"), told)


def _fill(element: etree._Element, of: str, data: dict[str, Value | None]) -> None:
    for name, value in data.items():
        if value is not None:
            child = etree.SubElement(element, _named("data"), key=f"{of}-{name}")
            child.text = _ILLEGAL.sub("\ufffd", str(value))
