"""The family trees of the texts: dispatches, their states, and who carries them; folded if big."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, Literal

import msgspec

from variorum.library import Story
from variorum.record.lineage import Derivation, DispatchState, Lineage
from variorum.record.when import When
from variorum.views.desk import Desk
from variorum.views.words import ArticleLine

MOST_ALIKE: Final = 5
"""Articles below one node that nothing was made from, and that have their text alike, up to which
each has a box; of more the first few have, and one box stands for the rest."""

FIRST_ALIKE: Final = 3
"""How many of them then have."""


class Kin(msgspec.Struct, frozen=True, kw_only=True):
    """A member of a family of texts, with those that were made from it.

    - `kind`: an article; a dispatch that is not in hand, or a state of one; or more articles
      that are alike, which are then in `folded`;
    - `name`: the outlet, agency or state; `when`: when it was published or first seen;
    - `relation`, `share` (0 to 1), `confidence`, `reasons`: of the edge from the one above; null
      where there is none; `beside`: the article that shows best what it was made from.
    """

    kind: Literal["article", "dispatch", "state", "more"]
    name: str
    when: When | None = None
    article: ArticleLine | None = None
    relation: Derivation | None = None
    share: float = 0.0
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    beside: str | None = None
    folded: tuple["Kin", ...] = ()
    children: tuple["Kin", ...] = ()


def family_tree(desk: Desk, top: str) -> Kin:
    """One family as a tree; an article with two parents stands below each."""
    dispatch = desk.story.kinship.dispatches_by_id.get(top)
    if dispatch is None:
        return _article(desk, top, None, frozenset())
    if len(dispatch.states) == 1:
        states: list[Kin] = list(_children(desk, dispatch.states[0].id, frozenset((top,))))
    else:
        states = [
            _state(desk, state, number) for number, state in enumerate(dispatch.states, start=1)
        ]
    return Kin(
        kind="dispatch",
        name=f"{dispatch.agency} dispatch" if dispatch.agency else "Text of unknown origin",
        when=dispatch.earliest or _first_known(desk.story, dispatch.articles),
        children=(*states, *_children(desk, dispatch.id, frozenset((top,)))),
    )


def _state(desk: Desk, state: DispatchState, number: int) -> Kin:
    return Kin(
        kind="state",
        name=f"State {number}",
        when=state.earliest or _first_known(desk.story, state.articles),
        children=_children(desk, state.id, frozenset((state.id,))),
    )


def _first_known(story: Story, articles: Sequence[str]) -> When | None:
    """The earliest date of some articles, an inferred one too."""
    dates = (story.by_id[article].published for article in articles)
    return min((when for when in dates if when), key=lambda when: when.latest, default=None)


def _children(desk: Desk, node: str, above: frozenset[str]) -> tuple[Kin, ...]:
    edges = sorted(desk.story.children.get(node, ()), key=lambda one: _precedence(desk.story, one))
    children = [_article(desk, edge.child, edge, above) for edge in edges]
    return tuple(_folded(children))


_RANKS: Final[Mapping[Derivation, int]] = {"copy": 0, "edited": 1, "partial": 2}


def _precedence(story: Story, edge: Lineage) -> tuple[int, datetime, str]:
    published = story.by_id[edge.child].published
    when = published.written_end if published else datetime.max
    return _RANKS[edge.relation], when, edge.child


def _folded(children: Sequence[Kin]) -> Iterator[Kin]:
    """The children, those that are alike and have none themselves in one box if they are many."""
    for relation in _RANKS:
        alike = [one for one in children if one.relation == relation]
        plain = [one for one in alike if not one.children]
        shown = plain if len(plain) <= MOST_ALIKE else plain[:FIRST_ALIKE]
        yield from (one for one in alike if one.children or one in shown)
        if rest := plain[len(shown) :]:
            yield Kin(kind="more", name="", relation=relation, folded=tuple(rest))


def _article(desk: Desk, article: str, edge: Lineage | None, above: frozenset[str]) -> Kin:
    line = desk.line(article)
    follows = article not in above and (edge is None or edge.relation != "partial")
    witness = desk.story.witness(edge) if edge else None
    return Kin(
        kind="article",
        name=line.outlet,
        when=line.published,
        article=line,
        relation=edge.relation if edge else None,
        share=round(edge.share, 4) if edge else 0.0,
        confidence=edge.confidence if edge else 0.0,
        reasons=edge.reasons if edge else (),
        beside=witness.article if witness else None,
        children=_children(desk, article, above | {article}) if follows else (),
    )
