"""Puts an article together: a page, its blocks, and what they say about the article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from variorum.ingest.agencies import canonical, find_agencies, is_contribution
from variorum.ingest.blocks import mark_blocks
from variorum.ingest.dates import date_in_address, find_dates
from variorum.ingest.features import PageRepeats
from variorum.ingest.language import find_language
from variorum.ingest.outlets import heads_sections, host_of, outlet_name, page_address, page_host
from variorum.ingest.page import Page
from variorum.ingest.people import split_names
from variorum.ingest.roles import FEWEST_WORDS, load_model
from variorum.record.article import Article, Block, Role
from variorum.record.maker import Maker
from variorum.record.when import When

VERSION: Final = 5
"""Raised with every change of what ingest finds in a page; stored articles are then made anew."""

_MARKUP: Final = re.compile(r"^\s*(?:#{1,6}\s+|[*_>]+\s*)|[*_]+\s*$")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
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
        title=declared.title or title_of(text, headline),
        outlet=outlet,
        authors=declared.authors or find_authors(text, blocks),
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


def find_headline(text: str, blocks: Sequence[Block]) -> Block | None:
    """The headline that speaks most of the text's matter.

    The first of equals; if there is none, the last heading above the text. A line that was taken
    for something else is it if only the outlet's name and motto stand above it.
    """
    headlines = [block for block in blocks if block.role == "headline"]
    headline = max(headlines, key=lambda block: _echo(text, block, blocks), default=None)
    if headline is None:
        above = _above_body(blocks)
        headline = next((block for block in reversed(above) if block.role == "heading"), None)
    return _below_motto(text, blocks, headline) or headline


def title_of(text: str, headline: Block | None) -> str | None:
    """The words of a headline, without Markdown marks."""
    if headline is None:
        return None
    return _MARKUP.sub("", text[headline.start : headline.end]).strip() or None


MUCH_ECHO: Final = 0.6
MORE_ECHO: Final = 0.4
"""The share of a line's longer words in the text from which it may be the headline, and how much
larger it is than that of what looks like one."""

LAST_LINE: Final = 4
"""Lines at the top of a page within which name, motto, sections and headline stand."""

LONGEST_TITLE: Final = 18
"""Words of a headline, at most."""


def _below_motto(text: str, blocks: Sequence[Block], headline: Block | None) -> Block | None:
    """The line that is the headline in place of what looks like one at the top of a page.

    It speaks of the matter, is no sentence, and the page begins with the outlet's name.
    """
    top = list(blocks[:LAST_LINE])
    if not top or top[0].role not in ("furniture", "headline"):
        return None
    if headline is not None and headline not in top[:2]:
        return None
    is_name = headline is top[0] and heads_sections(text, blocks)
    known = _echo(text, headline, blocks) if headline and not is_name else 0.0
    for block in top[2:] if is_name else top[1:]:
        words = text[block.start : block.end].split()
        is_line = block.role in ("furniture", "caption", "heading")
        if is_line and block is not headline and FEWEST_WORDS < len(words) <= LONGEST_TITLE:
            echo = _echo(text, block, blocks)
            is_sentence = words[-1].endswith((".", "!", ":"))
            if not is_sentence and (is_name or echo >= max(MUCH_ECHO, known + MORE_ECHO)):
                return block
    return None


def _echo(text: str, headline: Block, blocks: Sequence[Block]) -> float:
    """The share of a headline's longer words that the body has too.

    A page may have a second headline, of a link or in another language; the article's own
    speaks of its matter.
    """
    words = set(_LONG_WORD.findall(text[headline.start : headline.end].casefold()))
    body = " ".join(text[block.start : block.end] for block in blocks if block.role == "body")
    return round(sum(word in body.casefold() for word in words) / max(len(words), 1), 1)


def find_authors(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The persons in the bylines, those above the text first; who only contributed is left out."""
    above = {block.start for block in _above_body(blocks)}
    bylines = [block for block in blocks if block.role == "byline"]
    for lines in (
        [block for block in bylines if block.start in above],
        [block for block in bylines if block.start not in above],
    ):
        names: dict[str, None] = {}
        for block in lines:
            line = text[block.start : block.end]
            if not is_contribution(line):
                names.update(dict.fromkeys(split_names(line)))
        found = tuple(name for name in names if not canonical(name))
        if found:
            return found
    return ()


def _above_body(blocks: Sequence[Block]) -> list[Block]:
    first = next((place for place, block in enumerate(blocks) if block.role == "body"), len(blocks))
    return list(blocks[:first])


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


def _latest(found: Iterable[When | None]) -> When | None:
    known = [when for when in found if when]
    return max(known, key=lambda when: when.latest) if known else None


_DATED: Final[tuple[tuple[Role, ...], ...]] = (("date", "byline"), ("furniture", "heading"))


def _stated(page: Page, blocks: Sequence[Block], language: str | None) -> list[When]:
    """The dates that the page states of itself, in order of time.

    Lines of date and byline first, those above the text before those below; else the day in
    the dateline, on which the report was sent; else a date at the head of the page, if it is
    the only one there.
    """
    retrieved = page.declared.retrieved
    hint = retrieved.days[1] if retrieved else None
    above = _above_body(blocks)
    below = _before_other_stories(blocks[len(above) :])
    found = _dates_in(page.text, _with_roles(above, _DATED[0]), language, hint)
    if not found:
        found = _dates_in(page.text, _with_roles(below, _DATED[0]), language, hint)
        found = [when for when in found if hint is None or hint - when.days[1] <= STALE]
    if not found:
        found = _dates_in(page.text, _with_roles(blocks, ("dateline",)), language, hint)
    if found:
        return _of_one_page(found)
    found = _dates_in(page.text, _with_roles(above, _DATED[1]), language, hint)
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
