"""Pairs quotation marks of all kinds, in one pass over a text.

Marks are paired within a paragraph. A quotation that is not closed there runs on if the next
paragraph begins with a mark that opens it anew, as newspapers print it; else it ends with the
paragraph. A closing mark that nothing opened closes nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.record.article import Block

_MARK: Final = re.compile(r"[\"“”„«»‟＂‚‹›‘’'`´]{1,2}")
_DOUBLES: Final = frozenset(["''", "``", "‘‘", "’’", "´´", "‚‚"])

_CLOSED_BY: Final = {
    "“": ("”", '"', "“", "''"), "„": ("“", "”", '"'), "‟": ("”",), '"': ('"', "”", "“"),
    "«": ("»",), "»": ("«",), "‹": ("›",), "›": ("‹",), "‘": ("’", "'"), "‚": ("‘", "’"),
    "``": ("''", '"', "”"), "‘‘": ("’’", "”"), "''": ("''",), "”": ("”",), "＂": ("＂",),
    "'": ("'", "’"), "‚‚": ("‘‘", "’’"), "`": ("'", "´", "’"), "’": ("’",), "’’": ("’’",),
}  # fmt: skip
"""The marks that close what a mark opened."""

_SINGLE: Final = frozenset("‘’'‚‹›`´")
_ONLY_OPENS: Final = frozenset(["„", "‟", "``", "‘‘", "‚", "‚‚", "`"])
_ONLY_CLOSES: Final = frozenset(["´", "´´"])
_BEFORE_OPENING: Final = frozenset("([{—–-/…:“\"„«‘'")
_ELIDED: Final = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)
_DEEPEST: Final = 3


class Quoted(NamedTuple):
    """A stretch of one paragraph between marks.

    `start`, `end`: with the marks; `inner_start`, `inner_end`: without. `depth` is 0 unless it
    stands in another. `runs_on`: it was not closed, and the next paragraph goes on with it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool
    runs_on: bool = False


class _Mark(NamedTuple):
    sign: str
    start: int
    end: int
    opens: bool
    closes: bool


def find_quoted(text: str, blocks: Iterable[Block]) -> list[Quoted]:
    """All that stands between marks in some blocks, each a paragraph, in the order of the text."""
    found: list[Quoted] = []
    left_open: int | None = None
    for block in blocks:
        marks = list(_marks(text, block))
        if left_open is not None and marks and _begins_with_mark(text, block, marks[0]):
            found[left_open] = found[left_open]._replace(runs_on=True)
        inside = sorted(_paired(text, marks, block), key=lambda quoted: quoted.start)
        found.extend(inside)
        left_open = None
        for place in range(len(found) - len(inside), len(found)):
            if found[place].end == block.end and not found[place].closed:
                left_open = place
    return found


def _begins_with_mark(text: str, block: Block, mark: _Mark) -> bool:
    return mark.opens and not text[block.start : mark.start].strip()


def _marks(text: str, block: Block) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, block.start, block.end):
        signs = match[0]
        whole = [signs] if len(signs) == 1 or signs in _DOUBLES else list(signs)
        place = match.start()
        for sign in whole:
            mark = _judged(text, sign, place, block)
            if mark.opens or mark.closes:
                yield mark
            place += len(sign)


def _judged(text: str, sign: str, start: int, block: Block) -> _Mark:
    end = start + len(sign)
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() or after.isspace() or end == block.end
    if sign in _SINGLE:
        return _Mark(sign, start, end, *_single(text, sign, (before, after), end))
    if sign in _ONLY_OPENS or sign in _ONLY_CLOSES:
        return _Mark(sign, start, end, sign in _ONLY_OPENS, sign in _ONLY_CLOSES)
    if sign in ("“", "«"):
        return _Mark(sign, start, end, opens=not after.isspace() or before.isspace(), closes=True)
    if sign in ("”", "»", "’’"):
        return _Mark(sign, start, end, opens=opens and sign != "’’", closes=True)
    if before.isspace() and after.isspace():
        return _Mark(sign, start, end, opens=True, closes=True)
    return _Mark(sign, start, end, opens=opens or not before.isalnum(), closes=closes)


