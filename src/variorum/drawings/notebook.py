"""Lists that a notebook shows: statements as a table, a timeline as a picture."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from variorum.compare.timeline import Day, Sources, most_told
from variorum.drawings.drawing import Drawing
from variorum.drawings.lanes import lanes_of
from variorum.drawings.markup import Markup, element
from variorum.drawings.timeline import draw_timeline
from variorum.record.statement import Statement

MOST_ROWS: Final = 50
MOST_EVENTS: Final = 24
LONGEST_TEXT: Final = 400
"""Statements, events and characters of a statement that are shown; the list holds all."""


class Timeline(list[Day]):
    """The days of a story in order. `latest`: the day of the latest publication."""

    def __init__(self, days: Iterable[Day], sources: Sources, latest: date | None = None) -> None:
        super().__init__(days)
        self._sources = sources
        self.latest = latest

    def drawing(self, limit: int = MOST_EVENTS) -> Drawing:
        """The picture of so many events: those that the most independent sources tell."""
        lanes = lanes_of(most_told(self, limit), self._sources, self.latest)
        return draw_timeline(lanes, self.latest)

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return str(self.drawing().inline())


class Statements(list[Statement]):
    """What was said, each utterance once."""

    def __init__(self, statements: Iterable[Statement], sources: Sources) -> None:
        super().__init__(statements)
        self._sources = sources

    def _repr_html_(self) -> str:
        """What a notebook shows: the statements of the most independent sources."""
        weighed = sorted(
            ((len(self._sources(one.articles)), one) for one in self),
            key=lambda row: (-row[0], -len(row[1].articles), row[1].id),
        )
        names = ("Speaker", "Statement", "Said", "Independent sources", "Articles")
        head = element("tr", *(element("th", one, scope="col") for one in names))
        rows = [_row(one, sources) for sources, one in weighed[:MOST_ROWS]]
        shown = f"{min(len(self), MOST_ROWS)} of {len(self)} statements"
        return str(
            element("table", element("caption", shown), element("thead", head),
                    element("tbody", *rows))
        )  # fmt: skip


def _row(one: Statement, sources: int) -> Markup:
    text = " ".join(one.text[: 2 * LONGEST_TEXT].split())
    short = text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rstrip() + "…"
    cells = (
        (one.speaker_name or "")[:LONGEST_TEXT],
        short,
        _days(one),
        str(sources),
        str(len(one.articles)),
    )
    return element("tr", *(element("td", cell or "–") for cell in cells))


def _days(one: Statement) -> str:
    if one.said is None:
        return ""
    first, last = one.said.days
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
