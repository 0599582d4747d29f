"""The event of mentions that a person holds for one."""

from collections.abc import Iterable, Mapping
from typing import Final

from variorum.collate.events.drawing import Told, draw_event
from variorum.collate.events.recorded import together, with_record_entities
from variorum.collate.events.rows import EventRow
from variorum.record.event import Event
from variorum.record.maker import Maker

MAKER: Final = Maker("collate.events", 11)
"""Of events that are joined, whoever joined them."""


def join_chosen(rows: Iterable[EventRow], joined: Mapping[str, str]) -> Event:
    """The event of mentions that a person holds for one, whatever speaks for it."""
    listed = with_record_entities(rows, joined)
    telling = together([row.telling for row in listed])
    return draw_event(Told(tuple(listed), telling, 0.0, ()), str(MAKER))
