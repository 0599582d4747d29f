"""Addresses of every kind of page, found by following links as a reader does."""

import re
from collections.abc import Mapping
from html import unescape

from starlette.testclient import TestClient

from variorum.views.page import Page
from variorum.views.pages import PAGES

SEARCHED = {"search": "/search?words=talks"}
"""Pages that show something only if they are asked."""

MOST = 60
"""Pages that are opened to look for links."""


def find_addresses(client: TestClient) -> Mapping[str, str]:
    """For each page an address; a page that nothing leads to is left out."""
    found = {page.name: page.path for page in PAGES if "{" not in page.path} | SEARCHED
    waiting = [*found.values()]
    opened: set[str] = set()
    while waiting and len(opened) < MOST and len(found) < len(PAGES):
        address = waiting.pop(0)
        if address in opened:
            continue
        opened.add(address)
        for target in re.findall(r'href="(/[^"#]*)', client.get(address).text):
            name = page_at(unescape(target))
            if name and name not in found:
                found[name] = unescape(target)
                waiting.append(unescape(target))
    return found


def page_at(address: str) -> str | None:
    """The name of the page at an address."""
    path = address.partition("?")[0]
    return next((page.name for page in PAGES if _pattern(page).fullmatch(path)), None)


def twin(address: str) -> str:
    """The address of a page's JSON twin."""
    path, mark, rest = address.partition("?")
    return f"{path}.json{mark}{rest}"


def _pattern(page: Page) -> re.Pattern[str]:
    return re.compile(re.sub(r"{\w+}", "[^/]+(?<!\\\\.json)", page.path))
