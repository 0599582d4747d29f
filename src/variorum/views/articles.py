"""The articles of a record, and what gave none."""

from typing import Final

import msgspec

from variorum.record.failure import Failure
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, Part, View, part_of
from variorum.views.words import ArticleLine, article_line

SHOWN: Final = 100
"""Articles on one part of the list."""


class ListedArticle(msgspec.Struct, frozen=True):
    """An article of the list, with the agencies that it credits."""

    article: ArticleLine
    agencies: tuple[str, ...]


class ArticlesView(View, frozen=True, kw_only=True):
    """The articles in order of publication, those of unknown date last."""

    articles: tuple[ListedArticle, ...]
    part: Part
    failures: tuple[Failure, ...]


def draw_articles(desk: Desk, query: ListQuery) -> ArticlesView:
    """The list of articles."""
    shown, part = part_of(desk.articles, query.page, SHOWN)
    return ArticlesView(
        heading="The articles",
        articles=tuple(
            ListedArticle(
                article_line(one),
                tuple(
                    agency.name if agency.role == "origin" else f"{agency.name} (contributor)"
                    for agency in one.agencies
                ),
            )
            for one in shown
        ),
        part=part,
        failures=() if desk.group or query.page > 1 else tuple(desk.story.failures[:200]),
    )
