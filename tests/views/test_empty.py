"""Pages of a record that holds little or nothing say so, and offer no filters of it."""

import pytest
from msgspec.structs import replace

from tests.views.remembered import article, story
from tests.views.test_coming import shown
from variorum.library import Story
from variorum.record.story import StoryGroup
from variorum.views.desk import Desk
from variorum.views.pages import PAGES
from variorum.views.stories import label_of_story, story_lines
from variorum.views.story import StoryQuery, draw_story

PLAIN = article("plain", "Nothing was said, and nobody came.", None)
LISTS = {"events": "event", "statements": "statement", "positions": "position", "actors": "actor"}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_nothing_says_that_nothing_could_be_read(name: str) -> None:
    page = next(one for one in PAGES if one.name == name)
    _, text = shown(page, Desk(story(articles=[PLAIN])))
    assert f"No {LISTS[name]} could be read from these articles" in text
    assert "answers to that" not in text
    assert "<form" not in text


@pytest.mark.parametrize("name", ["story", "articles"])
def test_a_record_without_articles_says_how_to_fill_it(name: str) -> None:
    page = next(one for one in PAGES if one.name == name)
    _, text = shown(page, Desk(story()))
    assert "<code>variorum build</code>" in text


def test_one_article() -> None:
    desk = Desk(story(articles=[PLAIN]))
    assert draw_story(desk, StoryQuery()).heading == "What one article tells"
    page = next(one for one in PAGES if one.name == "story")
    assert "No event, statement or position could be read from this article" in shown(page, desk)[1]


def untitled() -> Story:
    bare = replace(article("bare", "The bridge is shut. Cars wait.", 3), title=None)
    late = replace(article("late", "It stays shut.", 4), title=None)
    group = StoryGroup("shut", "Untitled", ("late", "bare"), None)
    return story(articles=[bare, late], stories=[group])


def test_a_story_without_a_headline_is_called_by_the_first_words_of_its_first_article() -> None:
    record = untitled()
    desk = Desk(record)
    (line,) = story_lines(desk, record.stories, 5)
    assert line.label == label_of_story(desk, record.stories[0])
    assert line.label == "“The bridge is shut. Cars wait.”"
