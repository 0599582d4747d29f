"""Marks the blocks of a page: every line gets a role; datelines and picture credits are cut off."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from variorum.ingest.datelines import find_dateline
from variorum.ingest.features import NO_REPEATS, PageRepeats
from variorum.ingest.lines import Line, cut_lines, plain_form
from variorum.ingest.page import Page
from variorum.ingest.recurrence import hash_of_form
from variorum.ingest.roles import give_roles
from variorum.record.article import Block, Role

_CREDIT_BEHIND: Final = re.compile(
    r"\s*(?:[(\[](?:[^()\[\]]{0,40}[/:©|][^()\[\]]{1,60}|[^()\[\]]{2,60}\bphoto[^()\[\]]{0,40}"
    r"|photo[^()\[\]]{2,60})[)\]]\.?|©\s?[^©]{2,60})$",
    re.IGNORECASE,
)
"""A maker's credit that ends a caption: in brackets with a slash, colon or "photo", or after ©."""

FIRST_PARAGRAPHS: Final = 3
"""A dateline stands at the head of the report, or behind a summary or two."""


def mark_blocks(page: Page, repeats: Mapping[int, PageRepeats]) -> tuple[Block, ...]:
    """The blocks of a page in order. `repeats`: what recurs on other pages (see `find_repeats`)."""
    lines = cut_lines(page.text)
    tags = _tags_of(lines, page)
    known = [repeats.get(hash_of_form(line.form), NO_REPEATS) for line in lines]
    roles = _with_declared(give_roles(lines, tags, known), lines, tags, page.declared.title)
    blocks: list[Block] = []
    for line, role in zip(lines, roles, strict=True):
        blocks.extend(_cut(line, role))
    return tuple(_with_datelines(blocks, page.text))


def _tags_of(lines: Sequence[Line], page: Page) -> list[str]:
    by_start = {tag.start: tag.name for tag in page.tags}
    return [by_start.get(line.start, "") for line in lines]


def _with_declared(
    roles: list[Role], lines: Sequence[Line], tags: Sequence[str], title: str | None
) -> list[Role]:
    """What HTML or the data beside the text says goes before what the model thinks."""
    title_form = plain_form(title) if title else None
    for place, line in enumerate(lines):
        if tags[place] == "title" or (title_form and line.form == title_form):
            roles[place] = "headline"
        elif tags[place] == "head" and roles[place] in ("body", "byline", "caption", "dateline"):
            roles[place] = "heading"
    return roles


def _cut(line: Line, role: Role) -> list[Block]:
    if role == "caption" and (match := _CREDIT_BEHIND.search(line.text)) and match.start() > 20:
        bracket = line.start + match.start() + len(match[0]) - len(match[0].lstrip())
        return [
            Block(line.start, line.start + match.start(), "caption"),
            Block(bracket, line.end, "credit"),
        ]
    return [Block(line.start, line.end, role)]


def _with_datelines(blocks: list[Block], text: str) -> list[Block]:
    """Cuts the dateline off the first paragraph that has one."""
    seen = 0
    for place, block in enumerate(blocks):
        if block.role != "body":
            continue
        dateline = find_dateline(text[block.start : block.end])
        if dateline and not _names_speaker(blocks, text, block, dateline.length):
            middle = block.start + dateline.length
            head = text[block.start : middle].rstrip()
            cut = [Block(block.start, block.start + len(head), "dateline")]
            return [*blocks[:place], *cut, Block(middle, block.end, "body"), *blocks[place + 1 :]]
        seen += 1
        if seen == FIRST_PARAGRAPHS:
            break
    return blocks


def _names_speaker(blocks: Sequence[Block], text: str, turn: Block, length: int) -> bool:
    """A "NAME:" is a speaker in a transcript, not a place, if another paragraph begins so."""
    if ":" not in text[turn.start : turn.start + length]:
        return False
    others = [block for block in blocks if block.role == "body" and block is not turn]
    return any(":" in text[block.start : block.start + 40] for block in others)
