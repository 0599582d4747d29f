"""Which quotations are one statement."""

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from variorum.engine.protocol import Engine
from variorum.record.article import Article
from variorum.record.maker import Maker
from variorum.record.reading import Reading
from variorum.record.statement import Statement

MAKER: Final = Maker("collate.statements", 1)


class QuotationRow(msgspec.Struct, frozen=True):
    """What joining needs of one quotation."""

    article: str


def rows_of(article: Article, reading: Reading) -> tuple[QuotationRow, ...]:
    """The rows of one article; entities in `reading` are its own."""
    return ()


def join_statements(
    engine: Engine, rows: Iterable[QuotationRow], joined: Mapping[str, str]
) -> list[Statement]:
    """The statements of the record, in order of their ids.

    `joined`: the record's entity for an article's.
    """
    return []
