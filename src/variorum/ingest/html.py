"""An HTML page to text with the elements that its lines came from, by trafilatura."""

from collections.abc import Iterator
from typing import Final

import msgspec
from lxml.etree import ParserError, _Element
from trafilatura import bare_extraction
from trafilatura.settings import Document

from variorum.ingest.dates import read_stamp
from variorum.ingest.page import Declared, Page, Tag
from variorum.ingest.people import split_names
from variorum.ingest.sources import Item
from variorum.record.failure import Failure
from variorum.record.identity import fingerprint, identify

_BLOCK_TAGS: Final = {"head": "head", "item": "list", "quote": "quote", "row": "list", "p": "p"}
_CONTAINERS: Final = frozenset({"body", "list", "table", "quote", "div", "del"})
_PARAGRAPH_BREAK: Final = "\n\n"

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
            html,
            with_metadata=True,
            include_comments=False,
            include_images=True,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": LAST_DATE,
            },
        )
    except (ParserError, ValueError):
        return None
    return document if isinstance(document, Document) and document.body is not None else None


def _lines_of(document: Document) -> list[tuple[str, str]]:
    """(element, text) of each block in page order, the title first."""
    lines = [("title", _flat(document.title))] if document.title else []
    for name, text in _walk(document.body):
        if text and not (name == "head" and lines and text == lines[0][1]):
            lines.append((name, text))
    return lines


def _walk(element: _Element) -> Iterator[tuple[str, str]]:
    for child in element:
        if child.tag in _CONTAINERS and len(child) and not _flat(child.text):
            yield from _walk(child)
        elif child.tag != "graphic":
            yield _BLOCK_TAGS.get(str(child.tag), "p"), _flat("".join(child.itertext()))
        if tail := _flat(child.tail):
            yield "p", tail


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
        published=read_stamp(document.date),
        authors=split_names(document.author or ""),
        language=document.language,
        images=tuple(source for source in sources if source),
    )


def _merged(first: Declared, second: Declared) -> Declared:
    """Field by field what `first` says, else what `second` says."""
    fields = {
        name: getattr(first, name) or getattr(second, name) for name in Declared.__struct_fields__
    }
    return msgspec.structs.replace(first, **fields)
