"""Who copied whom: the families of texts, the largest first, and what each retelling changed."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from variorum.compare.changes import TELLING, Change, Retelling
from variorum.record.lineage import Derivation, Lineage
from variorum.record.reuse import Place
from variorum.record.when import When
from variorum.views.changes import RANKS, ShownKind, shown_kind
from variorum.views.desk import Desk
from variorum.views.families import Kin, family_tree
from variorum.views.kinship import edges_of
from variorum.views.page import ListQuery, Part, View, part_of
from variorum.views.words import ArticleLine, clipped

FAMILIES: Final = 6
"""Families on one part of the list."""

LISTED: Final = 8
"""Changes of words that are listed for one retelling; the two texts side by side show all."""

PARTS: Final = 2
"""Sentences that came or went, listed for one retelling."""

WORDS: Final = 140
"""Characters of a change that are shown."""


class ListedChange(msgspec.Struct, frozen=True):
    """A change of words: what a text had, what the retelling has, and where each stands."""

    kind: ShownKind
    before: str
    after: str
    a: Place | None
    b: Place | None


class Retold(msgspec.Struct, frozen=True, kw_only=True):
    """What one retelling changed, in short.

    - `beside`: what it is held against; `is_parent`: whether its text was made from that, or
      from a dispatch that it carries;
    - `changes`: the most telling first; `more`: how many others there are; `style`: changes of
      spelling and style, which are only counted;
    - `left_out`, `added`: paragraphs that only one has; who takes in passages leaves none out.
    """

    child: ArticleLine
    beside: ArticleLine
    is_parent: bool
    relation: Derivation
    share: float
    confidence: float
    reasons: tuple[str, ...]
    changes: tuple[ListedChange, ...]
    more: int
    style: int
    left_out: int
    added: int


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """Texts that were made from one another, or from one dispatch.

    `title`: the headline of the first; `retold`: what changed, in the order of how telling it
    is; `unchanged`: retellings that change nothing but style.
    """

    id: str
    title: str
    articles: int
    outlets: int
    states: int
    first: When | None
    last: When | None
    tree: Kin
    retold: tuple[Retold, ...]
    unchanged: int


class LineageView(View, frozen=True, kw_only=True):
    """Who copied whom.

    `related`: articles that are in a family; `alone`: articles that have no relatives;
    `independent_sources`: the texts at the top of all trees, and those alone.
    """

    families: tuple[Family, ...]
    part: Part
    related: int
    alone: int
    independent_sources: int


def draw_lineage(desk: Desk, query: ListQuery) -> LineageView:
    """The families, the largest first."""
    shown, part = part_of(list(desk.families.items()), query.page, FAMILIES)
    related = {one for found in desk.families.values() for one in found}
    return LineageView(
        heading="Who copied whom",
        families=tuple(family_of(desk, top, articles) for top, articles in shown),
        part=part,
        related=len(related & desk.chosen),
        alone=len(desk.chosen - related),
        independent_sources=len(desk.independent_sources),
    )


def family_of(desk: Desk, top: str, articles: Sequence[str]) -> Family:
    """The family of a text, of which these are the articles in order of publication."""
    lines = [desk.line(one) for one in articles]
    carriers = desk.story.kinship.dispatches_by_id.get(top)
    known = [line for line in lines if line.published]
    first = next((one for one in lines if not carriers or one.id in carriers.articles), lines[0])
    retold = [one for edge in edges_of(desk.story, top) if (one := _retold(desk, edge))]
    telling = [one for one in retold if one.changes or one.left_out or one.added]
    return Family(
        id=top,
        title=first.title,
        articles=len(lines),
        outlets=len({line.outlet for line in lines}),
        states=len(carriers.states) if carriers else 0,
        first=known[0].published if known else None,
        last=known[-1].published if known else None,
        tree=family_tree(desk, top),
        retold=tuple(sorted(telling, key=_precedence)),
        unchanged=len(retold) - len(telling),
    )


def _precedence(one: Retold) -> tuple[bool, int, int, str]:
    kinds = [RANKS[change.kind] for change in one.changes]
    is_partial = one.relation == "partial"
    return is_partial, min(kinds, default=len(RANKS)), -len(kinds) - one.more, one.child.id


def _retold(desk: Desk, edge: Lineage) -> Retold | None:
    """What the child of an edge changed; None if nothing is in hand to hold it against."""
    witness = desk.story.witness(edge)
    if witness is None or (edge.relation == "copy" and not witness.is_parent):
        return None
    retelling = desk.story.retelling(witness.article, edge.child)
    listed = list(_changes(retelling))
    return Retold(
        child=desk.line(edge.child),
        beside=desk.line(witness.article),
        is_parent=witness.is_parent,
        relation=edge.relation,
        share=round(edge.share, 4),
        confidence=edge.confidence,
        reasons=edge.reasons,
        changes=(*listed[:LISTED], *_passages(desk, retelling)),
        more=max(0, len(listed) - LISTED),
        style=len(retelling.of_kind("style")),
        left_out=len(retelling.left_out) if edge.relation != "partial" else 0,
        added=len(retelling.added),
    )


def _changes(retelling: Retelling) -> Iterator[ListedChange]:
    """The changes of words but for style, the most telling kinds first."""
    found = [
        (shown_kind(one.kind, one.before, one.after), one) for one in retelling.of_kind(*TELLING)
    ]
    for kind, change in sorted(found, key=lambda one: RANKS[one[0]]):
        yield _listed(kind, change)


def _listed(kind: ShownKind, change: Change) -> ListedChange:
    before, after = clipped(change.before, WORDS), clipped(change.after, WORDS)
    return ListedChange(kind, before, after, change.a, change.b)


def _passages(desk: Desk, retelling: Retelling) -> Iterator[ListedChange]:
    """Sentences inside of paragraphs that only one of the two has."""
    for place in retelling.left_out_inside[:PARTS]:
        yield ListedChange("passage", _words(desk, place), "", place, None)
    for place in retelling.added_inside[:PARTS]:
        yield ListedChange("passage", "", _words(desk, place), None, place)


def _words(desk: Desk, place: Place) -> str:
    return clipped(place.span.of(desk.story.by_id[place.article].text), WORDS)
