"""Which mentions are one event."""

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from variorum.engine.protocol import Engine
from variorum.record.article import Article
from variorum.record.event import Event
from variorum.record.maker import Maker
from variorum.record.reading import Reading

MAKER: Final = Maker("collate.events", 1)


class EventRow(msgspec.Struct, frozen=True):
    """What joining needs of one event mention."""

    article: str


def rows_of(article: Article, reading: Reading) -> tuple[EventRow, ...]:
    """The rows of one article; entities in `reading` are its own."""
    return ()


def join_events(engine: Engine, rows: Iterable[EventRow], joined: Mapping[str, str]) -> list[Event]:
    """The events of the record, in order of their ids.

    `joined`: the record's entity for an article's.
    """
    return []
