"""An HTML page to text with the elements that its lines came from, by trafilatura."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

import msgspec
from lxml.etree import ParserError, _Element, iterwalk
from trafilatura import bare_extraction
from trafilatura.settings import Document

from variorum.ingest.dates import date_in_address, read_stamp
from variorum.ingest.items import Item
from variorum.ingest.page import Declared, Page, Tag
from variorum.ingest.people import split_names
from variorum.record.failure import Failure
from variorum.record.identity import fingerprint, identify
from variorum.record.when import When

_NAMES: Final = {"head": "head", "item": "list", "quote": "quote", "row": "list"}
"""What the lines in an element are called; those in others have the name of what is around."""

_BREAKING: Final = frozenset({"body", "div", "list", "table", "p", "lb", *_NAMES})
"""Elements that begin a line and end one; others stand within a line."""

_PARAGRAPH_BREAK: Final = "\n\n"

_FURNITURE: Final = "//nav[not(.//p)] | //template"
"""Elements that hold no article, which trafilatura reads where it finds little else.

A `nav` with paragraphs in it was never closed: the article is inside.
"""

_SECOND_FRACTION: Final = re.compile(
    r"(?<=\dT\d\d:\d\d:\d\d)\.\d{1,9}(?=(?:Z|[+-][\d:]{4,5})?[\"'])"
)
"""Of a time in an attribute or in JSON, which htmldate would take for a telephone number."""

LAST_DATE: Final = "2099-12-31"
"""trafilatura's default is the clock's today, which would make the record depend on the day."""


def page_of_html(item: Item, html: str, declared: Declared | None = None) -> Page | Failure:
    """The page in `html`; what `declared` says beside it goes before the page's own metadata."""
    document = _extracted(html)
    lines = _lines_of(document) if document else []
    if document is None or not any(name != "title" for name, _ in lines):
        message = "No article text was found in the HTML"
        return Failure(
            item.source,
            "ingest",
            "no_text",
            message,
            "Check that the page is an article, not a list",
        )
    text, tags = _joined(lines)
    sha256 = fingerprint(item.data)
    merged = _merged(declared or Declared(), _declared_in(document))
    return Page(identify("article", sha256), sha256, item.source, text, merged, tags)


def _extracted(html: str) -> Document | None:
    try:
        document = bare_extraction(
            _SECOND_FRACTION.sub("", html),
            with_metadata=True,
            include_comments=False,
            include_images=True,
            prune_xpath=_FURNITURE,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "deferred_url_extractor": True,
                "outputformat": "%Y-%m-%dT%H:%M:%S%z",
                "max_date": LAST_DATE,
            },
        )
    except (AssertionError, ParserError, ValueError):
        return None
    return document if isinstance(document, Document) and document.body is not None else None


def _lines_of(document: Document) -> list[tuple[str, str]]:
    """(element, text) of each block in page order, the title first."""
    lines = [("title", _flat(document.title))] if document.title else []
    for name, text in _walk(document.body):
        if text and not (name == "head" and lines and text == lines[0][1]):
            lines.append((name, text))
    return lines


def _walk(body: _Element) -> Iterator[tuple[str, str]]:
    """(element, text) of each line, some of them empty; cells of a row stand in one line."""
    names, line = ["p"], ""
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BREAKING:
            yield names[-1], _flat(line)
            line = ""
            if event == "start":
                names.append(_NAMES.get(str(element.tag), names[-1]))
            else:
                names.pop()
        elif element.tag == "cell":
            line += " "
        line += (element.text if event == "start" else element.tail) or ""


def _flat(text: str | None) -> str:
    return " ".join(text.split()) if text else ""


def _joined(lines: list[tuple[str, str]]) -> tuple[str, tuple[Tag, ...]]:
    tags: list[Tag] = []
    reached = 0
    for name, text in lines:
        tags.append(Tag(reached, reached + len(text), name))
        reached += len(text) + len(_PARAGRAPH_BREAK)
    return _PARAGRAPH_BREAK.join(text for _, text in lines), tuple(tags)


def _declared_in(document: Document) -> Declared:
    sources = (graphic.get("src") for graphic in document.body.iter("graphic"))
    return Declared(
        title=_flat(document.title) or None,
        outlet=_flat(document.sitename) or None,
        host=document.hostname,
        url=document.url,
        published=_published(document),
        authors=split_names(document.author or ""),
        language=document.language,
        images=tuple(source for source in sources if source),
    )


def _published(document: Document) -> When | None:
    """When the metadata says that the page was published.

    Where the address tells a day too, only a clock time near that day is taken: a plain
    day may be the address's own, which is asked elsewhere, and a distant one an update's.
    """
    found = read_stamp(document.date)
    in_address = date_in_address(document.url) if document.url else None
    if found is None or in_address is None:
        return found
    is_near = abs(found.days[0] - in_address.days[0]) <= timedelta(days=1)
    return found if is_near and found.grain != "day" else None


def _merged(first: Declared, second: Declared) -> Declared:
    """Field by field what `first` says, else what `second` says."""
    fields = {
        name: getattr(first, name) or getattr(second, name) for name in Declared.__struct_fields__
    }
    return msgspec.structs.replace(first, **fields)
