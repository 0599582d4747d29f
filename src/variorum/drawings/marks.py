"""Marks that tell an event's status by shape and by colour."""

from math import sqrt
from typing import Final

from variorum.drawings.markup import Markup, element
from variorum.drawings.palette import filled, stroked
from variorum.record.event import Status

STATUSES: Final[tuple[Status, ...]] = (
    "happened", "ongoing", "planned", "cancelled", "denied", "hypothetical",
)  # fmt: skip
"""In the order of a legend."""

SMALLEST: Final = 5.0
LARGEST: Final = 12.0
"""Pixels of a mark's radius: one independent source, and many."""


def radius_of(sources: int) -> float:
    """The radius of a mark: its area grows with the independent sources, up to a largest."""
    return min(LARGEST, SMALLEST * sqrt(0.7 + 0.3 * max(1, sources)))


def mark(status: Status, x: float, y: float, radius: float) -> Markup:
    """A status as a shape around a point.

    happened: a disc; ongoing: a disc in a ring; planned: a diamond; cancelled: a cross; denied:
    a ring with a bar; hypothetical: a dotted ring.
    """
    match status:
        case "happened":
            return _disc(x, y, radius, status)
        case "ongoing":
            return Markup(_ring(x, y, radius, status) + _disc(x, y, radius * 0.5, status))
        case "planned":
            r = radius * 1.15
            corners = f"M{x:.1f} {y - r:.1f}l{r:.1f} {r:.1f}l-{r:.1f} {r:.1f}l-{r:.1f} -{r:.1f}z"
            return element("path", d=corners, **stroked(status, 2))
        case "cancelled":
            r = radius * 0.8
            strokes = f"M{x - r:.1f} {y - r:.1f}l{2 * r:.1f} {2 * r:.1f}m0 -{2 * r:.1f}"
            return element("path", d=f"{strokes}l-{2 * r:.1f} {2 * r:.1f}", **stroked(status, 3))
        case "denied":
            bar = f"M{x - radius * 0.6:.1f} {y:.1f}h{radius * 1.2:.1f}"
            return Markup(
                _ring(x, y, radius, status) + element("path", d=bar, **stroked(status, 2.5))
            )
        case "hypothetical":
            return element("circle", cx=x, cy=y, r=radius, **stroked(status, 2, "2 3"))


def _disc(x: float, y: float, radius: float, status: Status) -> Markup:
    return element("circle", cx=x, cy=y, r=radius, **filled(status))


def _ring(x: float, y: float, radius: float, status: Status) -> Markup:
    return element("circle", cx=x, cy=y, r=radius, **stroked(status, 2))
