"""`variorum show --coverage`: which outlet reports, paraphrases or omits what others tell."""

from typing import Final

from rich.text import Text

from variorum.cli.places import around, counted, place_text, print_indented, print_more
from variorum.cli.printing import clipped, out, outlet_text, safe
from variorum.compare.coverage import Covered
from variorum.library import Story
from variorum.record.lineage import Lineage
from variorum.record.reuse import Place

SHOWN_LEFT_OUT: Final = 3
"""Paragraphs left out of a retelling that are printed; the report shows all."""


def print_coverage(story: Story, limit: int) -> None:
    """What the most sources tell, what only one has, and what retellings left out."""
    covered = story.coverage()
    if not covered and not story.lineage:
        out.print("Nothing to compare: no statement or event is known, and no article is retold.")
        return
    shared = [one for one in covered if one.only_in is None]
    single = [one for one in covered if one.only_in is not None]
    _print_shared(story, shared, limit)
    _print_single(story, single, limit)
    _print_left_out(story, limit)


def coverage_data(story: Story) -> list[Covered]:
    """The coverage of all statements and events as JSON."""
    return story.coverage()


def _print_shared(story: Story, covered: list[Covered], limit: int) -> None:
    if not covered:
        return
    out.print(counted(len(covered), "thing") + " that several sources tell", style="bold")
    for one in covered[:limit]:
        line = _title(story, one, 200, "bold")
        print_indented(line.append(f"  {counted(one.independent_sources, 'source')}", "dim"), 2)
        for how, verb in (("reports", "told by"), ("paraphrases", "only paraphrased by")):
            for telling in one.tellings:
                if telling.how == how and telling.place:
                    place = telling.place
                    where = place_text(story, place.article, place.start, place.end)
                    print_indented(Text(f"{verb} ", "dim").append_text(where), 6)
        if omitting := one.of("omits"):
            names = ", ".join(_named(story, outlet) for outlet in omitting)
            print_indented(Text("omitted by ", "yellow").append_text(safe(names)), 6)
    print_more(len(covered) - limit, "things that several sources tell")
    out.print()


def _print_single(story: Story, covered: list[Covered], limit: int) -> None:
    if not covered:
        return
    out.print(counted(len(covered), "thing") + " that only one source has", style="bold")
    for one in covered[:limit]:
        print_indented(_title(story, one, 160), 2)
        place = _first(one)
        if place:
            print_indented(place_text(story, place.article, place.start, place.end), 6)
    print_more(len(covered) - limit, "things that only one source has")
    out.print()


def _title(story: Story, one: Covered, length: int, style: str = "") -> Text:
    """What is told; of an event, whose name alone tells little, the sentence."""
    place = _first(one)
    if one.kind == "statement" or place is None:
        return clipped(one.text, length, style)
    text = story.by_id[place.article].text
    before, after = around(text, place.start, place.end)
    label = clipped(one.text, length, "bold").append(": ", style="dim")
    return label.append_text(Text.assemble(before, safe(place.span.of(text), "bold"), after))


def _first(one: Covered) -> Place | None:
    """Where the first outlet that has it tells it."""
    return next((telling.place for telling in one.tellings if telling.place), None)


def _named(story: Story, outlet: str) -> str:
    return outlet_text(story.by_id[outlet]) if outlet in story.by_id else outlet


def _print_left_out(story: Story, limit: int) -> None:
    """The paragraphs that retellings leave out of the article that they were made from."""
    told = 0
    for edge in story.lineage:
        if edge.relation == "partial" or edge.parent not in story.by_id:
            continue
        if told == 0:
            out.print("Left out in retelling", style="bold")
        if told < limit:
            _print_retelling(story, edge)
        told += 1
    print_more(told - limit, "retellings")


def _print_retelling(story: Story, edge: Lineage) -> None:
    retelling = story.retelling(edge.parent, edge.child)
    names = [safe(outlet_text(story.by_id[one]), "bold") for one in (edge.parent, edge.child)]
    line = names[1].append(" leaves out of ", style="dim").append_text(names[0])
    missing = [*retelling.left_out, *retelling.left_out_inside]
    if not missing:
        line.append(" nothing", style="dim")
    print_indented(line, 2)
    for place in missing[:SHOWN_LEFT_OUT]:
        text = story.by_id[place.article].text
        print_indented(clipped(place.span.of(text), 160), 4)
        print_indented(place_text(story, place.article, place.start, place.end), 6)
    if len(missing) > SHOWN_LEFT_OUT:
        print_indented(Text(f"and {len(missing) - SHOWN_LEFT_OUT:,} more passages", "dim"), 4)
