"""All pages, in the order of the menu. A page is added here, and is then in application and API."""

from typing import Final

from variorum.views.article import ArticleQuery, ArticleView, draw_article
from variorum.views.articles import ArticlesView, draw_articles
from variorum.views.comparison import ComparisonQuery, ComparisonView, draw_comparison
from variorum.views.conflicts import ConflictsQuery, ConflictsView, draw_conflicts
from variorum.views.lineage import LineageView, draw_lineage
from variorum.views.outlets import OutletsQuery, OutletsView, draw_outlets
from variorum.views.page import ListQuery, Page

PAGES: Final = (
    Page("lineage", "/lineage", "Lineage", ListQuery, LineageView, draw_lineage,
         "lineage.html.j2"),
    Page("comparison", "/compare/{one}/{other}", "", ComparisonQuery, ComparisonView,
         draw_comparison, "comparison.html.j2"),
    Page("outlets", "/outlets", "Outlets", OutletsQuery, OutletsView, draw_outlets,
         "outlets.html.j2"),
    Page("conflicts", "/conflicts", "Conflicts", ConflictsQuery, ConflictsView, draw_conflicts,
         "conflicts.html.j2"),
    Page("articles", "/articles", "Articles", ListQuery, ArticlesView, draw_articles,
         "articles.html.j2"),
    Page("article", "/articles/{article}", "", ArticleQuery, ArticleView, draw_article,
         "article.html.j2"),
)  # fmt: skip
