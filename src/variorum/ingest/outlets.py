"""The outlet that published a page, by the name that a person writes."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from variorum.ingest.page import Declared
from variorum.ingest.tables import agency_names, outlet_names
from variorum.record.article import Block

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)
_ALONE: Final = re.compile(r"(?!!\[)\W*(https?://[^\s<>\"')\]]+)\W*", re.IGNORECASE)
_MAIL_HOST: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,200}@([\w-]{1,63}(?:\.[\w-]{1,63})+)")
_YEARS: Final = r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?"
_COPYRIGHT: Final = re.compile(
    rf"(?:(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*{_YEARS}[\s,]*|©\s*(?!copyright)|"
    rf"copyright\s+(?=[^.|•©;:()]{{2,48}}?(?:\s{_YEARS}|,?\s*all rights|\.\s*reproduction)))"
    r"(?:by\s+)?(?P<name>[^\W\d_][^.|•©;:()]{2,48}?)\s*"
    r"(?:[.|•©;()]|,?\s*(?:19|20)\d\d|,?\s*all rights|$)",
    re.IGNORECASE,
)
_RIGHTS: Final = re.compile(
    r"^\W*(?P<name>[^\W\d_a-z][^.|,©:;]{2,48}?)\s*[|,.·•–—-].*\b(?i:all rights reserved)"
)
_FIRM: Final = re.compile(
    r"(?i:[\s,]+(?:newspapers?|publications?|publishing|media group)?\s*"
    r"(?:ltd|limited|inc|llc|plc|gmbh|ag|corp|pty|co)\b\.?)+$"
)
"""What a firm's name has behind the outlet's."""

_NAME_RUN: Final = re.compile(r"[^\W_]+(?:[ '’&.-]+[^\W_]+){0,5}")

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
        if block.role in ("byline", "furniture"):
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
    if host:
        return _known(host) or _spelled(text, blocks, host) or _readable(host)
    if declared.host:
        return declared.host
    return (
        _masthead(text, blocks, headline)
        or _of_byline(text, blocks)
        or _claimed(text, blocks)
        or _of_standards(text, blocks)
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


def _masthead(text: str, blocks: Sequence[Block], headline: Block | None) -> str | None:
    """A first line that is the outlet's name.

    It has the form of one, the page repeats it, the sections of a site stand beside or below it,
    or a motto between it and the headline.
    """
    if not blocks or blocks[0].role not in ("furniture", "headline"):
        return None
    parts = _PARTING.split(text[blocks[0].start : blocks[0].end])
    line = parts[0].strip()
    words = line.split()
    is_name = len(line) > 2 and len(words) <= 5 and all(_is_of_name(word) for word in words)
    if not is_name or words[0].casefold() in _SECTIONS:
        return None
    if heads_sections(text, blocks) or (
        blocks[0].role == "furniture" and _stands_alone(text, blocks, parts, headline)
    ):
        return proper_case_words(line)
    return None


def _stands_alone(
    text: str, blocks: Sequence[Block], parts: Sequence[str], headline: Block | None
) -> bool:
    """Whether what stands around a first line tells that it names the outlet."""
    line = parts[0].strip()
    has_motto = headline in blocks[2:4] and _is_motto(text[blocks[1].start : blocks[1].end])
    if has_motto or _are_sections(parts[1:]) or f"({line})" in _datelines(text, blocks):
        return True
    others = (text[block.start : block.end].casefold() for block in _outside_body(blocks[1:]))
    again = any(line.casefold() in other for other in others)
    return len(line.split()) > 1 and (again or bool(_MASTHEAD_WORD.search(line)))


def _is_motto(line: str) -> bool:
    """Whether a line is a phrase, as "Straight talk since 1911": most of its words are small."""
    words = line.split()
    small = sum(word[0].islower() for word in words)
    return FEWEST_OF_MOTTO <= len(words) <= MOST_OF_MOTTO and 2 * small > len(words)


FEWEST_OF_MOTTO: Final = 3
MOST_OF_MOTTO: Final = 8
"""Words of an outlet's motto."""


def _is_of_name(word: str) -> bool:
    return word[0].isupper() or len(word) < 4


def _datelines(text: str, blocks: Iterable[Block]) -> str:
    """All datelines of a page: "OSTRANA, Sept 14 (Northgate) -"."""
    return " ".join(text[one.start : one.end] for one in blocks if one.role == "dateline")


