"""`variorum show --conflicts`: where reports tell one thing differently, each with its words."""

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from variorum.cli.places import counted, place_text, print_indented, print_more
from variorum.cli.printing import clipped, out, safe
from variorum.compare.conflicts import KINDS, Claim, Conflict
from variorum.library import Story

_TITLES: Final = {
    "number": "Numbers",
    "date": "Dates",
    "status": "Whether and how it happened",
    "attribution": "Who says so",
    "wording": "What was meant",
}
SHOWN_PLACES: Final = 4
"""Places that are listed for one side; JSON and the export list all."""


def print_conflicts(story: Story, limit: int) -> None:
    """The conflicts by kind, what is surest first, and what a text only updates last."""
    conflicts = story.conflicts
    if not conflicts:
        out.print("The reports contradict each other nowhere that Variorum can tell.")
        return
    open_ones = [one for one in conflicts if not one.is_update]
    updates = [one for one in conflicts if one.is_update]
    out.print(counted(len(open_ones), "conflict"), style="bold")
    for kind in KINDS:
        _print_group(story, _TITLES[kind], [one for one in open_ones if one.kind == kind], limit)
    _print_group(story, "Put right or changed by the same outlet or agency later", updates, limit)


def conflicts_data(story: Story) -> list[Conflict]:
    """The conflicts as JSON."""
    return story.conflicts


def _print_group(story: Story, title: str, conflicts: Sequence[Conflict], limit: int) -> None:
    if not conflicts:
        return
    out.print()
    out.print(safe(title, "bold magenta").append(f" · {len(conflicts):,}", style="dim"))
    for conflict in conflicts[:limit]:
        _print_conflict(story, conflict)
    print_more(len(conflicts) - limit, "conflicts")


def _print_conflict(story: Story, conflict: Conflict) -> None:
    print_indented(clipped(conflict.about, 300), 2)
    at = 0
    for size in conflict.sides:
        _print_side(story, conflict.claims[at : at + size])
        at += size
    reasons = "; ".join(conflict.reasons)
    print_indented(safe(f"{reasons} ({conflict.confidence:.2f})", "dim italic"), 4)


def _print_side(story: Story, claims: Sequence[Claim]) -> None:
    sources = len(story.sources_behind(claim.article for claim in claims))
    line = Text("≠ ", "yellow").append_text(clipped(claims[0].value, 160, "bold"))
    print_indented(line.append(f"  {counted(sources, 'source')}", style="dim"), 4)
    for claim in claims[:SHOWN_PLACES]:
        print_indented(place_text(story, claim.article, claim.start, claim.end), 8)
    if len(claims) > SHOWN_PLACES:
        print_indented(Text(f"and {len(claims) - SHOWN_PLACES:,} more places", "dim"), 8)
