"""Which texts are of one family: made from one another, or from one dispatch."""

from collections.abc import Mapping

from variorum.library import Story
from variorum.record.lineage import Lineage


def families_of(story: Story) -> Mapping[str, list[str]]:
    """The articles of each family by the text at its top; the largest first, then the earliest.

    The articles are in order of publication.
    """
    ranks = {article.id: rank for rank, article in enumerate(story.articles)}
    found = {top: sorted(members(story, top), key=ranks.__getitem__) for top in family_tops(story)}
    order = sorted(found, key=lambda top: (-len(found[top]), ranks[found[top][0]], top))
    return {top: found[top] for top in order}


def family_tops(story: Story) -> list[str]:
    """The texts at the top of the families: dispatches, and articles that others have text from.

    An article that only takes passages of others in is in their families, and has one of its
    own if others have their text from it.
    """
    state_of = {state: dispatch.id for state, (dispatch, _) in story.kinship.states.items()}
    parents = {state_of.get(edge.parent, edge.parent) for edge in story.lineage}
    made = {edge.child for edge in story.lineage if edge.relation != "partial"}
    return sorted(parents - made)


def nodes_of(story: Story, top: str) -> list[str]:
    """The articles and states of a family, and its top; each once."""
    waiting, reached, seen = [top], {top}, dict.fromkeys([top])
    while waiting:
        node = waiting.pop()
        dispatch = story.kinship.dispatches_by_id.get(node)
        below = [state.id for state in dispatch.states] if dispatch else []
        for edge in story.children.get(node, ()):
            if edge.relation == "partial":
                seen.setdefault(edge.child)
            else:
                below.append(edge.child)
        waiting += [one for one in below if one not in reached]
        reached.update(below)
        seen |= dict.fromkeys(below)
    return list(seen)


def members(story: Story, top: str) -> list[str]:
    """The articles of a family, each once."""
    return [node for node in nodes_of(story, top) if node in story.by_id]


def edges_of(story: Story, top: str) -> list[Lineage]:
    """The edges of a family."""
    nodes = set(nodes_of(story, top))
    return [edge for edge in story.lineage if edge.child in nodes and edge.parent in nodes]