def _of_byline(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet in a line above the text: "Harcourt News, Sefwa", "By Ada Lund, Harcourt News"."""
    for block in blocks:
        if block.role == "body":
            return None
        line = text[block.start : block.end].partition("|")[0].strip()
        match = _WITH_AUTHOR.fullmatch(line) or _WITH_PLACE.fullmatch(line)
        name = match["name"] if match and block.role in ("byline", "date") else ""
        if _MASTHEAD_WORD.search(name) and name not in agency_names():
            return name
    return None


_NAME: Final = r"(?P<name>[^\W\d_a-z][\w'’&.-]{0,30}(?: [^\W\d_a-z][\w'’&.-]{0,30}){1,4})"
_WITH_PLACE: Final = re.compile(rf"{_NAME}, [^\W\d_a-z][\w'’ .-]{{1,30}}")
_WITH_AUTHOR: Final = re.compile(rf"[Bb]y [^\W\d_a-z][\w'’ .-]{{2,60}}, {_NAME}")


def _of_standards(text: str, blocks: Sequence[Block]) -> str | None:
    """Whose rules a line below the text names: "Our Standards: The Northgate Code of Practice"."""
    for block in reversed(blocks):
        if block.role != "body" and (match := _STANDARDS.search(text, block.start, block.end)):
            name = agency_names().get(match[1], match[1])
            full = re.search(rf"\(({re.escape(name)}[^()]*)\)", _datelines(text, blocks))
            return full[1] if full else name
    return None


_STANDARDS: Final = re.compile(
    r"\bOur Standards: The ([^\W\d_a-z][\w'’&. -]{1,40}?) (?:Trust|Code|Principles|Guidelines)\b"
)


_PARTING: Final = re.compile(r"\s+[–—|•·›»>/-]\s+|\s{2,}")
_SECTIONS: Final = frozenset(
    "home news world politics business sport sports opinion culture international economy menu "
    "latest share subscribe skip search sections video watch live updated published advertisement "
    "breaking exclusive analysis topics login sign".split()
)
"""Words that head a list of a site's sections, and no outlet's name."""


def heads_sections(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the second line lists sections, or tells the way to this one."""
    if len(blocks) < 2 or blocks[1].role != "furniture":
        return False
    parts = _PARTING.split(text[blocks[1].start : blocks[1].end].strip())
    return len(parts) > 1 and _are_sections(parts)


def _are_sections(parts: Sequence[str]) -> bool:
    """Whether some short words with a capital each are all there is, and no day among them."""
    return bool(parts) and all(
        0 < len(part.split()) <= 4 and part.strip()[0].isupper() and not re.search(r"\d", part)
        for part in parts
    )


def proper_case_words(name: str) -> str:
    """A name in capitals as a person writes it: "THE HALDUN POST" is "The Haldun Post"."""
    if not name.isupper() or len(name) <= LONGEST_INITIALS:
        return name
    return " ".join(_proper_word(word, place) for place, word in enumerate(name.split()))


def _proper_word(word: str, place: int) -> str:
    if word in _known_initials() or _NO_VOWEL.fullmatch(word):
        return word
    return word.lower() if word.lower() in _SMALL_WORDS and place else word.capitalize()


@cache
def _known_initials() -> frozenset[str]:
    """The words in capitals in the names that we know: ABC, AP, USA."""
    names = (*outlet_names().values(), *agency_names().values())
    return frozenset(word for name in names for word in name.split() if word.isupper())


_NO_VOWEL: Final = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,}")
LONGEST_INITIALS: Final = 5
_SMALL_WORDS: Final = frozenset(
    "of the and for in on de del da do di la le el y e du des der die das van".split()
)
_MASTHEAD_WORD: Final = re.compile(
    r"\b(?:news\w*|times|post|herald|gazette|tribune|journal|courier|chronicle|telegraph|monitor|"
    r"observer|guardian|mirror|express|mail|echo|star|globe|daily|weekly|radio|tv|press|wire|"
    r"standard|examiner|bulletin|dispatch|register|reporter|review|ledger|digest|today|argus|mercury|sentinel|"
    r"zeitung|blatt|tageblatt|rundschau|nachrichten|anzeiger|kurier|corriere|giornale|gazzetta|"
    r"diario|periódico|jornal|folha|correio|voz|le monde|soir|matin|dépêche|gazeta|dziennik|"
    r"noviny|listy|hírlap|haber\w*|gazetesi|dagblad|tidning\w*|avis\w*|sanomat|lehti|kompas|tempo)\b",
    re.IGNORECASE,
)


def _claimed(text: str, blocks: Sequence[Block]) -> str | None:
    """The owner in the page's copyright line."""
    for block in reversed(blocks):
        line = text[block.start : block.end]
        is_line = block.role == "furniture" or (block.role == "byline" and line.startswith("©"))
        if is_line and (owner := owner_in(line)):
            return owner
    return None


def owner_in(line: str) -> str | None:
    """Whom a line says the rights are with; a firm by its outlet's name."""
    match = _COPYRIGHT.search(line) or _RIGHTS.match(line)
    if not match or not match["name"][0].isupper():
        return None
    return _FIRM.sub("", match["name"].strip(" ,-")) or None
