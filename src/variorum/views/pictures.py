"""Drawings in templates: with the links of the page or file that they stand in."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from variorum.drawings.families import FamilyTree, Look, Relative, draw_family
from variorum.drawings.lanes import Lane
from variorum.drawings.timeline import draw_timeline
from variorum.record.lineage import Derivation
from variorum.views.families import Kin
from variorum.views.lineage import Family
from variorum.views.links import Links
from variorum.views.phrases import counted, days_between, percent, short_day
from variorum.views.words import clipped

RELATIONS: Final[dict[Derivation, str]] = {
    "copy": "copy", "edited": "reworked", "partial": "passages"
}  # fmt: skip
"""What a page calls them."""


def timeline(lanes: Sequence[Lane], latest: date | None, links: Links, width: int) -> Markup:
    """The timeline; each event leads to its page."""
    drawing = draw_timeline(lanes, latest, lambda event: links.page("event", event=event), width)
    return Markup(drawing.inline())


def family(one: Family, links: Links, name: str = "") -> Markup:
    """A family tree; boxes lead to articles, lines to two texts side by side.

    `name`: of the place on the page that lists the articles that share a box.
    """
    return Markup(draw_family(tree_of(one, links, name)).inline())


def tree_of(one: Family, links: Links, name: str = "") -> FamilyTree:
    """A family as it is drawn."""
    facts = [counted(one.articles, "article"), counted(one.outlets, "outlet")]
    if one.states > 1:
        facts.append(f"{one.states} states of the dispatch")
    if one.first and one.last:
        facts.append(days_between(one.first, one.last))
    return FamilyTree(one.title, " · ".join(facts), _relative(one.tree, links, name))


def _relative(kin: Kin, links: Links, name: str) -> Relative:
    beside = None
    if kin.beside and kin.article:
        beside = links.page("comparison", one=kin.beside, other=kin.article.id)
    return Relative(
        look=_look(kin),
        name=f"and {len(kin.folded)} more" if kin.kind == "more" else clipped(kin.name, 80),
        detail=_detail(kin),
        said=_said(kin),
        relation=kin.relation,
        told=_told(kin),
        reasons=kin.reasons,
        href=_leads_to(kin, links, name),
        beside=beside,
        children=tuple(_relative(one, links, name) for one in kin.children),
    )


def _look(kin: Kin) -> Look:
    if kin.kind == "article" and (kin.when is None or kin.when.basis == "inferred"):
        return "undated"
    return kin.kind


def _detail(kin: Kin) -> str:
    if kin.kind == "more":
        return ""
    return short_day(kin.when) if kin.kind == "article" else f"first seen {short_day(kin.when)}"


def _leads_to(kin: Kin, links: Links, name: str) -> str | None:
    if kin.kind == "more":
        return f"#{name}" if name else None
    return links.page("article", article=kin.article.id) if kin.article else None


def _told(kin: Kin) -> str:
    """What the line to it says: "copy", "reworked 62%"."""
    if kin.relation is None:
        return ""
    share = kin.kind == "article" and kin.relation != "copy"
    return RELATIONS[kin.relation] + (f" {percent(kin.share)}" if share else "")


def _said(kin: Kin) -> str:
    """All that a box and the line to it show, for who does not see them."""
    if kin.kind == "more":
        return f"List of {len(kin.folded)} more articles"
    when = f", {short_day(kin.when)}" if kin.when else ""
    told = f": {_told(kin)}" if kin.relation else ""
    title = f". {clipped(kin.article.title, 120)}" if kin.article else ""
    return f"{clipped(kin.name, 80)}{when}{told}{title}"
