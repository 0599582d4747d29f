"""The wire services (and outlets whose text is syndicated) that an article credits."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal

from variorum.ingest.claims import owner_in
from variorum.ingest.datelines import find_dateline
from variorum.ingest.tables import agency_names, outlet_names
from variorum.record.article import Agency, Block

AgencyRole = Literal["origin", "contributor"]

_LINK: Final = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()]{0,2000}\)")
"""A link as Markdown writes it; no brackets inside, so that a page of brackets takes no hours."""

_PIECES: Final = re.compile(
    r"\s*(?:[,;|•·()\[\]]|[—–]|\s[-/]\s|\b(?:by|and|with|from|via|und|et|y|e|og|och|ve|von|par|por|di|source|"
    r"sources|kaynak|fuente|quelle|fonte|posted|published|updated|staff)\b:?)\s*",
    re.IGNORECASE,
)
_COPYRIGHT: Final = re.compile(r"©|\bcopyright\b", re.IGNORECASE)
_LENDING: Final = re.compile(
    r"\b(?:contribut\w+|with (?:inputs?|files|reports?|material|additional)|inputs? from|"
    r"files from|additional report\w+|also contributed|material from|used in this report)\b",
    re.IGNORECASE,
)
_ORGANISATION: Final = re.compile(
    r"\b(?:press|agency|wire|newswire|news service|wire service|press service|"
    r"news cooperative|bulletin service|dispatch bureau|agence|agentur|agencia|agência|agenzia|"
    r"agentura|agencja|agenția|agentschap|ajans[ıi]|presse|(?:telegram)?byrå(?:et)?)\b",
    re.IGNORECASE,
)
_NOT_AGENCY: Final = re.compile(
    r"[’']|\b(?:videos?|secretary|release|conference|officer|freedom|free|photo|pool|office|association|staff)\b",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(
    r"\b(?:first|originally) (?:published|appeared|reported|carried|distributed)\s+"
    r"(?:by|in|on|at)\s+(?P<name>[^\W\d_][^.,;|()]{2,60}?)(?=\s+(?:on|in|at)\s|[.,;|()]|$)",
    re.IGNORECASE,
)
"""A line that tells where a text stood before."""

_SOURCE: Final = re.compile(r"^\W*(?:source|sources)\s*:\s*", re.IGNORECASE)
_JOINING: Final = frozenset({"-", "&", "of", "and", "the", "de", "del", "do", "da", "der", "für"})

LONGEST_CREDIT: Final = 60
"""Letters of a line of furniture that may credit an agency beside a day."""

_SHORT: Final = 4
"""Names of up to this many letters are also words or initials: they count only as printed."""


@cache
def _folded() -> dict[str, str]:
    names = {
        alias.casefold(): name for alias, name in agency_names().items() if len(alias) > _SHORT
    }
    for host, name in outlet_names().items():
        names.setdefault(name.casefold(), name)
        names.setdefault(name.casefold().removeprefix("the "), name)
        names.setdefault(host, name)
    return names


def canonical(name: str) -> str | None:
    """The name that we print for an agency or outlet, or None if the text is none that we know."""
    trimmed = " ".join(name.strip(" .:-*_\"'").split())
    return agency_names().get(trimmed) or _folded().get(trimmed.casefold())


def find_agencies(text: str, blocks: Sequence[Block], outlet: str | None) -> tuple[Agency, ...]:
    """The agencies that the page credits, origin before contributor, each once.

    Read from the dateline, bylines, copyright lines and lines that name who lent
    material. Captions and photo credits are not looked at. An agency's own page credits
    the agency; any other outlet is no agency of its own.
    """
    found: dict[str, AgencyRole] = {}
    if outlet and _is_agency(outlet):
        found[canonical(outlet) or outlet] = "origin"
    for name, role in _credits(text, blocks):
        if not _same_name(name, outlet) and (role == "origin" or name not in found):
            found[name] = role
    agencies = [
        Agency(name, role)
        for name, role in found.items()
        if not any(other.startswith(f"{name} ") for other in found)  # "Calder" of "Calder News"
    ]
    return tuple(sorted(agencies, key=lambda agency: agency.role != "origin"))


def _credits(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, AgencyRole]]:
    bodies = [block for block in blocks if block.role == "body"]
    first_body = bodies[0].start if bodies else len(text)
    for block in blocks:
        line = _LINK.sub(r"\1", text[block.start : block.end])
        if block.role == "dateline":
            yield from _of_dateline(line)
        elif block.role == "byline":
            yield from _of_byline(
                line, is_top=block.start < first_body or bool(_SOURCE.match(line))
            )
        elif block.role in ("furniture", "promo"):
            yield from _of_furniture(line, is_top=block.start < first_body)
        elif block in bodies[-2:] and len(line) < 160:
            yield from _of_last_line(line)


def _of_furniture(line: str, *, is_top: bool) -> Iterator[tuple[str, AgencyRole]]:
    """Who has the rights, where the text stood first, a credit beside a day: "X Wire | 3 May"."""
    if first := _FIRST.search(line):
        yield from _of_byline(first["name"], is_top=True)
    elif _COPYRIGHT.search(line):
        known = _known_in(line)
        yield from ((name, "origin") for name in known)
        owner = owner_in(line)
        if owner and not known and looks_like_agency(owner):
            yield owner, "origin"
    elif is_top and len(line) < LONGEST_CREDIT and re.search(r"\d", line):
        pieces = filter(None, _PIECES.split(line))
        yield from ((one.strip(), "origin") for one in pieces if looks_like_agency(one))


def _of_dateline(line: str) -> Iterator[tuple[str, AgencyRole]]:
    dateline = find_dateline(f"{line} X")
    if dateline and dateline.agency:
        yield canonical(dateline.agency) or dateline.agency.strip(), "origin"


def _of_byline(line: str, *, is_top: bool) -> Iterator[tuple[str, AgencyRole]]:
    if is_contribution(line):
        yield from _of_contribution(line)
        return
    for piece in filter(None, _PIECES.split(line)):
        names = [name] if (name := canonical(piece)) else _known_in(piece)
        yield from ((name, "origin") for name in names)
        if not names and is_top and looks_like_agency(piece):
            yield piece.strip(), "origin"


def _of_contribution(line: str) -> Iterator[tuple[str, AgencyRole]]:
    """Who lent material: those that are known, and those behind whose name that is said."""
    known = _known_in(line)
    yield from ((name, "contributor") for name in known)
    lenders = _PIECES.split(_LENDING.split(line)[0])
    yield from (
        (one.strip(), "contributor")
        for one in lenders
        if not known and looks_like_agency(one.strip())
    )


def is_contribution(line: str) -> bool:
    """Whether a line names who lent material to a text of somebody else's."""
    return bool(_LENDING.search(line))


