"""Draws the family trees of the texts as SVG: dispatches, their states, who carries what."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from variorum.library import Story
from variorum.record.article import Article
from variorum.record.lineage import Dispatch, DispatchState, Lineage
from variorum.record.when import When

ROW: Final = 38
COLUMN: Final = 248
BOX: Final = 214
MARGIN: Final = 8
"""Pixels: height of a row, width of a generation, width of a box, margin of the drawing."""

MOST_CHILDREN: Final = 24
"""Children of one node that are drawn one by one; more are drawn as one box."""


class Node(NamedTuple):
    """A box: its lines of text, what it links to (an element's id on the page) and its look."""

    title: str
    detail: str
    href: str | None
    look: str
    x: int
    y: int

    @property
    def middle(self) -> int:
        """The vertical middle of the box."""
        return self.y + ROW // 2


class Link(NamedTuple):
    """A line from a parent's box to a child's: its path, look, and what it links to."""

    path: str
    relation: str
    href: str | None
    label: str


class Drawing(NamedTuple):
    """One family tree, ready for the template."""

    title: str
    width: int
    height: int
    nodes: list[Node]
    links: list[Link]


class _Branch(NamedTuple):
    """A node of the tree before it has a place."""

    title: str
    detail: str
    href: str | None
    look: str
    edge: Lineage | None
    children: list["_Branch"]


def draw_families(story: Story, comparison_of: dict[tuple[str, str], str]) -> list[Drawing]:
    """The trees of all families, the largest first.

    `comparison_of` gives the id of the side-by-side view of a parent and child.
    """
    families = [
        (_root(story, top, comparison_of), _first_title(story, top)) for top in _tops(story)
    ]
    families.sort(key=lambda family: (-_leaves(family[0]), family[1]))
    return [_placed(branch, title) for branch, title in families]


def _first_title(story: Story, top: str) -> str:
    """The headline of the first article that carries the text."""
    dispatch = next((one for one in story.dispatches if one.id == top), None)
    carriers = set(dispatch.articles) if dispatch else {top}
    titled = (article for article in story.articles if article.id in carriers and article.title)
    first = next(titled, None)
    return first.title if first and first.title else "Without a headline"


def _tops(story: Story) -> list[str]:
    state_of = {state: dispatch.id for state, (dispatch, _) in story.states.items()}
    parents = {state_of.get(edge.parent, edge.parent) for edge in story.lineage}
    return sorted(node for node in parents if not story.parents.get(node))


def _root(story: Story, top: str, comparisons: dict[tuple[str, str], str]) -> _Branch:
    dispatch = next((one for one in story.dispatches if one.id == top), None)
    if dispatch is None:
        return _article_branch(story, story.by_id[top], None, comparisons)
    children = [
        _state_branch(story, dispatch, number, comparisons)
        for number in range(len(dispatch.states))
    ]
    if len(children) == 1:
        children = children[0].children
    children += _children(story, dispatch.id, comparisons)
    count = len(dispatch.articles)
    title = f"{dispatch.agency} dispatch" if dispatch.agency else "Text of unknown origin"
    return _Branch(
        title, f"inferred from {_plural(count, 'article')}", None, "dispatch", None, children
    )


def _state_branch(
    story: Story, dispatch: Dispatch, number: int, comparisons: dict[tuple[str, str], str]
) -> _Branch:
    state = dispatch.states[number]
    children = _children(story, state.id, comparisons)
    return _Branch(
        f"State {number + 1}",
        f"first seen {short_day(state.earliest or _first_known(story, state))}",
        None,
        "state",
        None,
        children,
    )


def _first_known(story: Story, state: DispatchState) -> When | None:
    """The earliest date of a state's carriers, an inferred one too."""
    dates = [story.by_id[article].published for article in state.articles]
    return min((when for when in dates if when), key=lambda when: when.latest, default=None)


def _children(story: Story, node: str, comparisons: dict[tuple[str, str], str]) -> list[_Branch]:
    edges = sorted(story.children.get(node, ()), key=lambda edge: _edge_order(story, edge))
    drawn = edges if len(edges) <= MOST_CHILDREN else edges[: MOST_CHILDREN - 1]
    branches = [
        _article_branch(story, story.by_id[edge.child], edge, comparisons) for edge in drawn
    ]
    if len(edges) > len(drawn):
        branches.append(
            _Branch(f"and {len(edges) - len(drawn)} more", "", "articles", "more", edges[-1], [])
        )
    return branches


def _edge_order(story: Story, edge: Lineage) -> tuple[int, str, str]:
    rank = {"copy": 0, "edited": 1, "partial": 2}[edge.relation]
    published = story.by_id[edge.child].published
    return rank, published.latest if published else "9999", edge.child


def _article_branch(
    story: Story, article: Article, edge: Lineage | None, comparisons: dict[tuple[str, str], str]
) -> _Branch:
    follows = edge is None or edge.relation != "partial"
    children = _children(story, article.id, comparisons) if follows else []
    href = comparisons.get((edge.parent, edge.child), article.id) if edge else article.id
    look = (
        "undated"
        if article.published is None or article.published.basis == "inferred"
        else "article"
    )
    return _Branch(
        article.outlet or article.source.rpartition("/")[2],
        short_day(article.published),
        href,
        look,
        edge,
        children,
    )


def short_day(when: When | None) -> str:
    """A publication date in few characters; one that is inferred has a tilde."""
    if when is None:
        return "date unknown"
    first, last = when.days
    mark = "~ " if when.basis == "inferred" else ""
    if first != last:
        return f"{mark}{first.day} {first:%b} – {last.day} {last:%b %Y}"
    clock = when.earliest.partition("T")[2][:5]
    return f"{mark}{first.day} {first:%b %Y}" + (f", {clock}" if clock else "")


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("s" if count != 1 else "")


def _leaves(branch: _Branch) -> int:
    return sum(map(_leaves, branch.children)) or 1


def _depth(branch: _Branch) -> int:
    return 1 + max(map(_depth, branch.children), default=0)


def _placed(branch: _Branch, title: str) -> Drawing:
    nodes: list[Node] = []
    links: list[Link] = []
    _place(branch, 0, 0, nodes, links)
    width = 2 * MARGIN + (_depth(branch) - 1) * COLUMN + BOX
    return Drawing(title, width, 2 * MARGIN + _leaves(branch) * ROW, nodes, links)


def _place(branch: _Branch, depth: int, row: int, nodes: list[Node], links: list[Link]) -> Node:
    """Puts a branch beside its children, at the height of the first of them."""
    node = Node(
        branch.title,
        branch.detail,
        branch.href,
        branch.look,
        MARGIN + depth * COLUMN,
        MARGIN + row * ROW,
    )
    nodes.append(node)
    for child in branch.children:
        placed = _place(child, depth + 1, row, nodes, links)
        links.append(_link(node, placed, child.edge))
        row += _leaves(child)
    return node


def _link(parent: Node, child: Node, edge: Lineage | None) -> Link:
    start, end = parent.x + BOX, child.x
    bend = (end - start) / 2
    curve = f"C{start + bend} {parent.middle} {end - bend} {child.middle} {end} {child.middle}"
    path = f"M{start} {parent.middle} {curve}"
    relation = edge.relation if edge else "state"
    label = (
        f"{edge.relation}, {edge.share:.0%} of its text; {'; '.join(edge.reasons)}" if edge else ""
    )
    return Link(path, relation, child.href, label)


def relations(drawings: Sequence[Drawing]) -> Iterator[str]:
    """The relations that occur in some drawings, for the legend."""
    found = {link.relation for drawing in drawings for link in drawing.links}
    yield from (relation for relation in ("copy", "edited", "partial") if relation in found)
