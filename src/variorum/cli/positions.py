"""`variorum show --positions`: who stands where on what, and where it is printed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from rich.text import Text

from variorum.cli.printing import clipped, day_text, out, outlet_text, safe
from variorum.library import Story
from variorum.record.article import Article
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
    issues = _by_issue(positions)
    counts = _count(len(positions), "position"), _count(len(issues), "issue")
    out.print(f"{counts[0]} on {counts[1]}", style="bold")
    for issue, some in issues[:limit]:
        out.print()
        out.print(safe(issue, "bold magenta"))
        for position in some:
            _print_position(story, position)
    if len(issues) > limit:
        out.print(f"… and {len(issues) - limit:,} more issues (--limit)", style="dim")


def _nothing(story: Story) -> str:
    if next(story.readings, None) is None:
        return "No article was read for positions: see variorum build."
    return "The articles tell of nobody's stand."


def _by_issue(positions: Iterable[Position]) -> list[tuple[str, list[Position]]]:
    """Issues by how many actors and then places they have; actors by name, then in time."""
    found: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        found[position.issue].append(position)
    for some in found.values():
        some.sort(key=_in_order)
    return sorted(found.items(), key=_weight)


def _weight(item: tuple[str, Sequence[Position]]) -> tuple[int, int, str]:
    issue, some = item
    actors = {one.actor or one.actor_name for one in some}
    return -len(actors), -sum(len(one.evidence) for one in some), issue.casefold()


def _in_order(position: Position) -> tuple[str, str, str]:
    day = position.as_of.written_end.isoformat() if position.as_of else ""
    return position.actor_name.casefold(), day, position.id


def _print_position(story: Story, position: Position) -> None:
    line = Text("  ").append_text(safe(position.actor_name, "bold"))
    line.append("  ").append(position.stance, style=_COLOURS[position.stance])
    if position.condition:
        line.append("  ").append_text(safe(position.condition, "italic"))
    line.append(f"  {_since(story, position)}", style="dim")
    _print_indented(line, 4)
    for place in _shown(story, position)[:_SHOWN_PLACES]:
        _print_place(story, place)
    more = len(position.evidence) - _SHOWN_PLACES
    if more > 0:
        out.print(Text(f"      … and {_count(more, 'more place')}", style="dim"))


def _since(story: Story, position: Position) -> str:
    sources = len(story.sources_behind(place.article for place in position.evidence))
    since = f"as of {day_text(position.as_of)}, " if position.as_of else ""
    return f"{since}{_count(sources, 'source')}"


def _shown(story: Story, position: Position) -> list[Place]:
    """The places of a position, one of each independent source first."""
    seen: set[frozenset[str]] = set()
    first: list[Place] = []
    rest: list[Place] = []
    for place in sorted(position.evidence, key=lambda one: (_day(story, one), one)):
        source = story.sources_behind([place.article])
        (rest if source in seen else first).append(place)
        seen.add(source)
    return first + rest


def _day(story: Story, place: Place) -> str:
    published = story.by_id[place.article].published
    return published.written_end.isoformat() if published else "9999"


def _print_place(story: Story, place: Place) -> None:
    article = story.by_id[place.article]
    line = clipped(place.span.of(article.text), _LONGEST)
    line.append("  ").append_text(safe(_printed_in(article, place), "dim"))
    _print_indented(line, 6)


def _printed_in(article: Article, place: Place) -> str:
    return f"{outlet_text(article)} · {day_text(article.published)} · {place.start}-{place.end}"


def _print_indented(line: Text, columns: int) -> None:
    """A line, wrapped; what does not fit goes on below, indented."""
    width = max(20, out.width - columns)
    for number, part in enumerate(line.wrap(out, width)):
        part.rstrip()
        indent = columns if number or not part.plain.startswith(" ") else 0
        out.print(Text(" " * indent).append_text(part))


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


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
