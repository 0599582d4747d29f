"""Drawings in templates: with the links of the page or file that they stand in."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from variorum.drawings.lanes import Lane
from variorum.drawings.timeline import draw_timeline
from variorum.views.links import Links


def timeline(lanes: Sequence[Lane], latest: date | None, links: Links, width: int) -> Markup:
    """The timeline; each event leads to its page."""
    drawing = draw_timeline(lanes, latest, lambda event: links.page("event", event=event), width)
    return Markup(drawing.inline())
