"""All pages, in the order of the menu. A page is added here, and is then in application and API."""

from typing import Final

from variorum.views.article import ArticleQuery, ArticleView, draw_article
from variorum.views.articles import ArticlesView, draw_articles
from variorum.views.event import EventQuery, EventView, draw_event
from variorum.views.events import EventsQuery, EventsView, draw_events
from variorum.views.page import ListQuery, Page
from variorum.views.stories import StoriesView, draw_stories
from variorum.views.story import StoryQuery, StoryView, draw_story

PAGES: Final = (
    Page("story", "/story", "Story", StoryQuery, StoryView, draw_story, "story.html.j2"),
    Page("stories", "/stories", "", ListQuery, StoriesView, draw_stories, "stories.html.j2"),
    Page("events", "/events", "", EventsQuery, EventsView, draw_events, "events.html.j2"),
    Page("event", "/events/{event}", "", EventQuery, EventView, draw_event, "event.html.j2"),
    Page("articles", "/articles", "Articles", ListQuery, ArticlesView, draw_articles,
         "articles.html.j2"),
    Page("article", "/articles/{article}", "", ArticleQuery, ArticleView, draw_article,
         "article.html.j2"),
)  # fmt: skip
