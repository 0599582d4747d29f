"""Draws the family tree of some texts: boxes from left to right, a line for each that was made."""

from typing import Final, NamedTuple

from variorum.views.families import Kin
from variorum.views.links import Links

ROW: Final = 44
COLUMN: Final = 298
BOX: Final = 192
HIGH: Final = 36
MARGIN: Final = 8
BEND: Final = 18
"""Pixels: height of a row, width of a generation, width and height of a box, margin, and how far
from its parent's box a line bends."""


class Box(NamedTuple):
    """A box: what is in it, where it leads, and its upper left corner."""

    kin: Kin
    href: str | None
    x: int
    y: int

    @property
    def look(self) -> str:
        """The class of its style."""
        is_guess = self.kin.kind == "article" and (
            self.kin.when is None or self.kin.when.basis == "inferred"
        )
        return "undated" if is_guess else self.kin.kind


class Line(NamedTuple):
    """A line to a box from the one above it; `href` opens the two side by side."""

    path: str
    kin: Kin
    href: str | None
    x: int
    y: int


class FamilyDrawing(NamedTuple):
    """A tree, ready for the template."""

    width: int
    height: int
    boxes: list[Box]
    lines: list[Line]


def draw_family(tree: Kin, links: Links, name: str = "") -> FamilyDrawing:
    """The boxes and lines of a family. `name`: of the place on the page that lists folded boxes."""
    drawing = FamilyDrawing(
        2 * MARGIN + (_depth(tree) - 1) * COLUMN + BOX,
        2 * MARGIN + _rows(tree) * ROW,
        [],
        [],
    )
    _place(tree, links, name, 0, 0, drawing)
    return drawing


def _rows(kin: Kin) -> int:
    return sum(map(_rows, kin.children)) or 1


def _depth(kin: Kin) -> int:
    return 1 + max(map(_depth, kin.children), default=0)


def _place(kin: Kin, links: Links, name: str, depth: int, row: int, to: FamilyDrawing) -> Box:
    """Puts a box beside those below it, at the height of the first."""
    x, y = MARGIN + depth * COLUMN, MARGIN + row * ROW + (ROW - HIGH) // 2
    box = Box(kin, _leads_to(kin, links, name), x, y)
    to.boxes.append(box)
    for child in kin.children:
        to.lines.append(_line(box, _place(child, links, name, depth + 1, row, to), links))
        row += _rows(child)
    return box


def _leads_to(kin: Kin, links: Links, name: str) -> str | None:
    if kin.kind == "more":
        return f"#{name}" if name else None
    return links.page("article", article=kin.article.id) if kin.article else None


def _line(parent: Box, child: Box, links: Links) -> Line:
    start, end = parent.x + BOX, child.x
    above, level = parent.y + HIGH // 2, child.y + HIGH // 2
    bend = f"C{start + BEND} {above} {start} {level} {start + BEND} {level}"
    path = f"M{start} {above}{bend if above != level else ''}H{end}"
    kin = child.kin
    href = None
    if kin.beside and kin.article:
        href = links.page("comparison", one=kin.beside, other=kin.article.id)
    return Line(path, kin, href, (start + BEND + end) // 2, level)
