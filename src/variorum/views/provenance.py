"""Where an article is from: who published it, when, and which texts it is related to."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

import msgspec

from variorum.record.article import Article
from variorum.record.lineage import Lineage
from variorum.record.when import When
from variorum.views.desk import Desk
from variorum.views.stories import label_of_story
from variorum.views.words import ArticleLine, clipped

SHOWN_RELATIONS: Final = 40
"""Relations of one kind that are listed, the closest first."""

SHOWN_NAMES: Final = 12
"""Names of one kind (authors, agencies, sources) that are listed."""

_BASES: Final = {
    "stated": "stated on the page",
    "url": "read from its address",
    "metadata": "from data given with the page",
    "inferred": "inferred from what the text tells",
}


class Told(msgspec.Struct, frozen=True):
    """A date, and how it is known in words."""

    when: When
    basis: str


class Relation(msgspec.Struct, frozen=True):
    """Another text that an article's text came from, or that came from it.

    - `article`: the other text, or of a dispatch, which is not in hand, the carrier that shows
      it best; null if no other article carries it. `dispatch`: the agency's name for a dispatch
      ("a dispatch" if it is not known), empty for an article;
    - `relation`: copy, edited or partial; `share` of the child's words, from 0 to 1;
    - `confidence`, `reasons`: that it is so.
    """

    article: ArticleLine | None
    dispatch: str
    relation: str
    share: float
    confidence: float
    reasons: tuple[str, ...]


class StoryLine(msgspec.Struct, frozen=True):
    """A story, and how many articles are in it."""

    id: str
    label: str
    articles: int


class Provenance(msgspec.Struct, frozen=True):
    """Where an article is from.

    - `authors`, `agencies`, `sources` (paths and URLs as given): the first `SHOWN_NAMES`;
    - `address`: the page's own, `leads`: whether a link may lead there (http and https only);
    - `parents`: what its text came from; `children`: what came from it; `more`: how many
      relations are not listed;
    - `stories`: those that it is in.
    """

    outlet: str
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    published: Told | None
    updated: Told | None
    retrieved: Told | None
    language: str
    sources: tuple[str, ...]
    address: str
    leads: bool
    sha256: str
    given_id: str
    parents: tuple[Relation, ...]
    children: tuple[Relation, ...]
    more: int
    stories: tuple[StoryLine, ...]


def draw_provenance(desk: Desk, article: Article) -> Provenance:
    """Where an article is from."""
    parents = sorted(desk.story.parents.get(article.id, ()), key=_closest)
    children = sorted(desk.story.children.get(article.id, ()), key=_closest)
    return Provenance(
        outlet=clipped(article.outlet or "", 80),
        authors=_names(article.authors),
        agencies=_names(
            one.name if one.role == "origin" else f"{one.name} (contributor)"
            for one in article.agencies
        ),
        published=_told(article.published),
        updated=_told(article.updated),
        retrieved=_told(article.retrieved),
        language=clipped(article.language or "", 20),
        sources=_names(article.sources or (article.source,)),
        address=clipped(article.url or "", 300),
        leads=_may_lead(article.url or ""),
        sha256=article.sha256,
        given_id=clipped(article.given_id or "", 80),
        parents=tuple(_above(desk, one) for one in parents[:SHOWN_RELATIONS]),
        children=tuple(
            _relation(one, desk.line(one.child), "") for one in children[:SHOWN_RELATIONS]
        ),
        more=sum(max(0, len(known) - SHOWN_RELATIONS) for known in (parents, children)),
        stories=tuple(
            StoryLine(one.id, clipped(label_of_story(desk, one), 200), len(one.articles))
            for one in desk.story.stories
            if article.id in one.articles
        ),
    )


def _closest(edge: Lineage) -> tuple[float, str, str]:
    return -edge.share, edge.parent, edge.child


def _above(desk: Desk, edge: Lineage) -> Relation:
    witness = desk.story.witness(edge)
    line = desk.line(witness.article) if witness else None
    if witness and witness.is_parent:
        return _relation(edge, line, "")
    return _relation(edge, line, _dispatch_name(desk, edge.parent))


def _dispatch_name(desk: Desk, node: str) -> str:
    for one in desk.story.dispatches:
        if one.id == node or any(state.id == node for state in one.states):
            return f"{clipped(one.agency, 80)} dispatch" if one.agency else "a dispatch"
    return "a dispatch"


def _relation(edge: Lineage, line: ArticleLine | None, dispatch: str) -> Relation:
    return Relation(line, dispatch, edge.relation, edge.share, edge.confidence, edge.reasons)


def _told(when: When | None) -> Told | None:
    return Told(when, _BASES[when.basis]) if when else None


def _names(names: Iterator[str] | tuple[str, ...]) -> tuple[str, ...]:
    known = list(names)
    shown = [clipped(one, 200) for one in known[:SHOWN_NAMES]]
    if len(known) > SHOWN_NAMES:
        shown.append(f"and {len(known) - SHOWN_NAMES} more")
    return tuple(shown)


def _may_lead(address: str) -> bool:
    """Whether an address is one of the web, whole and without anything hidden in it."""
    if not address.isascii() or not address.isprintable() or len(address) > 300 or " " in address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
