"""Puts an article together: a page, its blocks, and what they say about the article."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from variorum.ingest.agencies import canonical, find_agencies, is_contribution
from variorum.ingest.blocks import mark_blocks
from variorum.ingest.claims import claims_rights
from variorum.ingest.dates import date_in_address, find_dates
from variorum.ingest.features import PageRepeats
from variorum.ingest.headlines import above_body, find_headline, title_of, without_outlet
from variorum.ingest.language import find_language
from variorum.ingest.outlets import host_of, outlet_name, page_address, page_host
from variorum.ingest.page import Page
from variorum.ingest.people import is_person, split_names
from variorum.ingest.roles import load_model
from variorum.record.article import Article, Block, Role
from variorum.record.maker import Maker
from variorum.record.when import When

VERSION: Final = 7
"""Raised with every change of what ingest finds in a page; stored articles are then made anew."""

_IMAGE: Final = re.compile(r"!\[[^\[\]]{0,1000}\]\((https?://[^\s)]{1,2000})\)")

STALE: Final = timedelta(days=3)
"""A date below the text that lies further before the page was fetched is another story's."""

UPDATES_WITHIN: Final = timedelta(days=7)
"""Two dates at the head of a page this close are its publication and its update."""


def maker() -> Maker:
    """The maker of articles: this room's version and the weights of the block model."""
    return Maker("ingest", VERSION, load_model().digest)


def make_article(
    page: Page, repeats: Mapping[int, PageRepeats], sources: Sequence[str] = ()
) -> Article:
    """The article on a page. `repeats`: its lines that recur on other pages."""
    text, declared = page.text, page.declared
    blocks = mark_blocks(page, repeats)
    language = find_language(text, blocks, declared.language)
    address = page_address(text, blocks, declared)
    host = page_host(text, blocks, declared, address)
    headline = find_headline(text, blocks)
    outlet = outlet_name(text, blocks, declared, host, headline)
    published, updated = find_publication(page, blocks, address, language)
    return Article(
        id=page.id,
        source=min(sources, default=page.source),
        sha256=page.sha256,
        text=text,
        title=_title(text, headline, declared.title, outlet),
        outlet=outlet,
        authors=declared.authors or find_authors(text, blocks, outlet),
        agencies=find_agencies(text, blocks, outlet),
        published=published,
        language=language,
        blocks=blocks,
        sources=tuple(sources) or (page.source,),
        updated=updated,
        retrieved=declared.retrieved,
        url=address,
        domain=host or host_of(address),
        given_id=declared.given_id,
        maker=str(maker()),
    )


def _title(
    text: str, headline: Block | None, declared: str | None, outlet: str | None
) -> str | None:
    """The title as declared, or as the page prints it, without the outlet's name behind it."""
    return without_outlet(declared, outlet) if declared else title_of(text, headline, outlet)


def find_authors(text: str, blocks: Sequence[Block], outlet: str | None = None) -> tuple[str, ...]:
    """The persons in the bylines, those above the text first; who only contributed is left out.

    `outlet`: whose name is no person's.
    """
    above = {block.start for block in above_body(blocks)}
    credited = list(_credits(text, blocks))
    for lines in (
        [line for start, line in credited if start in above],
        [line for start, line in credited if start not in above],
    ):
        names: dict[str, None] = {}
        for line in lines:
            if not is_contribution(line):
                names.update(dict.fromkeys(split_names(line)))
        found = tuple(name for name in names if _is_author(name, outlet))
        if found:
            return found
    return ()


