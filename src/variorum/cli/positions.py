"""`variorum show --positions`: who stands where on what, and where it is printed."""

from typing import Any, Final

from rich.text import Text

from variorum.cli.places import counted, place_text, print_indented, print_more
from variorum.cli.printing import clipped, day_text, out, safe
from variorum.compare.standpoints import by_issue, shown_first
from variorum.library import Story
from variorum.record.position import Position, Stance
from variorum.record.reuse import Place

_COLOURS: Final[dict[Stance, str]] = {
    "for": "green",
    "against": "red",
    "conditional": "yellow",
    "mixed": "cyan",
}
_SHOWN_PLACES: Final = 3
"""Places that are printed of one position; JSON has all."""

_LONGEST: Final = 240
"""Characters of the words that show a position."""


def positions_data(story: Story) -> list[dict[str, Any]]:
    """All positions, for `--json`."""
    return [_as_data(story, one) for one in story.positions]


def print_positions(story: Story, limit: int) -> None:
    """The positions by issue, those first on which most actors stand somewhere; then by actor."""
    positions = story.positions
    if not positions:
        out.print(_nothing(story))
        return
    issues = by_issue(positions)
    counts = counted(len(positions), "position"), counted(len(issues), "issue")
    out.print(f"{counts[0]} on {counts[1]}", style="bold")
    for issue, some in issues[:limit]:
        out.print()
        out.print(safe(issue, "bold magenta"))
        for position in some:
            _print_position(story, position)
    print_more(len(issues) - limit, "issues")


def _nothing(story: Story) -> str:
    if next(story.readings, None) is None:
        return "No article was read for positions: see variorum build."
    return "The articles tell of nobody's stand."


def _print_position(story: Story, position: Position) -> None:
    line = safe(position.actor_name, "bold")
    line.append("  ").append(position.stance, style=_COLOURS[position.stance])
    if position.condition:
        line.append("  ").append_text(safe(position.condition, "italic"))
    line.append(f"  {_since(story, position)}", style="dim")
    print_indented(line, 2, hanging=2)
    for place in shown_first(position, story.by_id, story.sources_behind)[:_SHOWN_PLACES]:
        _print_place(story, place)
    more = len(position.evidence) - _SHOWN_PLACES
    if more > 0:
        print_indented(Text(f"… and {counted(more, 'more place')}", style="dim"), 6)


def _since(story: Story, position: Position) -> str:
    sources = len(story.sources_behind(place.article for place in position.evidence))
    since = f"as of {day_text(position.as_of)}, " if position.as_of else ""
    return f"{since}{counted(sources, 'source')}"


def _print_place(story: Story, place: Place) -> None:
    article = story.by_id[place.article]
    line = clipped(place.span.of(article.text), _LONGEST)
    line.append("  ").append_text(place_text(story, place.article, place.start, place.end))
    print_indented(line, 6)


def _as_data(story: Story, position: Position) -> dict[str, Any]:
    """All that is known of a position, with the words that show it."""
    names = ("id", "actor", "actor_name", "issue", "stance", "condition", "as_of", "confidence",
             "reasons", "maker")  # fmt: skip
    return {name: getattr(position, name) for name in names} | {
        "independent_sources": len(
            story.sources_behind(place.article for place in position.evidence)
        ),
        "evidence": [_placed(story, place) for place in position.evidence],
    }


def _placed(story: Story, place: Place) -> dict[str, Any]:
    article = story.by_id[place.article]
    return {
        "article": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "published": article.published,
        "start": place.start,
        "end": place.end,
        "words": " ".join(place.span.of(article.text).split()),
    }
