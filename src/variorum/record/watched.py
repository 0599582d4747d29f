"""What is known of an address that is watched, so that watching goes on where it stopped."""

from typing import Final, Literal

import msgspec

WatchedKind = Literal["source", "page"]

_VERSION: Final = "#version-"
"""Addresses are kept without fragments, so no page's own address holds this."""


class Watched(msgspec.Struct, frozen=True):
    """An address that is asked again and again: a source that lists pages, or a page.

    - `due`: when it is to be asked next, seconds since 1970 (UTC); None if never again;
    - `first_seen`: when it was first heard of, in the same seconds;
    - `etag`, `last_modified`: what its server said of the last answer, for a conditional request;
    - `modified`: when its page was changed, as the source that lists it writes it;
    - `calm`: how many answers in a row brought nothing new;
    - `failures`: how many requests in a row failed;
    - `found_by`: the source that lists it, None for what a person named;
    - `depth`: how many sources lie between it and what a person named;
    - `lists`: it has named pages or sources before, so that an article in its place is a fault;
    - `source`: what the first version of its article is called in the store, None if it has none;
    - `follows`: the address under which the same page is watched already; it is not asked again.
    """

    address: str
    kind: WatchedKind
    due: float | None
    first_seen: float
    etag: str | None = None
    last_modified: str | None = None
    modified: str | None = None
    calm: int = 0
    failures: int = 0
    found_by: str | None = None
    depth: int = 0
    lists: bool = False
    source: str | None = None
    follows: str | None = None


def version_source(address: str, number: int) -> str:
    """What the article on a page is called in its version of that number, from 1."""
    return address if number == 1 else f"{address}{_VERSION}{number}"


def version_of(source: str) -> tuple[str, int]:
    """The page of an article that was fetched from its address, and the number of its version."""
    address, marker, number = source.rpartition(_VERSION)
    if marker and number.isascii() and number.isdecimal():
        return address, int(number)
    return source, 1