def _of_last_line(line: str) -> Iterator[tuple[str, AgencyRole]]:
    """A last line of the body that is no more than a credit, or names who lent material."""
    if is_contribution(line):
        yield from _of_contribution(line)
    elif len(line) < 40 and (name := canonical(line.strip("()[] —–-"))):
        yield name, "origin"


def _is_agency(outlet: str) -> bool:
    return outlet in agency_names() or (
        looks_like_agency(outlet) and _ORGANISATION.search(outlet) is not None
    )


def looks_like_agency(piece: str) -> bool:
    """Whether a credit is the name of an agency that no table knows: "Calder Press"."""
    words = piece.split()
    return (
        1 < len(words) <= 5
        and all(word[0].isupper() or word in _JOINING for word in words)
        and (_ORGANISATION.search(piece) is not None or words[-1].casefold() == "news")
        and not _NOT_AGENCY.search(piece)
    )


@cache
def _any_known() -> re.Pattern[str]:
    inside = (name for name in agency_names() if len(name) >= _SHORT - 1 or name == "AP")
    names = sorted(inside, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _known_in(line: str) -> list[str]:
    return [agency_names()[match[0]] for match in _any_known().finditer(line)]


def _same_name(name: str, outlet: str | None) -> bool:
    def bare(text: str) -> str:
        return canonical(text) or text.casefold().removeprefix("the ")

    return outlet is not None and bare(name) == bare(outlet)
