"""How formats that ask for IRIs name the things of the record, and the pages they came from."""

import re
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

_UNNAMED: Final = re.compile("[^\x21-\x7e\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]")
"""What IRIs do not hold (RFC 3987) though an address may: spaces, marks that nobody assigned."""

_QUOTED: Final = re.compile(r"""["<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})""")


def iri(name: str) -> str:
    """The name of a thing of the record, as an IRI."""
    return f"urn:variorum:{name}"


def address_of(url: str | None) -> str | None:
    """The address of a page, as an IRI; None if it is not on the web.

    Characters that an address has but may not have are percent-encoded, as browsers do.
    """
    try:
        parts = urlsplit(url or "")
        is_on_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    if not is_on_web or _UNNAMED.search(parts.netloc):
        return None
    return urlunsplit((parts.scheme, parts.netloc, *map(_encoded, parts[2:])))


def _encoded(part: str) -> str:
    for pattern in (_QUOTED, _UNNAMED):
        part = pattern.sub(lambda found: quote(found[0], safe="", errors="replace"), part)
    return part.replace("#", "%23")
