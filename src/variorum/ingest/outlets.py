"""The outlet that published a page, by the name that a person writes."""

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from variorum.ingest.claims import (
    by_author,
    by_dateline,
    by_standards,
    claimed,
    invited,
    named_above,
)
from variorum.ingest.headlines import named_behind
from variorum.ingest.mastheads import masthead, proper_case_words
from variorum.ingest.page import Declared
from variorum.ingest.tables import outlet_names
from variorum.record.article import Block

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)
_ALONE: Final = re.compile(r"(?!!\[)\W*(https?://[^\s<>\"')\]]+)\W*", re.IGNORECASE)
_MAIL_HOST: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,200}@([\w-]{1,63}(?:\.[\w-]{1,63})+)")
_NAME_RUN: Final = re.compile(r"[^\W_]+(?:[ '’&.-]+[^\W_]+){0,5}")

_BARE_HOST: Final = re.compile(r"(?:www\.)?[a-z\d-]{3,63}(?:\.[a-z\d-]{2,63}){1,3}")
"""A line that is an address without more: whose page it is."""

_SECOND_LEVEL: Final = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "go", "or"})
_PLATFORMS: Final = frozenset(
    "facebook twitter x instagram youtube youtu telegram t tiktok linkedin pinterest reddit "
    "google goo bit tinyurl whatsapp wa gmail googlemail hotmail outlook ymail aol icloud "
    "proton protonmail mail gmx live msn".split()
)
"""Hosts that many outlets and people share: they name no outlet."""


def host_of(address: str | None) -> str | None:
    """The host in a URL, or in a bare `example.com/path`, without `www.`; None if there is none."""
    if not address:
        return None
    full = address if "://" in address else f"http://{address.strip()}"
    try:
        host = urlsplit(full).hostname or ""
    except ValueError:
        return None
    host = re.sub(r"^(?:www\d?|m|amp|mobile)\.(?=[^.]+\.)", "", host.lower())
    return host if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host) else None


def page_address(text: str, blocks: Sequence[Block], declared: Declared) -> str | None:
    """The page's own URL: as declared, or as it stands alone on a line outside the body."""
    if declared.url:
        return declared.url
    found = None
    for block in blocks:
        if block.role in ("furniture", "promo", "byline", "credit"):
            match = _ALONE.fullmatch(text[block.start : block.end])
            if match and _label(host_of(match[1])) not in _PLATFORMS:
                found = match[1]
    return found if declared.host is None or host_of(found) == host_of(declared.host) else None


def page_host(
    text: str, blocks: Sequence[Block], declared: Declared, address: str | None
) -> str | None:
    """The host that published the page: declared, of its address, or of its authors' mail."""
    host = host_of(declared.host) or host_of(address)
    if host:
        return host
    for block in blocks:
        if block.role in ("byline", "furniture", "promo"):
            if bare := _BARE_HOST.fullmatch(text, block.start, block.end):
                return host_of(bare[0])
            for match in _MAIL_HOST.finditer(text, block.start, block.end):
                if _label(match[1].lower()) not in _PLATFORMS:
                    return host_of(match[1])
    return None


def outlet_name(
    text: str,
    blocks: Sequence[Block],
    declared: Declared,
    host: str | None,
    headline: Block | None = None,
) -> str | None:
    """The outlet's name: declared, known for its host, as the page spells it, or from the host.

    `headline`: the article's, which tells what stands above it.
    """
    if declared.outlet and not host_of(declared.outlet):
        return declared.outlet
    host = host or host_of(declared.outlet)
    if declared.url or declared.host or declared.outlet:
        return _of_host(text, blocks, host) if host else declared.host
    return (
        (named_behind(text, blocks, headline) if headline else None)
        or masthead(text, blocks, headline)
        or (host and (_known(host) or _spelled(text, blocks, host)))
        or _told(text, blocks)
        or (_readable(host) if host else None)
    )


def _of_host(text: str, blocks: Sequence[Block], host: str) -> str:
    return _known(host) or _spelled(text, blocks, host) or _readable(host)


def _told(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet as lines other than the first tell it, the surest first."""
    return (
        named_above(text, blocks)
        or claimed(text, blocks)
        or by_standards(text, blocks)
        or invited(text, blocks)
        or by_author(text, blocks)
        or by_dateline(text, blocks)
    )


def _known(host: str) -> str | None:
    names = outlet_names()
    parts = host.split(".")
    return next(
        (names[end] for k in range(len(parts)) if (end := ".".join(parts[k:])) in names), None
    )


def _label(host: str | None) -> str:
    """The part of a host that an owner chooses: `aldernpost` in `news.aldernpost.co.uk`."""
    parts = (host or "").split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else ""


def _spelled(text: str, blocks: Sequence[Block], host: str) -> str | None:
    """The words on the page that, written together, are the host: "The Alder Post"."""
    target = re.sub(r"\W", "", _label(host))
    for block in _outside_body(blocks):
        for run in _NAME_RUN.finditer(text, block.start, block.end):
            name = _run_for(run[0], target)
            if name:
                return name
    return None


def _run_for(run: str, target: str) -> str | None:
    words = run.split()
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            squashed = re.sub(r"[\W_]", "", "".join(words[first:last])).lower()
            if squashed in (target, "the" + target) and words[first][0].isupper():
                name = " ".join(words[first:last])
                before = words[first - 1] if first else ""
                return proper_case_words(f"The {name}" if before.lower() == "the" else name)
    return None


def _outside_body(blocks: Iterable[Block]) -> list[Block]:
    return [block for block in blocks if block.role != "body"]


def _readable(host: str) -> str:
    label = _label(host)
    if "-" in label:
        return " ".join(part.capitalize() for part in label.split("-"))
    return host
