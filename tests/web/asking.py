"""Addresses of all pages over a store: each page with each kind of thing that it can show."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec

from variorum.library import Story
from variorum.views.desk import Desk
from variorum.views.page import Page
from variorum.views.pages import PAGES
from variorum.web.addresses import Addresses


def things_in(story: Story) -> dict[str, list[dict[str, str]]]:
    """What fields of queries can be filled with, by the fields that a page needs."""

    def by_id(field: str, rows: Any) -> list[dict[str, str]]:
        return [{field: one.id} for one in (rows() if callable(rows) else rows)]

    return {
        "article": by_id("article", story.articles),
        "statement": by_id("statement", story.statements),
        "event": by_id("event", story.events),
        "position": by_id("position", story.positions),
        "actor": [{"actor": one} for one in sorted(Desk(story).acting)],
        "one other": [{"one": pair.a, "other": pair.b} for pair in story.pairs],
        "words": [{"words": words} for words in ("<script>", "Duarte", '"a b" OR', "*")],
        "thing": [
            {"thing": one.id}
            for one in (*story.statements()[:9], *story.events[:9], *story.stories[:3])
        ],
        "": [{}],
    }


def needed(page: Page) -> str:
    """The fields that a page cannot be asked without."""
    fields = msgspec.structs.fields(page.query)
    return " ".join(sorted(one.name for one in fields if one.required))


def queries(page: Page, story: Story, most: int = 40) -> Iterator[dict[str, str]]:
    """What a page can be asked for, of each kind of thing at most so many."""
    things = things_in(story)
    assert needed(page) in things, f"{page.name} needs {needed(page)}: tell tests/web/asking.py"
    yield from islice(things[needed(page)], most)


def addresses(story: Story, most: int = 40) -> Iterator[str]:
    """The addresses of all pages, and of some words of each article."""
    links = Addresses()
    for page in PAGES:
        for query in queries(page, story, most):
            yield links.page(page.name, **query) or ""
    for article in story.articles:
        yield links.words(article.id, len(article.text) // 3, len(article.text) // 2)
