"""What an article says of where its text is from: the part of it that lineage weighs."""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from variorum.record.article import Article
from variorum.record.watched import version_of
from variorum.record.when import When

_CLOCK_HEADING: Final = re.compile(
    r"\W*(?:updated:?\s*)?\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?|GMT|UTC|ET|h)?\W*",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"\W*[^\W\d_][\w ]{2,30}?\s?[:|]\s+|\W*via\s+", re.IGNORECASE)
LONGEST_NOTE: Final = 90
SHORTEST_NAME: Final = 3
"""Characters of a name that is looked for in notes: shorter ones are also words."""

RUNNING_ENTRIES: Final = 3
"""A page whose paragraphs are headed by this many clock times is a running file of updates."""


class Provenance(msgspec.Struct, frozen=True):
    """The claims of one article about its own origin.

    - `origins`, `contributors`: agencies credited with the text, or with material for it;
    - `notes`: the short lines of the page that may name a source ("Source: …");
    - `is_running`: it is a running file ("The Latest", a live blog), not one story;
    - `page`, `version`: the address that it was fetched from, if it was, and as the how many-eth
      version of the page there.
    """

    article: str
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    origins: tuple[str, ...]
    contributors: tuple[str, ...]
    notes: tuple[str, ...]
    published: When | None
    updated: When | None
    retrieved: When | None
    is_running: bool
    language: str | None
    page: str | None = None
    version: int = 1

    @property
    def name(self) -> str:
        """How a reason for a person names the article."""
        return self.outlet or (f"“{self.title}”" if self.title else self.article)


def provenance_of(article: Article) -> Provenance:
    """The claims of an article about its own origin."""
    pages = [version_of(one) for one in article.sources if one.startswith(("http://", "https://"))]
    page, version = min(pages, default=(None, 1))
    return Provenance(
        article=article.id,
        outlet=article.outlet,
        title=article.title,
        authors=article.authors,
        origins=tuple(agency.name for agency in article.agencies if agency.role == "origin"),
        contributors=tuple(agency.name for agency in article.agencies if agency.role != "origin"),
        notes=_notes(article),
        published=article.published,
        updated=article.updated,
        retrieved=article.retrieved,
        is_running=_is_running(article),
        language=article.language,
        page=page,
        version=version,
    )


def are_versions(a: Provenance, b: Provenance) -> bool:
    """Whether two articles are what one page said at two times."""
    return a.page is not None and a.page == b.page


def with_known_names(provenances: Iterable[Provenance]) -> dict[str, Provenance]:
    """By article, with what only the whole heap tells about names.

    An author who is known elsewhere as agency or outlet is an origin: "By Norrsund Byrå"
    is no person if another page says "(Norrsund Byrå) —". So is another outlet of the
    heap that a note names as source.
    """
    listed = list(provenances)
    known = {name for one in listed for name in (*one.origins, *one.contributors, one.outlet or "")}
    bare = {_bare(name): name for name in sorted(known) if len(name) > SHORTEST_NAME}
    found = {}
    for one in listed:
        named = [name for name in one.authors if name in known]
        named += [name for note in one.notes if (name := bare.get(_bare(_behind_label(note))))]
        origins = dict.fromkeys((*one.origins, *(name for name in named if name != one.outlet)))
        persons = tuple(name for name in one.authors if name not in known)
        found[one.article] = msgspec.structs.replace(one, authors=persons, origins=tuple(origins))
    return found


def _notes(article: Article) -> tuple[str, ...]:
    """Short lines outside the text with a label: "Source: The Pellam Courier"."""
    lines = (
        article.text[block.start : block.end]
        for block in article.blocks
        if block.end - block.start <= LONGEST_NOTE
    )
    return tuple(line for line in lines if _LABEL.match(line))


def _behind_label(note: str) -> str:
    return _LABEL.sub("", note).strip(" .()[]")


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _is_running(article: Article) -> bool:
    """Whether clock times head the paragraphs."""
    lines = article.blocks_of("heading", "body", "date")
    clocks = sum(
        bool(_CLOCK_HEADING.fullmatch(article.text, line.start, line.end)) for line in lines
    )
    return clocks >= RUNNING_ENTRIES
