"""`variorum show --conflicts`: where reports tell one thing differently, each with its words."""

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from variorum.cli.places import around, counted, place_text, print_indented, print_more
from variorum.cli.printing import clipped, out, safe
from variorum.compare.conflicts import KINDS, Claim, Conflict, is_about_claim, sides_of
from variorum.compare.words import unlike
from variorum.library import Story
from variorum.views.conflicts import TITLES, UPDATES

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
        _print_group(story, TITLES[kind], [one for one in open_ones if one.kind == kind], limit)
    _print_group(story, UPDATES, updates, limit)


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
    out.print()
    if conflict.about and not is_about_claim(conflict, story.by_id):
        print_indented(clipped(conflict.about, 200, "bold"), 2)
    sides = sides_of(conflict)
    for number, side in enumerate(sides):
        other = sides[1 if number == 0 else 0][0]
        _print_side(story, side, other.value)
    reasons = "; ".join(conflict.reasons)
    print_indented(safe(f"{reasons} ({conflict.confidence:.2f})", "dim italic"), 4)


def _print_side(story: Story, claims: Sequence[Claim], other: str) -> None:
    """What one side says, within its sentence; where it differs from the other is marked."""
    sources = len(story.sources_behind(claim.article for claim in claims))
    line = _stretch(story, claims[0], other)
    line.append(f"  {counted(sources, 'source')}", style="dim")
    mark = Text("    ≠ ", "yellow")
    for part in line.wrap(out, max(1, out.width - len(mark))):
        part.rstrip()
        out.print(Text.assemble(mark, part))
        mark = Text(" " * len(mark))
    for claim in claims[:SHOWN_PLACES]:
        print_indented(place_text(story, claim.article, claim.start, claim.end), 8)
    if len(claims) > SHOWN_PLACES:
        print_indented(Text(f"and {len(claims) - SHOWN_PLACES:,} more places", "dim"), 8)


def _stretch(story: Story, claim: Claim, other: str) -> Text:
    """A claim with the words around it in its sentence."""
    text = story.by_id[claim.article].text
    before, after = around(text, claim.start, claim.end)
    return Text.assemble(before, _marked(text[claim.start : claim.end], other), after)


def _marked(words: str, other: str) -> Text:
    """Words in bold; those that the other side has not are in colour too."""
    return Text.assemble(
        *(
            # Between marks, so that the space at a piece's end stays.
            Text(safe(f"|{piece}|").plain[1:-1], "bold yellow" if is_new else "bold")
            for piece, is_new in unlike(words, other)
        )
    )
