"""A text cut into pieces, each with what it is part of, so that no browser has to count."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from variorum.record.article import Block
from variorum.record.span import Span

Layer = Literal["names", "quotations", "times", "events", "positions"]


class Mark(msgspec.Struct, frozen=True):
    """What a piece of text is part of.

    - `part`: a name's kind; `content`, `cue` or `source` of a quotation; a time's type; an
      event's status; a position's stance;
    - `page`, `id`: the page that tells more of it, empty if there is none;
    - `told`: what it says of the world, for whoever wants to see it behind the words.
    """

    layer: Layer
    part: str
    page: str = ""
    id: str = ""
    told: str = ""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a text, at code points `start` to `end`.

    - `marks`: what it is part of, the shortest first;
    - `ends`: those of its marks that end here;
    - `places`: the names of places, pointed at by links, that it is part of;
    - `begins`: those that begin here, the longest first. Each is one element around pieces of
      this block, which nest; `closes`: how many of the open elements close behind this piece;
    - `loose`: places that it is part of but stands outside the element of: of one that crosses
      another, or goes on in the next block.
    """

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()
    places: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    closes: int = 0
    loose: tuple[str, ...] = ()


class Marked(NamedTuple):
    """A range of a text, and what it is."""

    span: Span
    mark: Mark


class Pointed(NamedTuple):
    """A range of a text that links point at, and its name."""

    span: Span
    name: str


def cut(
    text: str, blocks: Sequence[Block], marked: Iterable[Marked], pointed: Iterable[Pointed] = ()
) -> list[tuple[Piece, ...]]:
    """The pieces of each block, cut wherever a mark or a place that is pointed at begins or ends.

    Ranges may overlap, nest and reach over blocks; what lies in no block is left out.
    """
    sweep = _Sweep(marked, pointed)
    return [tuple(_nested(list(sweep.through(text, block)))) for block in blocks]


def _nested(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces of a block with the elements of places that begin in it."""
    last = {name: number for number, piece in enumerate(pieces) for name in piece.places}
    open_until: list[tuple[int, str]] = []
    for number, piece in enumerate(pieces):
        begins = sorted(piece.begins, key=lambda name: (-last[name], name))
        for name in begins:
            limit = open_until[-1][0] if open_until else len(pieces)
            open_until.append((min(last[name], limit), name))
        around = {name for _, name in open_until}
        still = [one for one in open_until if one[0] > number]
        yield msgspec.structs.replace(
            piece,
            begins=tuple(begins),
            closes=len(open_until) - len(still),
            loose=tuple(name for name in piece.places if name not in around),
        )
        open_until = still


class _Sweep:
    """Goes through a text once, and knows at each place what is open there."""

    def __init__(self, marked: Iterable[Marked], pointed: Iterable[Pointed]) -> None:
        self._begin: dict[int, list[Marked | Pointed]] = defaultdict(list)
        self._ends: set[int] = set()
        ranges: list[Marked | Pointed] = [*marked, *pointed]
        for one in ranges:
            if len(one.span):
                self._begin[one.span.start].append(one)
                self._ends.add(one.span.end)
        self._edges = sorted(self._begin.keys() | self._ends)
        self._at = 0
        self._open: list[Marked | Pointed] = []
        self._shown: set[str] = set()

    def through(self, text: str, block: Block) -> Iterator[Piece]:
        """The pieces of a block. Blocks come in order."""
        self._advance(block.start)
        edges = [block.start]
        while self._at < len(self._edges) and self._edges[self._at] < block.end:
            edges.append(self._edges[self._at])
            self._at += 1
        edges.append(block.end)
        for start, end in pairwise(edges):
            self._step(start)
            if start < end:
                yield self._piece(text[start:end], start, end)

    def _advance(self, start: int) -> None:
        """Pass over what lies between two blocks."""
        while self._at < len(self._edges) and self._edges[self._at] < start:
            self._step(self._edges[self._at])
            self._at += 1

    def _step(self, place: int) -> None:
        still = [one for one in self._open if one.span.end > place]
        self._open = still + self._begin.pop(place, [])

    def _piece(self, text: str, start: int, end: int) -> Piece:
        marked = sorted(
            (one for one in self._open if isinstance(one, Marked)),
            key=lambda one: (len(one.span), one.span, one.mark.layer, one.mark.id),
        )
        places = sorted(one.name for one in self._open if isinstance(one, Pointed))
        begins = tuple(name for name in places if name not in self._shown)
        self._shown.update(begins)
        return Piece(
            text,
            start,
            end,
            tuple(one.mark for one in marked),
            tuple(one.mark for one in marked if one.span.end == end),
            tuple(places),
            begins,
        )
