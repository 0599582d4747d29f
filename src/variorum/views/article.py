"""One article: its text as published, in pieces that carry what was read in them."""

import msgspec

from variorum.views.desk import Desk
from variorum.views.page import NothingThereError, Query, View
from variorum.views.words import ArticleLine, article_line


class ArticleQuery(Query, frozen=True, kw_only=True):
    """Which article, and which of its characters are pointed at: "120-140" (code points)."""

    article: str
    words: str = ""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a block's text; `pointed`: whether it is what a link points at."""

    text: str
    pointed: bool


class ShownBlock(msgspec.Struct, frozen=True):
    """A block of the text with its role."""

    role: str
    pieces: tuple[Piece, ...]


class ArticleView(View, frozen=True, kw_only=True):
    """An article as published."""

    article: ArticleLine
    blocks: tuple[ShownBlock, ...]


def draw_article(desk: Desk, query: ArticleQuery) -> ArticleView:
    """An article; raises `NothingThereError` if there is none of that id."""
    article = desk.story.by_id.get(query.article)
    if article is None:
        raise NothingThereError(
            f"There is no article {query.article}", "Choose one from the list of articles"
        )
    line = article_line(article)
    blocks = tuple(
        ShownBlock(one.role, (Piece(one.span.of(article.text), pointed=False),))
        for one in article.blocks
    )
    return ArticleView(heading=line.title, article=line, blocks=blocks)
