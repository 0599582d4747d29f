"""Whose page it is by what its lines say: bylines, rights, rules, invitations to follow."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from variorum.ingest.datelines import find_dateline
from variorum.ingest.mastheads import (
    PARTING,
    STAFF,
    TOLD,
    has_name_form,
    has_press_word,
    is_repeated,
    proper_case_words,
)
from variorum.ingest.tables import agency_names
from variorum.record.article import Block

_YEARS: Final = r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?"
_COPYRIGHT: Final = re.compile(
    rf"(?:(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*{_YEARS}[\s,]*|(?:©|\(c\))\s*(?!copyright)|"
    rf"copyright\s+(?=[^.|•©;:()]{{2,48}}?(?:\s{_YEARS}|,?\s*all rights|\.\s*reproduction)))"
    r"(?:(?:provided )?by\s+)?(?P<name>[^\W\d_][^.|•©;:()]{2,48}?)\s*"
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

_RIGHTS_SIGN: Final = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)

_PICTURED: Final = re.compile(
    r"/|\b(?:images?|photos?|pictures|getty|shutterstock|alamy|flickr|wikimedia|unsplash|handout)\b",
    re.IGNORECASE,
)
"""Whose picture it is, and not whose page."""

_AGENCY_WORD: Final = re.compile(
    r"\b(?:press|agency|agencies|(?:news)?wire|news service|wire service|agence|agentur|agencia|"
    r"agência|agenzia|ajans[ıi]|presse|reuters)\b",
    re.IGNORECASE,
)
"""Words of the names of agencies: who is credited so need not publish the page."""

_WORD: Final = r"[^\W\d_a-z][\w'’&-]{0,30}\.?"
_NAME: Final = rf"(?P<name>{_WORD}(?:(?: &| of| of the)? {_WORD}){{1,4}})"
_WITH_PLACE: Final = re.compile(rf"{_NAME}, [^\W\d_a-z][\w'’ .-]{{1,30}}")
_WITH_AUTHOR: Final = re.compile(
    rf"(?:[Bb][Yy]|[Ss]tory by) [^\W\d_a-z][\w'’ .-]{{2,60}}?(?:, | [Ff]or ){_NAME}"
)
_STAFF: Final = re.compile(rf"(?:[Bb][Yy] )?{_NAME} (?i:{STAFF})")
_DESK: Final = re.compile(r"\b(?:desk|staff|team|newsroom|bureau|agencies)$", re.IGNORECASE)
_FOR: Final = re.compile(
    rf"[Bb][Yy] [^\W\d_a-z][\w'’ .-]{{2,60}}? [Ff]or (?:the )?(?P<name>{_WORD}(?: {_WORD}){{0,3}})"
)
_LABEL: Final = re.compile(
    r"(?i:outlet|publisher|publication|published (?:by|in)|newspaper|website|site|medium|"
    r"broadcaster|(?:telegram )?channel|newsletter|blog)\s*:\s*"
    r"(?P<name>[^\W\d_a-z].{1,50})"
)
_PUBLISHED: Final = re.compile(
    rf"(?i:(?:published|posted) (?:by|in)|from) (?:the )?{_NAME}(?: on|,|:)? .*\b{_YEARS}\b.*"
)
_WRITES: Final = (
    r"(?:covers|writes|reports|edits|works|leads|is an?|is the)\b.{0,80}? (?:for|at|with)"
)
_POST: Final = r"['’]s? [^.]{0,60}\b(?:correspondent|reporter|editor|writer|columnist)\b[^.]{0,40}"
_OF_AUTHOR: Final = re.compile(
    rf"[^\W\d_a-z][\w'’ .-]{{2,60}}? (?:{_WRITES} (?:the )?{_NAME}"
    rf"|is (?:the )?{_NAME.replace('name', 'other')}{_POST})"
)
"""What a line behind the text says of who wrote it."""

_STANDARDS: Final = re.compile(
    r"\bOur Standards: The ([^\W\d_a-z][\w'’&. -]{1,40}?) (?:Trust|Code|Principles|Guidelines)\b"
)

_CALLED: Final = (
    r"(?P<name>(?:The |the )?[^\W\d_a-z][\w&.-]*(?: (?:of |the |& )?[^\W\d_a-z][\w&.-]*){0,4})"
)
_PLATFORM: Final = (
    r"(?:WhatsApp|Whatsapp|Twitter|X|Facebook|Instagram|Telegram|YouTube|Google News|TikTok|"
    r"LinkedIn|Threads|Bluesky|Apple News|social media)\b"
)
_INVITATIONS: Final = (
    re.compile(rf"\b(?i:follow|like|find|join) {_CALLED}(?:['’]s?)? on {_PLATFORM}"),
    re.compile(rf"\b(?i:subscribe to|join) {_CALLED}['’]s?(?!\w)"),
    re.compile(rf"\b(?i:subscribe to|support) {_CALLED}(?: for \S|[.!]|$)"),
    re.compile(
        rf"\b(?i:subscribe to|sign up (?:for|to)|receive|get) {_CALLED}(?:['’]s?)?"
        r"(?: (?i:free|daily|weekly|morning|evening|email|world|politics))* "
        r"(?i:newsletters?|app|alerts)\b"
    ),
    re.compile(rf"\b(?i:watch|listen to) {_CALLED} (?:live|on)\b"),
    re.compile(rf"\b(?i:you are reading|you['’]re reading|signed up .{{3,60}} from) {_CALLED}[.,]"),
    re.compile(rf"\b(?i:download|install|get) {_CALLED} app\b"),
    re.compile(
        rf"^{_CALLED} (?:is (?:a|an|published|owned|funded|supported|reader-\w+|independent|free)"
        r"|(?:welcomes|relies on|depends on|is not responsible|does not endorse))\b"
    ),
)
"""What sites ask of their readers; the name stands as they call themselves."""


def named_above(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet in a line above the text.

    "Harcourt News, Sefwa", "By Ada Lund, Harcourt News", "By Ada Lund for Harcourt News",
    "Harcourt News staff", "Published by: Harcourt News", "Harcourt News | 3 May 2031", and below
    "Ada Lund" "Harcourt News".
    """
    is_signed = False
    for block in blocks:
        if block.role == "body":
            return None
        line = text[block.start : block.end].strip()
        if label := _LABEL.fullmatch(line):
            return proper_case_words(label["name"].strip())
        if block.role == "headline":
            continue
        names = [line] if is_signed and block.role == "byline" and _is_name(line) else []
        is_signed = block.role == "byline"
        for name in (*names, *_names_above(line, block)):
            if has_press_word(name) and _may_publish(name):
                return proper_case_words(name)
            others = [one for one in blocks if one is not block]
            if block.role == "byline" and _FOR.fullmatch(line) and _may_publish(name):
                return name
            if block.role == "date" and has_name_form(name) and is_repeated(text, others, name):
                return name
    return None


