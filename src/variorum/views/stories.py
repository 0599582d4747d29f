"""The stories of a record: groups of articles about one development."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from variorum.record.story import StoryGroup
from variorum.record.when import When
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, Part, View, part_of
from variorum.views.words import LONGEST_TITLE, clipped

SHOWN: Final = 50
"""Stories on one part of the list."""


class StoryLine(msgspec.Struct, frozen=True):
    """A story in one line. `label`: the headline of the article that stands nearest to all."""

    id: str
    label: str
    articles: int
    outlets: int
    independent_sources: int
    when: When | None


class StoriesView(View, frozen=True, kw_only=True):
    """The stories, those of the most articles first, then the latest."""

    stories: tuple[StoryLine, ...]
    part: Part


def draw_stories(desk: Desk, query: ListQuery) -> StoriesView:
    """The list of stories; of all of them, whichever the reader has chosen."""
    shown, part = part_of(_ranked(desk.story.stories), query.page, SHOWN)
    return StoriesView(
        heading="The stories", stories=tuple(_line(desk, one) for one in shown), part=part
    )


def story_lines(desk: Desk, groups: Sequence[StoryGroup], most: int) -> list[StoryLine]:
    """The first of some stories in lines."""
    return [_line(desk, one) for one in _ranked(groups)[:most]]


def _ranked(groups: Sequence[StoryGroup]) -> list[StoryGroup]:
    return sorted(groups, key=lambda one: (-len(one.articles), -_latest(one), one.id))


def _latest(group: StoryGroup) -> int:
    return (group.when.days[1] if group.when else date.min).toordinal()


def label_of_story(desk: Desk, group: StoryGroup) -> str:
    """The label of a story; the first words of its first article if none has a headline."""
    if any(desk.story.by_id[one].title for one in group.articles):
        return clipped(group.label, LONGEST_TITLE)
    return desk.line(min(group.articles, key=desk.order.__getitem__)).title


def _line(desk: Desk, group: StoryGroup) -> StoryLine:
    articles = [desk.story.by_id[one] for one in group.articles]
    return StoryLine(
        id=group.id,
        label=label_of_story(desk, group),
        articles=len(articles),
        outlets=len({one.outlet for one in articles if one.outlet}),
        independent_sources=desk.sources(group.articles),
        when=group.when,
    )