def _single(text: str, sign: str, around: tuple[str, str], end: int) -> tuple[bool, bool]:
    """Whether a single mark opens and closes; between letters it is an apostrophe."""
    before, after = around
    if before.isalnum() and after.isalnum():
        return False, False
    opens = (before.isspace() or before in _BEFORE_OPENING) and after.isalnum()
    if opens and sign in "'’" and _ELIDED.match(text, end):
        opens = False
    closes = not before.isspace() and not after.isalnum()
    if sign == "’":
        opens = False
    if sign in "‘`":
        closes = closes and sign == "‘" and not opens
    if sign == "‹" or sign == "›":
        return not after.isspace(), True
    return opens, closes


def _paired(text: str, marks: Sequence[_Mark], block: Block) -> Iterator[Quoted]:
    """Pairs the marks of a paragraph with a stack that is never deep."""
    later = _later_closing(marks)
    stack: list[_Mark] = []
    for place, mark in enumerate(marks):
        level = _closed_level(text, stack, mark, later[place])
        if level is not None:
            opened = stack[level]
            if _has_matter(text, opened.end, mark.start):
                yield Quoted(opened.start, mark.end, opened.end, mark.start, level, closed=True)
            del stack[level:]
        elif mark.opens and stack and stack[0].sign == mark.sign:
            yield from _reopened(text, stack, mark, is_last_of_pairs=(len(marks) - place) % 2 == 0)
        elif mark.opens and len(stack) < _DEEPEST and not _same_open(stack, mark):
            stack.append(mark)
    if (
        stack
        and stack[0].sign not in ("'", "’", "‘", "`")
        and _has_matter(text, stack[0].end, block.end)
    ):
        yield Quoted(stack[0].start, block.end, stack[0].end, block.end, 0, closed=False)


def _reopened(
    text: str, stack: list[_Mark], mark: _Mark, *, is_last_of_pairs: bool
) -> Iterator[Quoted]:
    """A mark that opens what is open: it closes it, or the one before was never closed.

    Which, is told by whether the marks that are left come in pairs.
    """
    opened = stack[0]
    if _has_matter(text, opened.end, mark.start):
        closed = not is_last_of_pairs
        end = mark.end if closed else mark.start
        yield Quoted(opened.start, end, opened.end, mark.start, 0, closed=closed)
    stack[:] = [mark] if is_last_of_pairs else []


def _has_matter(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start : min(end, start + 500)])


def _same_open(stack: Sequence[_Mark], mark: _Mark) -> bool:
    return any(opened.sign == mark.sign for opened in stack)


def _closed_level(
    text: str, stack: Sequence[_Mark], mark: _Mark, later: frozenset[str]
) -> int | None:
    """Which open mark this one closes: the innermost that fits."""
    if not mark.closes:
        return None
    for level in range(len(stack) - 1, -1, -1):
        if mark.sign not in _CLOSED_BY.get(stack[level].sign, (stack[level].sign,)):
            continue
        if mark.sign in "“„«" and mark.opens and stack[level].sign != "„":
            continue
        if mark.sign in "'’" and mark.sign in later and _is_plural_possessive(text, mark):
            continue
        return level
    return None


def _is_plural_possessive(text: str, mark: _Mark) -> bool:
    """ "the players' union": behind an s, before a space and a small letter."""
    return (
        text[mark.start - 1] in "sS"
        and text[mark.end : mark.end + 1].isspace()
        and (text[mark.end + 1 : mark.end + 2].islower())
    )


def _later_closing(marks: Sequence[_Mark]) -> list[frozenset[str]]:
    """For each mark the single signs that close something behind it before one opens."""
    found: list[frozenset[str]] = []
    later: frozenset[str] = frozenset()
    for mark in reversed(marks):
        found.append(later)
        if mark.opens and not mark.closes:
            later = frozenset()
        elif mark.closes and mark.sign in "'’":
            later = later | {mark.sign}
    return found[::-1]
