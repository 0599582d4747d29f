"""All pages, in the order of the menu. A page is added here, and is then in application and API."""

from typing import Final

from variorum.views.article import ArticleQuery, ArticleView, draw_article
from variorum.views.articles import ArticlesView, draw_articles
from variorum.views.page import ListQuery, Page
from variorum.views.statement import StatementQuery, StatementView, draw_statement
from variorum.views.statements import StatementsQuery, StatementsView, draw_statements

PAGES: Final = (
    Page("statements", "/statements", "Statements", StatementsQuery, StatementsView,
         draw_statements, "statements.html.j2"),
    Page("statement", "/statements/{statement}", "", StatementQuery, StatementView,
         draw_statement, "statement.html.j2"),
    Page("articles", "/articles", "Articles", ListQuery, ArticlesView, draw_articles,
         "articles.html.j2"),
    Page("article", "/articles/{article}", "", ArticleQuery, ArticleView, draw_article,
         "article.html.j2"),
)  # fmt: skip
