"""All pages, in the order of the menu. A page is added here, and is then in application and API."""

from typing import Final

from variorum.views.article import ArticleQuery, ArticleView, draw_article
from variorum.views.articles import ArticlesView, draw_articles
from variorum.views.correcting import CorrectionsView, draw_corrections
from variorum.views.joining import (
    JoinQuery,
    JoinView,
    SplitQuery,
    SplitView,
    draw_join,
    draw_split,
)
from variorum.views.page import ListQuery, Page

PAGES: Final = (
    Page("articles", "/articles", "Articles", ListQuery, ArticlesView, draw_articles,
         "articles.html.j2"),
    Page("article", "/articles/{article}", "", ArticleQuery, ArticleView, draw_article,
         "article.html.j2"),
    Page("corrections", "/corrections", "", ListQuery, CorrectionsView, draw_corrections,
         "corrections.html.j2"),
    Page("join", "/join/{thing}", "", JoinQuery, JoinView, draw_join, "join.html.j2"),
    Page("split", "/split/{thing}", "", SplitQuery, SplitView, draw_split, "split.html.j2"),
)  # fmt: skip
