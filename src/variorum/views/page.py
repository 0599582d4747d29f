"""What a page is: an address, what it may be asked for, the view it shows, and its template."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import msgspec

from variorum.record.errors import VariorumError
from variorum.views.desk import Desk

T = TypeVar("T")


class NothingThereError(VariorumError):
    """A page was asked for something that the record does not hold."""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What every page may be asked for by its address.

    `story`: only what the articles of this story tell.
    """

    story: str | None = None


class ListQuery(Query, frozen=True, kw_only=True):
    """What a page with a long list may be asked for: `page`, which part of it, from 1."""

    page: int = 1


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What a page shows, ready for its template and for its JSON twin. `heading`: its title."""

    heading: str


class Page(NamedTuple):
    """One kind of page.

    - `name`: by which links lead to it; `path`: its address, `{…}` for fields of the query;
    - `label`: its name in the menu, empty if it is not there;
    - `query`: the type of what it may be asked for; `view`: of what it shows;
    - `draw`: makes the view; raises `NothingThereError` for what is not in the record;
    - `template`: of the view's part of the page.
    """

    name: str
    path: str
    label: str
    query: type[Query]
    view: type[View]
    draw: Callable[[Desk, Any], View]
    template: str


class Part(msgspec.Struct, frozen=True):
    """Which part of a long list is shown: part `page` of `pages`; `total` items in all."""

    page: int
    pages: int
    total: int


def part_of(items: list[T], page: int, size: int) -> tuple[list[T], Part]:
    """One part of a list, and which it is; a number beyond the last part gives the last."""
    pages = max(1, -(-len(items) // size))
    page = min(max(1, page), pages)
    return items[(page - 1) * size : page * size], Part(page, pages, len(items))