def _credits(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The lines, or parts of lines, that name authors, with where the line starts."""
    for place, block in enumerate(blocks):
        line = text[block.start : block.end]
        if (block.role == "byline" and not claims_rights(line)) or (
            is_person(line) and _is_job(text, blocks[place + 1 : place + 2])
        ):
            yield block.start, line
        elif block.role in ("furniture", "caption", "date", "promo") and (
            match := _CREDIT.search(line)
        ):
            yield block.start, match[0]


_CREDIT: Final = re.compile(
    r"(?:^|(?<=[|·•–—] ))(?:(?:story |written |words |reported )?by|author|reporter|writer)\b"
    r"\s*:?\s+[^|·•]+",
    re.IGNORECASE,
)
"""An author in a line of something else: "14 June 2033 · By Ada Lund", "Author: Ada Lund"."""


def _is_job(text: str, below: Sequence[Block]) -> bool:
    """Whether the line below another says what somebody does for the outlet."""
    return any(one.role == "byline" and _JOB.search(text, one.start, one.end) for one in below)


_JOB: Final = re.compile(r"\b(?:correspondent|editor|reporter|writer|columnist|analyst)\b", re.I)
"""What a line below an author's name says of them."""


def _is_author(name: str, outlet: str | None) -> bool:
    return (
        not canonical(name)
        and not name.startswith("The ")
        and name.casefold() != (outlet or "").casefold()
    )


def find_publication(
    page: Page, blocks: Sequence[Block], address: str | None, language: str | None
) -> tuple[When | None, When | None]:
    """When the page was published and, if it says so, updated; None where it does not tell.

    In this order: data beside the text, dates stated on the page, the page's address,
    the address of an image on it.
    """
    stated = _stated(page, blocks, language)
    published = page.declared.published or next(iter(stated), None)
    if published:
        is_updated = len(stated) > 1 and published.surely_before(stated[-1])
        return published, stated[-1] if is_updated else None
    images = [match[1] for match in _IMAGE.finditer(page.text)] + list(page.declared.images)
    in_address = date_in_address(address) if address else None
    return in_address or _latest(date_in_address(image) for image in images), None


LONGEST_DATED: Final = 12
"""Words of a line at the top that may tell the day of publication without being a line of dates: a
caption tells when its picture was taken."""


def _is_short(text: str, block: Block) -> bool:
    return len(text[block.start : block.end].split()) <= LONGEST_DATED


def _latest(found: Iterable[When | None]) -> When | None:
    known = [when for when in found if when]
    return max(known, key=lambda when: when.latest) if known else None


_DATED: Final[tuple[tuple[Role, ...], ...]] = (
    ("date", "byline"),
    ("furniture", "heading", "headline", "caption"),
)


def _stated(page: Page, blocks: Sequence[Block], language: str | None) -> list[When]:
    """The dates that the page states of itself, in order of time.

    Lines of date and byline first, those above the text before those below; else the day in
    the dateline, on which the report was sent; else a date at the head of the page, if it is
    the only one there.
    """
    retrieved = page.declared.retrieved
    hint = retrieved.days[1] if retrieved else None
    above = above_body(blocks)
    below = _before_other_stories(blocks[len(above) :])
    found = _dates_in(page.text, _with_roles(above, _DATED[0]), language, hint)
    if not found:
        found = _dates_in(page.text, _with_roles(below, _DATED[0]), language, hint)
        found = [when for when in found if hint is None or hint - when.days[1] <= STALE]
    if not found:
        found = _dates_in(page.text, _with_roles(blocks, ("dateline",)), language, hint)
    if found:
        return _of_one_page(found)
    headline = find_headline(page.text, blocks)
    others = [block for block in above if block is not headline and _is_short(page.text, block)]
    found = _dates_in(page.text, _with_roles(others, _DATED[1]), language, hint)
    return found if len({when.days for when in found}) == 1 else []


def _before_other_stories(blocks: Sequence[Block]) -> list[Block]:
    """The blocks up to the pointers to other stories behind the text, whose dates are not ours."""
    last = max((place for place, block in enumerate(blocks) if len(block.span) > 200), default=0)
    others = (place for place, block in enumerate(blocks) if place > last and block.role == "promo")
    return list(blocks[: next(others, len(blocks))])


def _with_roles(blocks: Iterable[Block], roles: tuple[Role, ...]) -> list[Block]:
    return [block for block in blocks if block.role in roles]


def _dates_in(
    text: str, blocks: Iterable[Block], language: str | None, hint: date | None
) -> list[When]:
    return [
        found.when
        for block in blocks
        for found in find_dates(text[block.start : block.end], language, hint)
        if hint is None or found.when.days[0] <= hint + timedelta(days=1)
    ]


def _of_one_page(found: list[When]) -> list[When]:
    """The first date and those that may be its update, in order of time."""
    first = found[0]
    near = [when for when in found if abs(when.days[0] - first.days[0]) <= UPDATES_WITHIN]
    return sorted(near, key=lambda when: when.bounds)
