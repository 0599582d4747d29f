"""One article: its text as published, in pieces that carry what was read in them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from variorum.record.article import Article, Block
from variorum.record.errors import InputError
from variorum.record.reading import Reading
from variorum.record.span import Span
from variorum.views.desk import Desk
from variorum.views.marking import marks_of
from variorum.views.page import NothingThereError, Part, Query, View
from variorum.views.pieces import Layer, Mark, Marked, Piece, Pointed, cut
from variorum.views.provenance import Provenance, draw_provenance
from variorum.views.words import ArticleLine, Words, article_line, clipped

PART: Final = 60_000
"""Characters of a text that are shown at once; a block's frame counts for `FRAME`."""

FRAME: Final = 40

SHOWN_SPEAKERS: Final = 15

_RANGE: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


class ArticleQuery(Query, frozen=True, kw_only=True):
    """Which article, and which of its characters are pointed at: "120-140" (code points).

    `page`: which part of a very long text, from 1; the part with the words if it is not told.
    """

    article: str
    words: str = ""
    page: int = 0


class ShownBlock(msgspec.Struct, frozen=True):
    """A block of the text with its role."""

    role: str
    pieces: tuple[Piece, ...]


class LayerCount(msgspec.Struct, frozen=True):
    """How many places of a kind the shown text has."""

    layer: Layer
    count: int


class QuotedSpeaker(msgspec.Struct, frozen=True):
    """Who is quoted in an article, how often, and where first. `actor`: null if not known."""

    actor: str | None
    name: str
    count: int
    first: Span


class ArticleView(View, frozen=True, kw_only=True):
    """An article as published.

    - `blocks`: the text, or part `part` of it; `layers`: what can be shown in it;
    - `pointed`: the words that a link points at, if one does;
    - `is_read`: whether it was read for what it says; `quoted`: who is quoted, the most first.
    """

    article: ArticleLine
    blocks: tuple[ShownBlock, ...]
    part: Part
    layers: tuple[LayerCount, ...]
    pointed: Words | None
    is_read: bool
    quoted: tuple[QuotedSpeaker, ...]
    provenance: Provenance


def draw_article(desk: Desk, query: ArticleQuery) -> ArticleView:
    """An article, with the words that are pointed at named "words".

    Raises `NothingThereError` if there is no such article or place in it, `InputError` for a
    range that is none.
    """
    article = desk.story.by_id.get(query.article)
    if article is None:
        raise NothingThereError(
            f"There is no article {clipped(query.article, 80)}",
            "Choose one from the list of articles",
        )
    span = _pointed(article, query.words) if query.words else None
    view = draw_text(desk, article, [Pointed(span, "words")] if span else [], query.page)
    if span is None:
        return view
    return msgspec.structs.replace(view, pointed=desk.words(article.id, span.start, span.end))


def draw_text(
    desk: Desk,
    article: Article,
    pointed: Sequence[Pointed] = (),
    page: int = 0,
    is_shown: Callable[[Mark], bool] = lambda _mark: True,
) -> ArticleView:
    """An article, cut also at the places that links point at.

    `page`: which part of a very long text; 0 for the one with the first of the places.
    `is_shown`: which marks are.
    """
    reading = desk.story.reading_of(article.id)
    parts = _parts(article.blocks)
    first = min((one.span.start for one in pointed), default=0)
    page = min(page if page > 0 else _part_with(parts, first), len(parts))
    blocks = parts[page - 1]
    marked = _within(
        (one for one in marks_of(desk, article.id, reading) if is_shown(one.mark)), blocks
    )
    line = article_line(article)
    return ArticleView(
        heading=line.title,
        article=line,
        blocks=tuple(
            ShownBlock(block.role, pieces)
            for block, pieces in zip(
                blocks, cut(article.text, blocks, marked, pointed), strict=True
            )
        ),
        part=Part(page, len(parts), len(article.text)),
        layers=_layers(marked),
        pointed=None,
        is_read=reading is not None,
        quoted=_quoted(desk, reading) if reading else (),
        provenance=draw_provenance(desk, article),
    )


def text_end(article: Article) -> int:
    """Where the first part of a text ends."""
    blocks = _parts(article.blocks)[0]
    return blocks[-1].end if blocks else 0


def _pointed(article: Article, words: str) -> Span:
    """The range of the text that is asked for."""
    found = _RANGE.fullmatch(words)
    if not found:
        raise InputError(
            f"{clipped(words, 40)!r} names no words", "Give a range of characters, such as 120-140"
        )
    start, end = int(found[1]), int(found[2])
    text = article.text[start:end]
    if not text.strip() or end > len(article.text):
        raise NothingThereError(
            f"There are no words at {start}-{end} of this article",
            f"Its text has {len(article.text)} characters; open it without pointing at words",
        )
    return Span(start, end)


def _parts(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks in parts of bounded length; a block that is longer than a part is divided."""
    parts: list[list[Block]] = [[]]
    room = PART
    for block in blocks:
        for start in range(block.start, block.end, PART):
            piece = Block(start, min(start + PART, block.end), block.role)
            cost = piece.end - piece.start + FRAME
            if cost > room and parts[-1]:
                parts.append([])
                room = PART
            parts[-1].append(piece)
            room -= cost
    return parts


def _part_with(parts: Sequence[Sequence[Block]], place: int) -> int:
    """The part that holds a place, or comes after it; from 1."""
    for number, blocks in enumerate(parts, start=1):
        if blocks and place < blocks[-1].end:
            return number
    return len(parts)


def _within(marked: Iterable[Marked], blocks: Sequence[Block]) -> list[Marked]:
    if not blocks:
        return []
    start, end = blocks[0].start, blocks[-1].end
    return [one for one in marked if one.span.start < end and start < one.span.end]


def _layers(marked: Iterable[Marked]) -> tuple[LayerCount, ...]:
    counts: Counter[Layer] = Counter(
        one.mark.layer for one in marked if one.mark.part not in ("cue", "source")
    )
    order: tuple[Layer, ...] = ("quotations", "events", "positions", "names", "times")
    return tuple(LayerCount(layer, counts[layer]) for layer in order)


def _quoted(desk: Desk, reading: Reading) -> tuple[QuotedSpeaker, ...]:
    """Who is quoted; quotations of whom the text does not tell are left out."""
    found: dict[tuple[str | None, str], list[Span]] = {}
    for one in reading.quotations:
        name = clipped(desk.name_of(one.speaker, one.speaker_name), 80)
        spans = [span for span in one.content if len(span)]
        if name and spans:
            found.setdefault((one.speaker, name), []).append(spans[0])
    ranked = sorted(found.items(), key=lambda one: (-len(one[1]), one[1][0]))
    return tuple(
        QuotedSpeaker(actor if actor in desk.acting else None, name, len(spans), spans[0])
        for (actor, name), spans in ranked[:SHOWN_SPEAKERS]
    )