def _is_name(line: str) -> bool:
    """Whether a line below an author's name may be the outlet's, and no desk's."""
    return " " in line and has_name_form(line) and not _DESK.search(line)


def _names_above(line: str, block: Block) -> Iterator[str]:
    """The parts of a line of author or day that may be the outlet's name."""
    parts = [part.strip(" *_") for part in PARTING.split(line)]
    first = parts[0]
    is_credit = block.role in ("byline", "date")
    for pattern in (_WITH_AUTHOR, _FOR, _STAFF, _WITH_PLACE, _PUBLISHED):
        if is_credit and (match := pattern.fullmatch(first)):
            yield match["name"]
    is_dated = bool(re.search(rf"\b{_YEARS}\b", line))
    if len(parts) > 1 and (is_credit or is_dated):
        yield from (part for part in parts if has_name_form(part))


def _may_publish(name: str) -> bool:
    """Whether a credited name is no agency's."""
    return name not in agency_names() and not _AGENCY_WORD.search(name)


def by_standards(text: str, blocks: Sequence[Block]) -> str | None:
    """Whose rules a line below the text names: "Our Standards: The Northgate Code of Practice"."""
    datelines = " ".join(text[one.start : one.end] for one in blocks if one.role == "dateline")
    for block in reversed(blocks):
        if block.role != "body" and (match := _STANDARDS.search(text, block.start, block.end)):
            name = agency_names().get(match[1], match[1])
            full = re.search(rf"\(({re.escape(name)}[^()]*)\)", datelines)
            return full[1] if full else name
    return None


