"""Which characters of an article are somebody's words: quotations, embedded posts, transcripts.

Two reporters in one room print the same quotations, so agreement there says little
about who copied whom. Only marks and form are read here; who speaks is not asked.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from variorum.record.article import Article, Block

_MARK: Final = re.compile(r"[\"“”„«»‟＂‚‹›]|‘‘?|’’?|''|``")
_OPENING: Final = frozenset("“„«‟‘‚‹") | {"``", "‘‘"}
_CLOSING: Final = {
    "“": ("”", '"'), "„": ("“", "”", '"'), "‟": ("”",), '"': ('"', "”"),
    "«": ("»",), "»": ("«", "»"), "‹": ("›",), "‘": ("’",), "‚": ("‘", "’"),
    "``": ("''",), "‘‘": ("’’",),
}  # fmt: skip
"""The marks that close what a mark opened; any other mark is closed by another like it."""
_SINGLE_OPENING: Final = frozenset("‘‚‹")
_SINGLE_CLOSING: Final = frozenset("’›")
_BEFORE_CLOSING: Final = frozenset(".,!?…—-")
_EITHER_WAY: Final = frozenset({'"', "''", "＂", "”", "»"})

_SIGNATURE: Final = re.compile(r"\s*[—–―-]{1,2}\s*[^\n]{1,60}\(@\w{1,20}\)")
_TURN: Final = re.compile(
    r"\s*(?:\[[^\]]{1,30}\]\s*)?[A-Z][A-Z.,'’ -]{2,40}(?:\([^)]*\))?:(?:\s|$)"
)
TURNS_OF_TRANSCRIPT: Final = 6
"""A page with this many turns ("JANE DOE: …"), a sixth of its paragraphs, is a transcript."""


def quoted_characters(article: Article) -> bytes:
    """For each code point of the text 1 if it stands in quoted speech, else 0; marks included."""
    flags = bytearray(len(article.text) + 1)
    body = article.blocks_of("body")
    if _is_transcript(article.text, body):
        quoted: Iterable[tuple[int, int]] = ((block.start, block.end) for block in body)
    else:
        quoted = chain(_quotations(article.text, body), _posts(article.text, body))
    for start, end in quoted:
        flags[start:end] = b"\1" * (end - start)
    return bytes(flags)


def _is_transcript(text: str, body: Sequence[Block]) -> bool:
    if text.count(":") < TURNS_OF_TRANSCRIPT:
        return False
    turns = sum(bool(_TURN.match(text, block.start, block.end)) for block in body)
    return turns >= TURNS_OF_TRANSCRIPT and turns * 6 >= len(body)


def _posts(text: str, body: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Embedded posts: a paragraph and the signature below it."""
    if "(@" in text:
        for before, block in pairwise(body):
            if _SIGNATURE.match(text, block.start, block.end):
                yield before.start, block.end


def _quotations(text: str, body: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The quotations of each paragraph, marks included; the text is searched for marks once.

    A quotation that is not closed runs to the end of the paragraph (it goes on in the
    next one); a closing mark that was never opened closes nothing.
    """
    marks = deque(match for match in _MARK.finditer(text) if _is_mark(text, match))
    for block in body:
        while marks and marks[0].start() < block.start:
            marks.popleft()
        inside = []
        while marks and marks[0].end() <= block.end:
            inside.append(marks.popleft())
        if inside:
            yield from _paired(text, inside, block.end)


def _is_mark(text: str, match: re.Match[str]) -> bool:
    """A single mark opens before a word and closes behind one; else it is an apostrophe."""
    mark = match[0]
    if mark in _SINGLE_OPENING:
        return not _is_word(text[max(0, match.start() - 1) : match.start()]) and _is_word(
            text[match.end() : match.end() + 1]
        )
    if mark in _SINGLE_CLOSING:
        before, after = (
            text[max(0, match.start() - 1) : match.start()],
            text[match.end() : match.end() + 1],
        )
        return (_is_word(before) or before in _BEFORE_CLOSING) and not _is_word(after)
    return True


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _paired(text: str, marks: Sequence[re.Match[str]], end: int) -> Iterator[tuple[int, int]]:
    opened: tuple[str, int] | None = None
    for match in marks:
        mark = match[0]
        if opened is None:
            if mark in _OPENING or (mark in _EITHER_WAY and _may_open(text, match)):
                opened = mark, match.start()
        elif mark in _CLOSING.get(opened[0], (opened[0],)):
            yield opened[1], match.end()
            opened = None
    if opened and opened[0] != "‘":
        yield opened[1], end


def _may_open(text: str, match: re.Match[str]) -> bool:
    """A mark that opens and closes alike opens before a word."""
    following = text[match.end() : match.end() + 1]
    return bool(following) and not following.isspace()
