"""The front page: what a record, or one story of it, comes to; each line leads further."""

from datetime import date, timedelta
from typing import Final

import msgspec

from variorum.compare.timeline import Day, most_told
from variorum.compare.words import flat
from variorum.drawings.lanes import Lane, lanes_of
from variorum.record.story import StoryGroup
from variorum.record.when import last_day
from variorum.views.desk import Desk
from variorum.views.differences import (
    ShownDifference,
    ShownReplacement,
    ShownTurn,
    newest_differences,
    newest_turns,
    telling_replacements,
)
from variorum.views.page import Query, View
from variorum.views.said import KeyStatement, ShownStand, key_stands, key_statements
from variorum.views.since import Notice, Since, draw_notice
from variorum.views.stories import StoryLine, label_of_story, story_lines
from variorum.views.words import ArticleLine

SHOWN_STORIES: Final = 5
SHOWN_EVENTS: Final = 12
SHOWN_BACKGROUND: Final = 3
"""Events of long before the first report, or whose day nobody tells."""

BEFORE: Final = timedelta(days=14)
"""How long before the first report an event still belongs to the story, not to its background."""


class StoryQuery(Query, frozen=True, kw_only=True):
    """Which story; all that the record holds if none is named.

    `since`: a time like "2031-03-04 09:40", to be told of what changed after it.
    """

    since: Since | None = None


class Held(msgspec.Struct, frozen=True):
    """How much there is; `first` and `last`: the days between which the articles appeared.

    `conflicts` is none while they are still being worked out.
    """

    articles: int
    outlets: int
    independent_sources: int
    stories: int
    events: int
    statements: int
    positions: int
    conflicts: int | None
    first: date | None
    last: date | None


class StoryView(View, frozen=True, kw_only=True):
    """A story at a glance: when what happened, who said what, who stands where, what is disputed.

    - `story`: the one that is chosen, or that most of the articles tell, if one is;
    - `headline_of`: the article whose headline the heading is, if it is one;
    - `notice`: what changed since the time that is asked for, if anything did;
    - `stories`: the largest and latest, if the record holds several and none is chosen;
    - `timeline`: the events that most sources tell, by day;
    - `turns`, `differences`, `replacements`: what changed in the reports, where they contradict
      each other, what retellings call otherwise; the newest first;
    - `differences_coming`, `replacements_coming`: whether these are still being worked out, and
      will be told when the page is asked for again.
    """

    story: str | None
    headline_of: ArticleLine | None
    held: Held
    notice: Notice | None
    stories: tuple[StoryLine, ...]
    timeline: tuple[Lane, ...]
    statements: tuple[KeyStatement, ...]
    stands: tuple[ShownStand, ...]
    turns: tuple[ShownTurn, ...]
    differences: tuple[ShownDifference, ...]
    replacements: tuple[ShownReplacement, ...]
    differences_coming: bool
    replacements_coming: bool


def draw_story(desk: Desk, query: StoryQuery) -> StoryView:
    """The front page of a record or of one of its stories."""
    groups = [] if query.story else desk.story.stories
    differences_coming = desk.are_conflicts_coming
    replacements_coming = desk.are_wordings_coming
    held = _held(desk, None if differences_coming else len(desk.conflicts))
    group = _main_story(desk)
    return StoryView(
        heading=label_of_story(desk, group) if group else _how_many(held),
        story=group.id if group else None,
        headline_of=_headline_of(desk, group) if group else None,
        held=held,
        notice=draw_notice(desk, query.since),
        stories=tuple(story_lines(desk, groups, SHOWN_STORIES)) if len(groups) > 1 else (),
        timeline=tuple(_main_events(desk, held.first)),
        statements=tuple(key_statements(desk, desk.statements)),
        stands=tuple(key_stands(desk)),
        turns=tuple(newest_turns(desk)),
        differences=() if differences_coming else tuple(newest_differences(desk)),
        replacements=() if replacements_coming else tuple(telling_replacements(desk)),
        differences_coming=differences_coming,
        replacements_coming=replacements_coming,
    )


def _main_story(desk: Desk) -> StoryGroup | None:
    """The story that was chosen, or the one that most of the articles tell."""
    if desk.group:
        return desk.group
    largest = max(desk.story.stories, key=lambda one: len(one.articles), default=None)
    if largest is None or len(largest.articles) * 2 <= len(desk.articles):
        return None
    return largest


def _headline_of(desk: Desk, group: StoryGroup) -> ArticleLine | None:
    named = (one for one in desk.articles if one.id in group.articles)
    found = next((one for one in named if flat(one.title or "") == flat(group.label)), None)
    return desk.line(found.id) if found else None


def _how_many(held: Held) -> str:
    if held.articles == 1:
        return "What one article tells"
    return f"What {held.articles:,} articles tell" if held.articles else "No article yet"


def _held(desk: Desk, conflicts: int | None) -> Held:
    days = [one.published.days for one in desk.articles if one.published]
    return Held(
        articles=len(desk.articles),
        outlets=len({one.outlet for one in desk.articles if one.outlet}),
        independent_sources=len(desk.independent_sources),
        stories=len(desk.story.stories),
        events=len(desk.events),
        statements=len(desk.statements),
        positions=len(desk.positions),
        conflicts=conflicts,
        first=min((first for first, _ in days), default=None),
        last=desk.latest_day,
    )


def _main_events(desk: Desk, first: date | None) -> list[Lane]:
    """The events that most sources tell: of the days of the story, and a few of before."""
    near = [day for day in desk.timeline if _is_near(day, first)]
    far = [day for day in desk.timeline if not _is_near(day, first)]
    background = [
        msgspec.structs.replace(
            day, moments=tuple(one for one in day.moments if one.independent_sources > 1)
        )
        for day in most_told(far, SHOWN_BACKGROUND)
    ]
    days = background + most_told(near, SHOWN_EVENTS)
    in_order = sorted(days, key=lambda day: (day.when is None, day.when or ""))
    return lanes_of(in_order, desk.story.sources_behind, desk.latest_day)


def _is_near(day: Day, first: date | None) -> bool:
    if day.when is None:
        return False
    return first is None or last_day(day.when) >= first - BEFORE
