"""One line of JSON Lines to a page."""

from collections.abc import Mapping
from typing import Final

import msgspec

from variorum.ingest.dates import read_stamp
from variorum.ingest.html import page_of_html
from variorum.ingest.items import Item
from variorum.ingest.page import Declared, Page
from variorum.ingest.people import split_names
from variorum.record.failure import Failure
from variorum.record.identity import fingerprint, identify

FIELDS: Final = (
    "text, html, id, title, url, outlet, publisher, published, date, scraped, authors, language"
)
"""The fields of a row that are read; others are ignored. One of text and html is needed."""


def page_of_row(item: Item) -> Page | Failure:
    """The page in a JSON object with `text` or `html` and any of the other `FIELDS`."""
    try:
        row = msgspec.json.decode(item.data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _not_an_article(item, f"The line is not JSON ({error})")
    if not isinstance(row, dict):
        return _not_an_article(item, "The line is not a JSON object")
    text, html = row.get("text"), row.get("html")
    declared = declared_in(row)
    if isinstance(text, str) and text.strip():
        sha256 = fingerprint(item.data)
        return Page(identify("article", sha256), sha256, item.source, text, declared)
    if isinstance(html, str) and html.strip():
        return page_of_html(item, html, declared)
    if isinstance(text, str) or isinstance(html, str):
        return Failure(
            item.source, "ingest", "empty", "The article's text is empty", "Fetch it again"
        )
    return _not_an_article(item, "The object has neither a text nor an html field")


def declared_in(row: Mapping[str, object]) -> Declared:
    """What a row's fields other than its text say; values of a wrong type are passed over."""
    return Declared(
        title=_words(row.get("title")),
        outlet=_words(row.get("outlet")),
        host=_words(row.get("publisher")),
        url=_words(row.get("url")),
        published=read_stamp(row.get("published")) or read_stamp(row.get("date")),
        retrieved=read_stamp(row.get("scraped")),
        authors=_names(row.get("authors")),
        language=_words(row.get("language")),
        given_id=_words(row.get("id")),
    )


def _words(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return split_names(value)
    if isinstance(value, list):
        return tuple(name for item in value if (name := _words(item)))
    return ()


def _not_an_article(item: Item, message: str) -> Failure:
    next_step = f"Give one JSON object a line with any of: {FIELDS}"
    return Failure(item.source, "ingest", "not_an_article", message, next_step)
