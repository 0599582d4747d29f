"""The timeline of a story as a picture: what happened, what is to come, who says so.

A lane for each day on which something begins, down the page; days without events are left out,
and how many is told. Each event is a mark, larger the more independent sources tell of it, whose
shape and colour are its status; beside it its name, who takes part, and how its status changed.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from variorum.drawings.days import day_and_month, gap_between, weekday_and_year
from variorum.drawings.drawing import Drawing
from variorum.drawings.lanes import Lane, Told, counts_of, in_a_sentence, in_words, who_and_where
from variorum.drawings.lettering import cut, width_of, wrapped
from variorum.drawings.marks import LARGEST, STATUSES, mark, radius_of
from variorum.drawings.markup import Markup, element
from variorum.drawings.palette import Paint, filled, stroked
from variorum.record.event import Status

WIDE: Final = 1080
NARROW: Final = 360
"""Pixels across: on a page, and on a telephone."""

_NARROWEST_CELL: Final = 270
_MARGIN: Final = 8

EventLink = Callable[[str], str | None]
"""Where an event leads to, by its id; None if nowhere."""


def draw_timeline(
    lanes: Sequence[Lane],
    latest: date | None = None,
    link: EventLink = lambda _: None,
    width: int = WIDE,
) -> Drawing:
    """The lanes, drawn `width` pixels across. `latest`: the day of the latest publication."""
    canvas = _Canvas(width, link, latest)
    canvas.legend(lanes)
    past = [lane for lane in lanes if lane.when and not lane.to_come]
    canvas.lanes(past)
    if latest:
        canvas.today(latest)
    ahead = [lane for lane in lanes if lane.when and lane.to_come]
    canvas.lanes(ahead, latest.isoformat() if latest else None)
    canvas.lanes([lane for lane in lanes if lane.when is None])
    return Drawing(
        title="Timeline of what is told",
        description=in_words(lanes, latest),
        width=width,
        height=round(canvas.bottom + 8),
        body=canvas.drawn(),
        has_links=canvas.has_links,
    )


class _Canvas:
    """Puts one thing below the other. `bottom`: how far down it has come, in pixels."""

    def __init__(self, width: int, link: EventLink, latest: date | None) -> None:
        self._latest = latest and latest.isoformat()
        self._width = width
        self._link = link
        self._spine = 88 if width < 600 else 116
        self._start = self._spine + 14
        self._columns = max(1, int((width - self._start) // _NARROWEST_CELL))
        self._cell = (width - self._start) / self._columns
        self._made: list[Markup] = []
        self._behind: list[Markup] = []
        self.bottom = 8.0
        self.has_links = False

    def drawn(self) -> Markup:
        """All that was put down; lines lie behind marks and words."""
        return Markup("".join(self._behind + self._made))

    def legend(self, lanes: Sequence[Lane]) -> None:
        """The statuses that occur, each with its mark."""
        found = {status for lane in lanes for one in lane.events for status in one.course}
        x, y = 14.0, self.bottom + 10
        for status in (one for one in STATUSES if one in found):
            room = 26 + width_of(status, 12)
            if x + room > self._width:
                x, y = 14.0, y + 22
            self._made.append(mark(status, x, y, 6))
            self._text(status, x + 13, y + 4, 12, "dim")
            x += room + 10
        if x + width_of(_SIZES, 12) <= self._width and found:
            self._text(_SIZES, x, y + 4, 12, "dim", italic=True)
        self.bottom = y + (24 if found else 0)

    def lanes(self, lanes: Sequence[Lane], before: str | None = None) -> None:
        """Some days, with what is left out between them and the day `before`."""
        for lane in lanes:
            self._gap(before, lane.when)
            self._lane(lane)
            before = lane.when

    def today(self, latest: date) -> None:
        """The line between what lies before the latest report and what is to come."""
        y = self.bottom + 16
        told = f"Latest report: {latest.day} {latest:%B %Y}"
        self._made.append(
            element("path", d=f"M0 {y:.1f}H{self._width}", **stroked("accent", 2, "7 4"))
        )
        self._made.append(
            element("rect", x=10, y=y - 10, width=width_of(told, 13, bold=True) + 12, height=20,
                    **filled("paper"))
        )  # fmt: skip
        self._text(told, 16, y + 4.5, 13, "accent", bold=True)
        self.bottom = y + 18

    def _gap(self, before: str | None, when: str | None) -> None:
        """How much time lies between two lanes, if days are left out."""
        told = gap_between(before, when)
        if told:
            y = self.bottom
            path = f"M{self._spine} {y:.1f}v22"
            self._behind.append(element("path", d=path, **stroked("dim", 1.5, "1 5")))
            self._text(told, self._start + 14, y + 15, 12, "dim", italic=True)
            self.bottom = y + 22

    def _lane(self, lane: Lane) -> None:
        """One day: its name, and its events beside and below each other."""
        top = self.bottom
        self._made.append(element("path", d=f"M0 {top:.1f}H{self._width}", **stroked("line")))
        first, second = day_and_month(lane.when), weekday_and_year(lane.when)
        if lane.to_come and lane.when and self._latest and lane.when <= self._latest:
            second = "and after"
        if width_of(first, 15, bold=True) > self._spine - 2 * _MARGIN:
            first = first[:3]
        self._text(first, _MARGIN, top + 25, 15, "ink", bold=True)
        self._text(second, _MARGIN, top + 42, 12, "dim")
        y = top + 6
        for at in range(0, len(lane.events), self._columns):
            row = lane.events[at : at + self._columns]
            heights = [
                self._event(one, self._start + column * self._cell, y, self._room(column, len(row)))
                for column, one in enumerate(row)
            ]
            y += max(heights)
        self.bottom = max(y + 4, top + 52)
        if lane.when is not None:
            line = f"M{self._spine} {top:.1f}V{self.bottom:.1f}"
            self._behind.append(element("path", d=line, **stroked("dim", 1.5)))

    def _room(self, column: int, count: int) -> float:
        """How wide the words of an event may be: those of the last of a row run on to the right."""
        cells = self._columns - column if column == count - 1 else 1
        return self._cell * cells - 46

    def _event(self, told: Told, x: float, y: float, room: float) -> float:
        """An event in its cell; gives the height that it takes."""
        left = x + 32
        words = wrapped(told.label, 15, room, 2, bold=True)
        made = [mark(told.course[-1], x + LARGEST + 3, y + 19, radius_of(told.independent_sources))]
        at = y + 24
        for line in words:
            made.append(_text(line, left, at, 15, "ink", bold=True))
            at += 18
        who = who_and_where(told)
        if who:
            made.append(_text(cut(who, 12.5, room), left, at - 1, 12.5, "dim"))
            at += 17
        counts = " · ".join(counts_of(told))
        length = width_of(" → ".join(told.course), 12.5, bold=True)
        if length + width_of(f" · {counts}", 12.5) <= room:
            made.append(_course(told, left, at, f" · {counts}"))
        else:
            made += [_course(told, left, at), _text(counts, left, at + 16, 12.5, "dim")]
            at += 16
        self._made.append(self._linked(told, made))
        return at + 14 - y

    def _linked(self, told: Told, made: Sequence[Markup]) -> Markup:
        title = element("title", in_a_sentence(told))
        href = self._link(told.event)
        if href is None:
            return element("g", title, *made)
        self.has_links = True
        return element("a", title, *made, href=href, aria_label=in_a_sentence(told))

    def _text(
        self, words: str, x: float, y: float, size: float, paint: Paint, *,
        bold: bool = False, italic: bool = False,
    ) -> None:  # fmt: skip
        self._made.append(_text(words, x, y, size, paint, bold=bold, italic=italic))


_SIZES: Final = "the larger, the more independent sources"


def _text(
    words: str, x: float, y: float, size: float, paint: Paint, *,
    bold: bool = False, italic: bool = False,
) -> Markup:  # fmt: skip
    return element(
        "text",
        words,
        x=x,
        y=y,
        font_size=size,
        font_weight="600" if bold else None,
        font_style="italic" if italic else None,
        **filled(paint),
    )


def _course(told: Told, x: float, y: float, behind: str = "") -> Markup:
    """How an event's status changed, and what is told behind it."""
    spans = [_status(told.course[0])]
    for status in told.course[1:]:
        spans += [element("tspan", " → ", **filled("dim")), _status(status)]
    spans.append(element("tspan", behind, **filled("dim")))
    return element("text", *spans, x=x, y=y, font_size=12.5, **filled("dim"))


def _status(status: Status) -> Markup:
    return element("tspan", status, font_weight="600", **filled(status))
