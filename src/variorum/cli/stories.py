"""`variorum show --stories`: which articles are about one development, and why."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from rich.text import Text

from variorum.cli.places import counted, print_indented
from variorum.cli.printing import day_text, out, outlet_text, safe
from variorum.cli.quotations import named
from variorum.library import Story
from variorum.record.article import Article
from variorum.record.story import StoryGroup

OUTLETS: Final = 6
"""Outlets of a story that are named in its line."""


def stories_data(story: Story) -> list[dict[str, Any]]:
    """The stories, the largest first, for `--json`."""
    return [_as_data(story, one) for one in _by_size(story)]


def print_stories(story: Story, limit: int) -> None:
    """The stories, the largest first; and how many articles stand alone."""
    found = _by_size(story)
    if not found:
        out.print("No two articles are about one development.")
        return
    grouped = {article for one in found for article in one.articles}
    alone = len(story.articles) - len(grouped)
    head = counted(len(found), "story", "stories"), counted(len(grouped), "article")
    line = f"{head[0]} of {head[1]}"
    out.print(f"{line}; {alone:,} more stand alone" if alone else line, style="bold")
    for one in found[:limit]:
        _print_story(story, one, limit)
    if len(found) > limit:
        more = counted(len(found) - limit, "more story", "more stories")
        out.print(f"… and {more} (--limit)", style="dim")


def _by_size(story: Story) -> list[StoryGroup]:
    return sorted(story.stories, key=lambda one: (-len(one.articles), _first_day(one), one.id))


def _print_story(story: Story, one: StoryGroup, limit: int) -> None:
    articles = _articles(story, one)
    out.print()
    out.print(safe(one.label, "bold magenta"))
    sources = len(story.sources_behind(one.articles))
    counts = [
        day_text(one.when),
        counted(len(articles), "article"),
        counted(sources, "independent source"),
        _outlets(articles),
    ]
    print_indented(safe(" · ".join(counts)), 2)
    for reason in one.reasons:
        print_indented(safe(reason, "dim"), 2)
    for article in articles[:limit]:
        line = Text.assemble((day_text(article.published), "dim"), "  ")
        line.append_text(safe(outlet_text(article), "bold")).append("  ")
        print_indented(line.append_text(safe(article.title or "untitled")), 4)
    if len(articles) > limit:
        more = counted(len(articles) - limit, "more article")
        out.print(f"    … and {more} (--limit)", style="dim")


def _articles(story: Story, one: StoryGroup) -> list[Article]:
    """The articles of a story in order of publication."""
    wanted = set(one.articles)
    return [article for article in story.articles if article.id in wanted]


def _outlets(articles: Sequence[Article]) -> str:
    counts = Counter(outlet_text(article) for article in articles)
    names = [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    more = len(names) - OUTLETS
    return ", ".join(names[:OUTLETS]) + (f" and {more:,} more" if more > 0 else "")


def _first_day(one: StoryGroup) -> str:
    return one.when.earliest if one.when else "9999"


def _as_data(story: Story, one: StoryGroup) -> dict[str, Any]:
    articles = _articles(story, one)
    return {
        "id": one.id,
        "label": one.label,
        "when": one.when,
        "articles": [named(article) | {"title": article.title} for article in articles],
        "outlets": sorted({outlet_text(article) for article in articles}),
        "independent_sources": len(story.sources_behind(one.articles)),
        "confidence": one.confidence,
        "reasons": one.reasons,
    }
