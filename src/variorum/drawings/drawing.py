"""What every drawing gives: SVG for a page, SVG for a file, and PNG."""

from typing import Final

import msgspec

from variorum.drawings.markup import Markup, element
from variorum.drawings.palette import FONT, filled
from variorum.drawings.raster import to_png

ZOOM: Final = 2.0
"""Pixels of a PNG for one of the drawing, as sharp screens have."""


class Drawing(msgspec.Struct, frozen=True):
    """A picture. `title` and `description` say in words what it shows; sizes are in pixels."""

    title: str
    description: str
    width: int
    height: int
    body: Markup
    has_links: bool = False

    def inline(self) -> Markup:
        """For a page, whose style sheet may repaint it by its classes."""
        return self._drawn(self.body)

    def svg(self) -> str:
        """For a file: it stands alone, on paper of its own."""
        paper = element("rect", width=self.width, height=self.height, **filled("paper"))
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{self._drawn(Markup(paper + self.body))}\n'

    def png(self, zoom: float = ZOOM) -> bytes:
        """For a file. Raises `InputError` if the extra `png` is not installed."""
        return to_png(self.svg(), zoom)

    def _drawn(self, body: Markup) -> Markup:
        return element(
            "svg",
            element("title", self.title),
            element("desc", self.description),
            body,
            xmlns="http://www.w3.org/2000/svg",
            class_="drawing",
            role="group" if self.has_links else "img",
            aria_label=self.title,
            viewBox=f"0 0 {self.width} {self.height}",
            width=self.width,
            height=self.height,
            font_family=FONT,
        )
