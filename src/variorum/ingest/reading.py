"""Bytes to a page, by the kind of the input."""

from urllib.parse import urlsplit

from variorum.ingest.dates import read_stamp
from variorum.ingest.decoding import NotTextError, decode
from variorum.ingest.html import page_of_html
from variorum.ingest.items import Item
from variorum.ingest.page import Declared, Page
from variorum.ingest.rows import page_of_row
from variorum.record.failure import Failure, FailureCode
from variorum.record.identity import fingerprint, identify

_NEXT_STEPS: dict[FailureCode, str] = {
    "empty": "Fetch the page again, or remove the file",
    "binary": "Give the text of the page: .txt, .md, .html or .jsonl",
    "unreadable": "Save the file as UTF-8",
}


def page_id(data: bytes) -> str:
    """The id of the article in these bytes, known before they are read."""
    return identify("article", fingerprint(data))


def read_page(item: Item) -> Page | Failure:
    """The page in an item, or why there is none. Never raises for bad input."""
    try:
        if item.kind == "rows":
            return page_of_row(item)
        text = decode(item.data, is_html=item.kind == "html", charset=item.charset)
        declared = _declared(item)
        if item.kind == "html":
            return page_of_html(item, text, declared)
        return _plain(item, text, declared)
    except NotTextError as error:
        return Failure(item.source, "ingest", error.code, str(error), _NEXT_STEPS[error.code])
    except RecursionError:
        message = "The page is nested too deeply to be read"
        return Failure(item.source, "ingest", "unreadable", message, "Give the page as plain text")


def _plain(item: Item, text: str, declared: Declared) -> Page:
    """Plain text keeps every character."""
    sha256 = fingerprint(item.data)
    return Page(identify("article", sha256), sha256, item.source, text, declared)


def _declared(item: Item) -> Declared:
    """What is known of a page from what holds it: its address, and when it was fetched."""
    if item.url is None:
        return Declared()
    return Declared(url=item.url, host=_host(item.url), retrieved=read_stamp(item.retrieved))


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
