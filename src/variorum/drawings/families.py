"""Family trees of texts as a picture: who has a text from whom, and how much of it.

Boxes stand from left to right in the order in which texts were made, one below the other where
several were made from one; a line leads to each from the text above it, and its label tells how
much came from there.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from variorum.drawings.drawing import Drawing
from variorum.drawings.lettering import cut, width_of
from variorum.drawings.markup import Markup, element
from variorum.drawings.palette import Paint, filled, outlined, stroked
from variorum.record.lineage import Derivation

ROW: Final = 44
COLUMN: Final = 298
BOX: Final = 192
HIGH: Final = 36
MARGIN: Final = 8
BEND: Final = 12
LABEL: Final = 92
"""Pixels: height of a row, width of a generation, width and height of a box, margin, how far from
its parent's box a line bends, and width of a line's label."""

_ROOM: Final = BOX - 4
"""Of the widest letters; those that are common take a tenth less."""

_NARROWEST: Final = 620
"""Pixels that a picture of several families has across at least: its legend has room."""

Look = Literal["article", "undated", "dispatch", "state", "more"]


class Relative(msgspec.Struct, frozen=True, kw_only=True):
    """A text of a family, with those that were made from it.

    - `look`: an article; one whose date is inferred or unknown; a dispatch that is not in hand, or
      a state of one; or several articles that share a box;
    - `name`, `detail`: the two lines of its box; `said`: all of it, for who does not see it;
    - `relation`, `told`, `reasons`: of the line from the one above it, and what is written there;
    - `href`: where its box leads; `beside`: where its line does.
    """

    look: Look
    name: str
    detail: str = ""
    said: str = ""
    relation: Derivation | None = None
    told: str = ""
    reasons: tuple[str, ...] = ()
    href: str | None = None
    beside: str | None = None
    children: tuple["Relative", ...] = ()


class FamilyTree(NamedTuple):
    """A family under its headline; `facts`: in a line, how large it is and of when."""

    title: str
    facts: str
    top: Relative


class Box(NamedTuple):
    """A text in its place: the upper left corner of its box."""

    text: Relative
    x: float
    y: float


class Line(NamedTuple):
    """A line to a text, as an SVG path, and the middle of its label."""

    text: Relative
    path: str
    x: float
    y: float


class Laid(NamedTuple):
    """A tree laid out."""

    width: int
    height: int
    boxes: list[Box]
    lines: list[Line]


def lay_out(top: Relative) -> Laid:
    """Where the boxes and lines of a tree come, from the upper left corner."""
    width = 2 * MARGIN + (_depth(top) - 1) * COLUMN + BOX
    laid = Laid(width, 2 * MARGIN + _rows(top) * ROW, [], [])
    _place(top, 0, 0, laid)
    return laid


def _rows(text: Relative) -> int:
    return sum(map(_rows, text.children)) or 1


def _depth(text: Relative) -> int:
    return 1 + max(map(_depth, text.children), default=0)


def _place(text: Relative, depth: int, row: int, to: Laid) -> Box:
    """Puts a box beside those below it, at the height of the first."""
    box = Box(text, MARGIN + depth * COLUMN, MARGIN + row * ROW + (ROW - HIGH) // 2)
    to.boxes.append(box)
    for child in text.children:
        to.lines.append(_line(box, _place(child, depth + 1, row, to)))
        row += _rows(child)
    return box


def _line(parent: Box, child: Box) -> Line:
    start, end = parent.x + BOX, child.x
    above, level = parent.y + HIGH / 2, child.y + HIGH / 2
    bend = f"C{start + BEND:g} {above:g} {start:g} {level:g} {start + BEND:g} {level:g}"
    path = f"M{start:g} {above:g}{bend if above != level else ''}H{end:g}"
    return Line(child.text, path, (start + BEND + end) / 2, level)


def draw_family(family: FamilyTree) -> Drawing:
    """One family, for a page that has its title and legend already."""
    laid = lay_out(family.top)
    return Drawing(
        title=f"Family tree: {family.title}",
        description=f"{family.facts}; from left to right in the order in which they were made",
        width=laid.width,
        height=laid.height,
        body=_drawn(laid),
        has_links=any(box.text.href for box in laid.boxes),
    )


def draw_families(families: Sequence[FamilyTree]) -> Drawing:
    """Several families, one below the other, each under its headline."""
    trees = [lay_out(one.top) for one in families]
    width = max((one.width for one in trees), default=0)
    width = max(width, _NARROWEST)
    made = [*_legend()] if families else [_text(_NONE, MARGIN, 26, 14, "dim")]
    y = 44.0
    for family, laid in zip(families, trees, strict=True):
        title = cut(family.title, 16, width - 2 * MARGIN, bold=True)
        made += [
            element("path", d=f"M0 {y:g}H{width}", **stroked("line")),
            _text(title, MARGIN, y + 26, 16, "ink", bold=True),
            _text(cut(family.facts, 12.5, width - 2 * MARGIN), MARGIN, y + 45, 12.5, "dim"),
            element("g", _drawn(laid), transform=f"translate(0 {y + 50:g})"),
        ]
        y += 50 + laid.height + 14
    count = len(families)
    return Drawing(
        title="Who copied whom",
        description=f"{count} {'family' if count == 1 else 'families'} of texts, each from left to "
        "right in the order in which they were made",
        width=width,
        height=round(y),
        body=Markup("".join(made)),
    )


_NONE: Final = "No article has its text from another: each is a source of its own."

_DASHES: Final[dict[Derivation, str | None]] = {"copy": None, "edited": "8 3", "partial": "2 4"}

_LEGEND: Final[tuple[tuple[Derivation, str], ...]] = (
    ("copy", "printed as it was"), ("edited", "reworked"), ("partial", "passages taken in"),
)  # fmt: skip


def _legend() -> Iterator[Markup]:
    x = float(MARGIN)
    for relation, words in _LEGEND:
        yield _thread(f"M{x:g} 22H{x + 32:g}", relation)
        yield _text(words, x + 40, 26, 12, "dim")
        x += 56 + width_of(words, 12)
    yield _text("~ date inferred", x, 26, 12, "dim")


def _drawn(laid: Laid) -> Markup:
    """Lines, then their labels, then boxes: none lies below a line."""
    threads = (_thread(one.path, one.text.relation) for one in laid.lines)
    labels = (_label(one) for one in laid.lines if one.text.relation)
    return Markup("".join([*threads, *labels, *map(_box, laid.boxes)]))


def _thread(path: str, relation: Derivation | None) -> Markup:
    if relation is None:
        return element("path", d=path, **stroked("line", 2))
    return element("path", d=path, **stroked(relation, 2, _DASHES[relation]))


def _label(line: Line) -> Markup:
    text = line.text
    assert text.relation
    made = [
        element("rect", x=line.x - LABEL / 2, y=line.y - 9, width=LABEL, height=18, rx=9,
                **outlined("paper", "line")),
        element("text", text.told, x=line.x, y=line.y + 4, font_size=10.5,
                text_anchor="middle", **filled(text.relation)),
    ]  # fmt: skip
    if text.reasons:
        made.append(element("title", "; ".join(text.reasons)))
    return _linked(made, text.beside, f"Side by side: {text.said}")


_OUTLINES: Final[dict[Look, tuple[Paint, Paint, float, str | None]]] = {
    "article": ("box", "line", 1, None),
    "undated": ("box", "dim", 1, "2 2"),
    "dispatch": ("box", "accent", 1.8, None),
    "state": ("paper", "dim", 1, "4 3"),
    "more": ("shade", "line", 1, None),
}
"""Of each look the paint inside and around, how wide the outline is, and its dashes."""


def _box(box: Box) -> Markup:
    text = box.text
    lead: Paint = "accent" if text.look == "dispatch" else "ink"
    made = [
        element("rect", x=box.x, y=box.y, width=BOX, height=HIGH, rx=5,
                **outlined(*_OUTLINES[text.look])),
        _text(cut(text.name, 12.5, _ROOM, bold=True), box.x + 10,
              box.y + (15 if text.detail else 22), 12.5, lead, bold=True),
    ]  # fmt: skip
    if text.detail:
        made.append(_text(cut(text.detail, 11, _ROOM), box.x + 10, box.y + 29, 11, "dim"))
    if text.said:
        made.append(element("title", text.said))
    return _linked(made, text.href, text.said)


def _linked(made: Sequence[Markup], href: str | None, said: str) -> Markup:
    if href is None:
        return element("g", *made)
    return element("a", *made, href=href, aria_label=said)


def _text(
    words: str, x: float, y: float, size: float, paint: Paint, *, bold: bool = False
) -> Markup:
    weight = "600" if bold else None
    return element("text", words, x=x, y=y, font_size=size, font_weight=weight, **filled(paint))
