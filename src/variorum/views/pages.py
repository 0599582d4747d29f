"""All pages, in the order of the menu. A page is added here, and is then in application and API."""

from typing import Final

from variorum.views.actor import ActorQuery, ActorView, draw_actor
from variorum.views.actors import ActorsQuery, ActorsView, draw_actors
from variorum.views.article import ArticleQuery, ArticleView, draw_article
from variorum.views.articles import ArticlesView, draw_articles
from variorum.views.comparison import ComparisonQuery, ComparisonView, draw_comparison
from variorum.views.conflicts import ConflictsQuery, ConflictsView, draw_conflicts
from variorum.views.correcting import CorrectionsView, draw_corrections
from variorum.views.event import EventQuery, EventView, draw_event
from variorum.views.events import EventsQuery, EventsView, draw_events
from variorum.views.joining import JoinQuery, JoinView, SplitQuery, SplitView, draw_join, draw_split
from variorum.views.lineage import LineageView, draw_lineage
from variorum.views.outlets import OutletsQuery, OutletsView, draw_outlets
from variorum.views.page import ListQuery, Page
from variorum.views.position import PositionQuery, PositionView, draw_position
from variorum.views.positions import PositionsQuery, PositionsView, draw_positions
from variorum.views.search import SearchQuery, SearchView, draw_search
from variorum.views.since import ChangesQuery, ChangesView, draw_changes
from variorum.views.statement import StatementQuery, StatementView, draw_statement
from variorum.views.statements import StatementsQuery, StatementsView, draw_statements
from variorum.views.stories import StoriesView, draw_stories
from variorum.views.story import StoryQuery, StoryView, draw_story

PAGES: Final = (
    Page("story", "/story", "Story", StoryQuery, StoryView, draw_story, "story.html.j2"),
    Page("stories", "/stories", "", ListQuery, StoriesView, draw_stories, "stories.html.j2"),
    Page("events", "/events", "Events", EventsQuery, EventsView, draw_events, "events.html.j2"),
    Page("event", "/events/{event}", "", EventQuery, EventView, draw_event, "event.html.j2"),
    Page("statements", "/statements", "Statements", StatementsQuery, StatementsView,
         draw_statements, "statements.html.j2"),
    Page("statement", "/statements/{statement}", "", StatementQuery, StatementView,
         draw_statement, "statement.html.j2"),
    Page("positions", "/positions", "Positions", PositionsQuery, PositionsView, draw_positions,
         "positions.html.j2"),
    Page("position", "/positions/{position}", "", PositionQuery, PositionView, draw_position,
         "position.html.j2"),
    Page("actors", "/actors", "Actors", ActorsQuery, ActorsView, draw_actors, "actors.html.j2"),
    Page("actor", "/actors/{actor}", "", ActorQuery, ActorView, draw_actor, "actor.html.j2"),
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
    Page("search", "/search", "", SearchQuery, SearchView, draw_search, "search.html.j2"),
    Page("changes", "/changes", "", ChangesQuery, ChangesView, draw_changes, "changes.html.j2"),
    Page("corrections", "/corrections", "", ListQuery, CorrectionsView, draw_corrections,
         "corrections.html.j2"),
    Page("join", "/join/{thing}", "", JoinQuery, JoinView, draw_join, "join.html.j2"),
    Page("split", "/split/{thing}", "", SplitQuery, SplitView, draw_split, "split.html.j2"),
)  # fmt: skip
