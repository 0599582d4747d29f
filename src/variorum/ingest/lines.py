"""Cuts a text into lines, the units that get a role."""

import re
import unicodedata
from itertools import pairwise
from typing import Final

import msgspec

LINE_BREAKS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Every character at which Python's `str.splitlines` starts a new line."""

_LINE: Final = re.compile(f"[^{LINE_BREAKS}]+")
_DIGITS: Final = re.compile(r"\d+")
_INVISIBLE: Final = " \t\u00a0\u200b\u200c\u200d\u2060\ufeff\u3000"

WRAP_WIDTHS: Final = (40, 100)
"""Hard-wrapped text breaks its lines in this range of columns (e-mail, terminal, Gutenberg)."""

WRAPPED_SHARE: Final = 0.6
"""A page counts as hard-wrapped if this share of its line breaks falls inside a sentence."""


class Line(msgspec.Struct, frozen=True):
    """A run of visible text between line breaks: `text[start:end]`, trimmed.

    `form` is what a reader compares (see `plain_form`).
    """

    start: int
    end: int
    text: str
    form: str


def cut_lines(text: str) -> list[Line]:
    """The non-empty lines of `text`; a hard-wrapped paragraph counts as one line."""
    lines = [line for match in _LINE.finditer(text) if (line := _trimmed(text, *match.span()))]
    return _joined_paragraphs(text, lines) if _is_hard_wrapped(lines) else lines


def plain_form(line: str) -> str:
    """A line reduced to what a reader compares: case, width, digits and spacing folded.

    Digits become 0 so that "41 Comments" and "7 Comments" are the same line.
    """
    folded = line if line.isascii() else unicodedata.normalize("NFKC", line)
    return _DIGITS.sub("0", " ".join(folded.casefold().split()))


def as_line(start: int, end: int, text: str) -> Line:
    """The line with this text, at these characters of its page."""
    return Line(start, end, text, plain_form(text))


def _trimmed(text: str, start: int, end: int) -> Line | None:
    while start < end and (text[start] in _INVISIBLE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _INVISIBLE or text[end - 1].isspace()):
        end -= 1
    return as_line(start, end, text[start:end]) if start < end else None


def _is_hard_wrapped(lines: list[Line]) -> bool:
    if len(lines) < 8:
        return False
    narrow, wide = WRAP_WIDTHS
    widths = sorted(len(line.text) for line in lines)
    if not narrow <= widths[len(widths) * 3 // 4] <= wide or widths[-1] > 2 * wide:
        return False
    inside = sum(
        1
        for line, following in pairwise(lines)
        if len(line.text) > narrow and line.text[-1].isalnum() and following.text[0].islower()
    )
    return inside >= WRAPPED_SHARE * len(lines) / 2


def _joined_paragraphs(text: str, lines: list[Line]) -> list[Line]:
    """Joins the lines between two blank lines."""
    paragraphs: list[Line] = []
    for line in lines:
        if paragraphs and text[paragraphs[-1].end : line.start].count("\n") == 1:
            start = paragraphs.pop().start
            paragraphs.append(as_line(start, line.end, text[start : line.end]))
        else:
            paragraphs.append(line)
    return paragraphs
