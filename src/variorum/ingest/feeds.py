"""What a feed, a sitemap or a list of feeds names: pages, and further sources. Fetches nothing."""

import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

import feedparser
from lxml import etree

FeedKind = Literal["feed", "sitemap", "index", "list", "page"]

MOST_ENTRIES: Final = 50_000
"""As many as the sitemap protocol allows in one file (sitemaps.org)."""

MOST_BYTES: Final = 50_000_000
"""As large as the sitemap protocol allows a file to be, unpacked; what lies behind is not read."""

LONGEST_ADDRESS: Final = 2_048

_HEAD: Final = 65_536
"""Bytes within which the first element is looked for."""


class Entry(NamedTuple):
    """A page that a source names.

    `published` and `modified` are as the source writes them: good for telling that something is
    another than before, not for the record.
    """

    address: str
    title: str | None = None
    published: str | None = None
    modified: str | None = None


class Named(NamedTuple):
    """What a source names: pages in its order, each once, and other sources.

    A `page` names nothing: it is an article, or it is nothing that is watched.
    """

    kind: FeedKind
    entries: tuple[Entry, ...] = ()
    sources: tuple[str, ...] = ()


def read_feed(data: bytes, address: str, most: int = MOST_ENTRIES) -> Named:
    """What the source at `address` names in its bytes, `most` of each kind.

    RSS and Atom, sitemaps (news ones too), sitemap indexes, OPML; each also gzipped. Anything
    else, however damaged, is a `page`. Never raises for bad input.
    """
    data = _REFERENCE.sub(_character, _unpacked(data))
    kind = _KINDS.get(_first_element(data), "page")
    if kind == "page":
        return Named("page")
    if kind == "feed":
        return Named(kind, _pages(_entries_of_feed(data), address, most))
    if kind == "sitemap":
        return Named(kind, _pages(_entries_of_sitemap(data), address, most))
    found = _addresses_of_index(data) if kind == "index" else _addresses_of_list(data)
    listed = _pages((Entry(one) for one in found), address, most)
    return Named(kind, (), tuple(entry.address for entry in listed))


_KINDS: Final[dict[str, FeedKind]] = {
    "rss": "feed",
    "rdf": "feed",
    "feed": "feed",
    "urlset": "sitemap",
    "sitemapindex": "index",
    "opml": "list",
}
"""What a document is, by its first element."""


def _unpacked(data: bytes) -> bytes:
    """A gzipped file unpacked, as far as it goes and is not too large."""
    if data[:2] != b"\x1f\x8b":
        return data[:MOST_BYTES]
    parts, left = [], MOST_BYTES
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            while left > 0 and (part := file.read1(min(left, 1_000_000))):
                parts.append(part)
                left -= len(part)
    except (OSError, EOFError, zlib.error):
        pass
    return b"".join(parts)


_REFERENCE: Final = re.compile(rb"&#(?:[xX]0*([0-9a-fA-F]+)|0*([0-9]+));?")


def _character(reference: re.Match[bytes]) -> bytes:
    """A reference to a character; of one to none (half a pair, past the last) the sign for that.

    For want of it feedparser gives up a whole feed.
    """
    hexadecimal, decimal = reference.groups()
    digits = hexadecimal or decimal
    number = int(digits, 16 if hexadecimal else 10) if len(digits) < 8 else 0
    is_one = 0 < number < 0xD800 or 0xE000 <= number < 0x110000
    return reference[0] if is_one else b"&#xFFFD;"


_HARMLESS: Final[dict[str, Any]] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "recover": True,
}
"""Options of lxml by which a document loads and unfolds nothing."""


def _first_element(data: bytes) -> str:
    """The local name of the first element, in lower case; nothing if there is none."""
    parser = etree.XMLPullParser(events=("start",), **_HARMLESS)
    try:
        parser.feed(data[:_HEAD].lstrip())
        _, element = next(iter(parser.read_events()), (None, None))
    except (etree.LxmlError, ValueError, LookupError):
        return ""
    return "" if element is None else _local(element.tag)


def _local(tag: Any) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2].rpartition(":")[2].casefold() if isinstance(tag, str) else ""


def _entries_of_feed(data: bytes) -> Iterator[Entry]:
    # A stream, since feedparser would open a file that the bytes happen to name. Whatever it
    # stumbles over in a damaged feed, the pages that it found before are lost with it.
    try:
        found = feedparser.parse(
            io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False
        ).get("entries", [])
    except Exception:  # feedparser promises nothing about damaged dates and tags
        return
    for entry in found:
        link = entry.get("link") or next(
            (one.get("href") for one in entry.get("links", ()) if one.get("href")), None
        )
        if isinstance(link, str):
            # Not its own `get`, which gives the one date for the other.
            fields = (dict.get(entry, name) for name in ("title", "published", "updated"))
            yield Entry(link, *(_text(field) for field in fields))


def _entries_of_sitemap(data: bytes) -> Iterator[Entry]:
    for fields in _children_of(data, "url"):
        if "loc" in fields:
            yield Entry(
                fields["loc"],
                fields.get("title"),
                fields.get("publication_date"),
                fields.get("lastmod"),
            )


def _addresses_of_index(data: bytes) -> Iterator[str]:
    return (one["loc"] for one in _children_of(data, "sitemap") if "loc" in one)


def _addresses_of_list(data: bytes) -> Iterator[str]:
    for element in _elements(data, "outline"):
        if address := _listed(element):
            yield address


def _listed(element: Any) -> str | None:
    try:
        name = next((one for one in element.attrib if _local(one) == "xmlurl"), None)
        return str(element.get(name)) if name else None
    except ValueError:
        return None


def _children_of(data: bytes, name: str) -> Iterator[dict[str, str]]:
    """For each element of that name the texts inside it, by their elements' names, first ones."""
    for element in _elements(data, name):
        fields: dict[str, str] = {}
        for child in element.iter():
            text = _text_of(child)
            if text:
                fields.setdefault(_local(child.tag), text)
        yield fields


def _text_of(element: Any) -> str | None:
    """The words of an element, if lxml, which takes half characters, can give them."""
    try:
        return _text(element.text)
    except ValueError:
        return None


def _elements(data: bytes, name: str) -> Iterator[Any]:
    """Elements of that name, each forgotten when the next is asked for."""
    try:
        for _, element in etree.iterparse(io.BytesIO(data.lstrip()), events=("end",), **_HARMLESS):
            if _local(element.tag) == name:
                yield element
                if name != "outline":  # outlines lie within each other
                    element.clear()
    except (etree.LxmlError, ValueError, LookupError, OSError):
        return


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _pages(entries: Iterable[Entry], base: str, most: int) -> tuple[Entry, ...]:
    """The entries whose addresses can be fetched, as whole addresses, each once."""
    found: dict[str, Entry] = {}
    for entry in entries:
        address = absolute(entry.address, base)
        if address:
            found.setdefault(address, entry._replace(address=address))
            if len(found) == most:
                break
    return tuple(found.values())


def absolute(address: str, base: str) -> str | None:
    """An address on a page as a whole one without fragment; None if it is none of the web's."""
    try:
        whole = urldefrag(urljoin(base, "".join(address.split()))).url
        parts = urlsplit(whole)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
    except ValueError:
        return None
    return whole if len(whole) <= LONGEST_ADDRESS else None