def by_author(text: str, blocks: Sequence[Block]) -> str | None:
    """For whom a line behind the text says that the author writes: "Ada Lund is … for the Post"."""
    for block in reversed(blocks):
        if block.role in ("furniture", "promo", "credit", "byline"):
            match = _OF_AUTHOR.fullmatch(text[block.start : block.end].strip(" .*_"))
            name = match and (match["name"] or match["other"])
            if name and has_press_word(name) and _may_publish(name):
                return name
    return None


def by_dateline(text: str, blocks: Sequence[Block]) -> str | None:
    """The agency of the dateline, where a page ends as its own do: "Reporting by …; Editing by"."""
    ends = (text[block.start : block.end] for block in blocks[-FOOT:])
    if not any(_SIGNED.match(line) for line in ends):
        return None
    lines = [text[block.start : block.end] for block in blocks if block.role == "dateline"]
    found = find_dateline(f"{lines[0]} X") if lines else None
    return agency_names().get(found.agency, found.agency) if found and found.agency else None


FOOT: Final = 6
_SIGNED: Final = re.compile(
    r"\W*(?:reporting|writing) by .*\b(?:editing|edited) by\b", re.IGNORECASE
)


def claimed(text: str, blocks: Sequence[Block]) -> str | None:
    """The owner in the page's copyright line."""
    for block in reversed(blocks):
        line = text[block.start : block.end]
        is_line = block.role in ("furniture", "promo") or (
            block.role in ("byline", "credit", "date") and claims_rights(line)
        )
        if is_line and (owner := owner_in(line)):
            return owner
    return None


def claims_rights(line: str) -> bool:
    """Whether a line begins with a sign of rights."""
    return _RIGHTS_SIGN.match(line) is not None


def owner_in(line: str) -> str | None:
    """Whom a line says the rights are with; a firm by its outlet's name."""
    match = _COPYRIGHT.search(line) or _RIGHTS.match(line)
    if not match or not match["name"][0].isupper() or _PICTURED.search(match["name"]):
        return None
    return _FIRM.sub("", match["name"].strip(" ,-")) or None


def invited(text: str, blocks: Sequence[Block]) -> str | None:
    """How a site calls itself where it asks readers to follow or to support it."""
    body = [block for block in blocks if block.role in ("body", "caption")]
    for block in blocks:
        if block.role not in ("furniture", "promo"):
            continue
        line = text[block.start : block.end]
        matches = (pattern.search(line) for pattern in _INVITATIONS)
        for name in (match["name"].removeprefix("the ") for match in matches if match):
            is_name = has_name_form(name) and not re.fullmatch(_PLATFORM, name)
            if is_name and (found := _self_name(name, text, body)):
                return found
    return None


def _self_name(name: str, text: str, body: Sequence[Block]) -> str | None:
    """A name in an invitation as the text calls its outlet; None if it may be a reporter's."""
    words = name.split()
    for count in range(len(words), 0, -1):
        prefix = " ".join(words[:count])
        told = re.compile(rf"{TOLD}{re.escape(prefix)}(?!\w| [^\W\d_a-z])")
        if len(prefix) > 3 and any(told.search(text, one.start, one.end) for one in body):
            return prefix
    is_name = has_press_word(name) or len(words) == 1 or words[0] == "The"
    return name if is_name and _may_publish(name) else None
