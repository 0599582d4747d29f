"""Which articles are one story."""

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from variorum.engine.protocol import Engine
from variorum.record.article import Article
from variorum.record.maker import Maker
from variorum.record.reading import Reading
from variorum.record.story import StoryGroup

MAKER: Final = Maker("collate.stories", 1)


class ArticleRow(msgspec.Struct, frozen=True):
    """What joining needs of one article."""

    article: str


def rows_of(article: Article, reading: Reading) -> tuple[ArticleRow, ...]:
    """The rows of one article; entities in `reading` are its own."""
    return ()


def join_stories(
    engine: Engine,
    rows: Iterable[ArticleRow],
    joined: Mapping[str, str],
    roots: Mapping[str, frozenset[str]],
) -> list[StoryGroup]:
    """The stories of the record, in order of their ids.

    `joined`: the record's entity for an article's; `roots`: for an article that has its text
    from elsewhere the texts at the top of its tree: copies of one text are one vote.
    """
    return []
