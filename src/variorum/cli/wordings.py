"""`variorum show --wordings`: what retellings call otherwise, by outlet, where it is printed."""

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from variorum.cli.places import counted, place_text, print_indented, print_more
from variorum.cli.printing import clipped, out, safe
from variorum.compare.wordings import KINDS, Wording, WordingKind
from variorum.library import Story
from variorum.views.wordings import WORDING_TITLES

SHOWN_PLACES: Final = 3
"""Places that are listed for one wording; JSON and the export list all."""


def print_wordings(story: Story, limit: int) -> None:
    """The wordings by kind, the most frequent first."""
    wordings = story.wordings
    if not wordings:
        out.print("No retelling replaces words of its source in a way that recurs or takes sides.")
        return
    out.print(counted(len(wordings), "wording"), style="bold")
    for kind in KINDS:
        _print_group(story, kind, [one for one in wordings if one.kind == kind], limit)
    if any(not one.has_direction for one in wordings):
        out.print("\n↔ which of the two was first is not known", style="dim")


def wordings_data(story: Story) -> list[Wording]:
    """The wordings as JSON."""
    return story.wordings


def _print_group(story: Story, kind: WordingKind, wordings: Sequence[Wording], limit: int) -> None:
    if not wordings:
        return
    out.print()
    out.print(
        safe(WORDING_TITLES[kind], "bold magenta").append(f" · {len(wordings):,}", style="dim")
    )
    for wording in wordings[:limit]:
        _print_wording(story, wording)
    print_more(len(wordings) - limit, "wordings")


def _print_wording(story: Story, wording: Wording) -> None:
    line = clipped(wording.before, 60, "red")
    line.append(" → " if wording.has_direction else " ↔ ", style="dim")
    line.append_text(clipped(wording.after, 60, "green"))
    line.append(f"  {counted(wording.count, 'place')}", style="dim")
    if wording.outlets:
        line.append("  by " if wording.has_direction else "  in ", style="dim")
        line.append_text(safe(", ".join(wording.outlets)))
    print_indented(line, 2)
    for place in wording.places[:SHOWN_PLACES]:
        where = place_text(story, place.a.article, place.a.start, place.a.end)
        where.append(" → " if wording.has_direction else " ↔ ", style="dim")
        where.append_text(place_text(story, place.b.article, place.b.start, place.b.end))
        print_indented(where, 6)
    if len(wording.places) > SHOWN_PLACES:
        print_indented(Text(f"and {len(wording.places) - SHOWN_PLACES:,} more places", "dim"), 6)
