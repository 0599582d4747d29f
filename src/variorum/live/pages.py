"""What a fetched page is: an item for the pipeline, and the one address that it is known by."""

from typing import Final
from urllib.parse import urldefrag, urlsplit

from courlan import normalize_url
from lxml import etree

from variorum.ingest.articles import make_article
from variorum.ingest.decoding import charset_in
from variorum.ingest.feeds import absolute
from variorum.ingest.items import Item, Kind
from variorum.ingest.outlets import host_of
from variorum.ingest.page import Page
from variorum.live.clock import stamp
from variorum.live.fetching import Fetched
from variorum.record.failure import Failure

_HEAD_BYTES: Final = 1_000_000
"""Where a page names its canonical address, if it does."""

_SUBSTANCE: Final = ("headline", "heading", "body")


def item_of(fetched: Fetched, source: str, now: float) -> Item | Failure:
    """The page as the pipeline takes it; a failure if it is neither HTML nor text."""
    kind = _kind_of(fetched)
    if kind is None:
        return Failure(
            source,
            "fetch",
            "unsupported",
            f"The page is of the kind {fetched.content_type[:80]!r}",
            "Save its text, and give it to `variorum build`",
        )
    return Item(
        source, kind, fetched.data, fetched.address, stamp(now), charset_in(fetched.content_type)
    )


def _kind_of(fetched: Fetched) -> Kind | None:
    told = fetched.content_type.partition(";")[0].strip().casefold()
    if told in ("text/html", "application/xhtml+xml"):
        return "html"
    if told == "text/plain":
        return "text"
    if told in ("", "application/octet-stream"):
        return "html" if fetched.data.lstrip()[:1] == b"<" else "text"
    return None


def canonical_of(fetched: Fetched) -> str:
    """The one address of a page, whichever of its addresses it was fetched from.

    As the page itself names it (`<link rel="canonical">`), if that is an address of the same host
    and not of its front page: nobody's page is taken for another outlet's. Else where it was in the
    end. Without parameters that only follow readers.
    """
    named = _named_in(fetched)
    if named and host_of(named) == host_of(fetched.address) and urlsplit(named).path.strip("/"):
        return normalised(named)
    return normalised(fetched.address)


def normalised(address: str) -> str:
    """An address without fragment and without parameters that only follow readers."""
    bare = urldefrag(address).url
    try:
        return str(normalize_url(bare, strict=False)) or bare
    except (ValueError, AttributeError, TypeError):
        return bare


def _named_in(fetched: Fetched) -> str | None:
    parser = etree.HTMLParser(no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(fetched.data[:_HEAD_BYTES], parser)
    except (etree.LxmlError, ValueError):
        return None
    if root is None:
        return None
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").casefold().split():
            return absolute(link.get("href") or "", fetched.address)
    return None


def substance_of(page: Page) -> str:
    """What makes a page another version if it changes: headlines, headings and text.

    Dates, bylines, captions and what surrounds an article change without anybody's having
    rewritten it.
    """
    blocks = make_article(page, {}).blocks_of(*_SUBSTANCE)
    return "\n".join(" ".join(page.text[block.start : block.end].split()) for block in blocks)
