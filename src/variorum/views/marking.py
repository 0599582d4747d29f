"""What one article's text is made of: names, quotations, times, events and positions in it."""

from collections.abc import Iterator

from variorum.record.reading import Quotation, Reading
from variorum.record.span import Span
from variorum.record.when import When
from variorum.views.desk import Desk
from variorum.views.phrases import short_day
from variorum.views.pieces import Mark, Marked


def marks_of(desk: Desk, article: str, reading: Reading | None) -> list[Marked]:
    """All that is marked in an article, in no order. `reading`: what it says, if it was read."""
    found = [*_events(desk, article), *_positions(desk, article)]
    if reading:
        found += [*_names(desk, reading), *_quotations(desk, reading), *_times(reading)]
    return found


def _names(desk: Desk, reading: Reading) -> Iterator[Marked]:
    for one in reading.mentions:
        if one.entity:
            page = "actor" if one.entity in desk.acting else ""
            yield Marked(
                Span(one.start, one.end),
                Mark("names", one.kind, page, one.entity if page else ""),
            )


def _quotations(desk: Desk, reading: Reading) -> Iterator[Marked]:
    for one in reading.quotations:
        statement = desk.statement_of.get(one.id, "")
        for part, spans in _parts(one):
            for span in spans:
                page = "statement" if statement else ""
                yield Marked(span, Mark("quotations", part, page, statement))


def _parts(one: Quotation) -> Iterator[tuple[str, tuple[Span, ...]]]:
    yield "content", one.content
    yield "cue", one.cue
    yield "source", one.source


def _times(reading: Reading) -> Iterator[Marked]:
    for one in reading.times:
        yield Marked(Span(one.start, one.end), Mark("times", one.type, told=_told(one.when)))


def _told(when: When | None) -> str:
    """A time as a date, in as few characters as it can be told in."""
    if when is None:
        return ""
    first, last = when.days
    if when.grain == "year" and first.year == last.year:
        return str(first.year)
    if when.grain == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{first:%b %Y}"
    return short_day(when).removeprefix("~ ")


def _events(desk: Desk, article: str) -> Iterator[Marked]:
    for event, place in desk.events_in.get(article, ()):
        told = "" if place.status == "happened" else place.status
        mark = Mark("events", place.status, "event", event.id, told)
        yield Marked(Span(place.start, place.end), mark)


def _positions(desk: Desk, article: str) -> Iterator[Marked]:
    for position, place in desk.positions_in.get(article, ()):
        mark = Mark("positions", position.stance, "position", position.id, position.stance)
        yield Marked(place.span, mark)
