"""A page as it was read: its text and what the data beside the text declares of it."""

import msgspec

from variorum.record.when import When


class Declared(msgspec.Struct, frozen=True):
    """What the source says of the page outside its text: JSON fields, HTML metadata, address.

    `host` is the domain (or "publisher" of a data set) that served the page; `images`
    are the addresses of its pictures.
    """

    title: str | None = None
    outlet: str | None = None
    host: str | None = None
    url: str | None = None
    published: When | None = None
    retrieved: When | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    given_id: str | None = None
    images: tuple[str, ...] = ()


class Tag(msgspec.Struct, frozen=True):
    """The HTML element that characters `start` to `end` of the text came from."""

    start: int
    end: int
    name: str


class Page(msgspec.Struct, frozen=True):
    """One page: `text` is final, roles are not given yet.

    `sha256` is the hash of the bytes that the page was read from.
    """

    id: str
    sha256: str
    source: str
    text: str
    declared: Declared
    tags: tuple[Tag, ...] = ()
