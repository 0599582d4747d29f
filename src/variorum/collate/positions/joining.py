"""Which attitudes are one position."""

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from variorum.engine.protocol import Engine
from variorum.record.article import Article
from variorum.record.maker import Maker
from variorum.record.position import Position
from variorum.record.reading import Reading

MAKER: Final = Maker("collate.positions", 1)


class AttitudeRow(msgspec.Struct, frozen=True):
    """What joining needs of one attitude."""

    article: str


def rows_of(article: Article, reading: Reading) -> tuple[AttitudeRow, ...]:
    """The rows of one article; entities in `reading` are its own."""
    return ()


def join_positions(
    engine: Engine, rows: Iterable[AttitudeRow], joined: Mapping[str, str]
) -> list[Position]:
    """The positions of the record, in order of their ids.

    `joined`: the record's entity for an article's.
    """
    return []
