"""All pages, in the order of the menu. A page is added here, and is then in application and API."""

from typing import Final

from variorum.views.article import ArticleQuery, ArticleView, draw_article
from variorum.views.articles import ArticlesView, draw_articles
from variorum.views.page import ListQuery, Page
from variorum.views.search import SearchQuery, SearchView, draw_search

PAGES: Final = (
    Page("articles", "/articles", "Articles", ListQuery, ArticlesView, draw_articles,
         "articles.html.j2"),
    Page("article", "/articles/{article}", "", ArticleQuery, ArticleView, draw_article,
         "article.html.j2"),
    Page("search", "/search", "", SearchQuery, SearchView, draw_search, "search.html.j2"),
)  # fmt: skip
