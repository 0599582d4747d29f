"""What drawings are painted with: attributes for a file, classes by which a page repaints them.

The colours are those of the application's light page; attributes give way to any style sheet, so
that a page in the dark paints the same drawing with its own.
"""

from typing import Final, Literal

from variorum.record.event import Status
from variorum.record.lineage import Derivation

Paint = Literal["ink", "dim", "line", "paper", "box", "shade", "accent"] | Status | Derivation

COLOURS: Final[dict[Paint, str]] = {
    "ink": "#1d1c1a",
    "dim": "#645f56",
    "line": "#d9d4c9",
    "paper": "#fbfaf7",
    "box": "#ffffff",
    "shade": "#f1eee7",
    "accent": "#7a2e1d",
    "happened": "#2f6d3e",
    "ongoing": "#1f6f74",
    "planned": "#2f6299",
    "cancelled": "#8b2a1b",
    "denied": "#8b2a1b",
    "hypothetical": "#6a5a94",
    "copy": "#2f6d3e",
    "edited": "#8f5a12",
    "partial": "#2f6299",
}

FONT: Final = "'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"


def filled(paint: Paint) -> dict[str, str]:
    """The attributes of what is filled with a colour."""
    return {"class_": f"fill-{paint}", "fill": COLOURS[paint]}


def stroked(paint: Paint, width: float = 1, dashes: str | None = None) -> dict[str, str]:
    """The attributes of a line, or of an outline that is not filled; widths in pixels."""
    dashed = {"stroke_dasharray": dashes} if dashes else {}
    return {
        "class_": f"stroke-{paint}",
        "fill": "none",
        "stroke": COLOURS[paint],
        "stroke_width": f"{width:g}",
        **dashed,
    }


def outlined(
    inside: Paint, around: Paint, width: float = 1, dashes: str | None = None
) -> dict[str, str]:
    """The attributes of a shape that is filled and has an outline; widths in pixels."""
    return stroked(around, width, dashes) | {
        "class_": f"fill-{inside} stroke-{around}",
        "fill": COLOURS[inside],
    }
