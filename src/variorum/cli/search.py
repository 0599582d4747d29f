"""`variorum search`: words in articles, statements, events and positions."""

from typing import Annotated, Any, Final

import typer
from rich.text import Text

from variorum.cli.places import counted, place_text, print_indented
from variorum.cli.printing import out, print_json, safe
from variorum.cli.quotations import named
from variorum.compare.words import sentence_at
from variorum.library import Story, open_story
from variorum.record.errors import InputError
from variorum.record.event import Status
from variorum.record.span import Span
from variorum.record.when import first_day
from variorum.store.naming import StoreName
from variorum.store.searching import Found, FoundKind, Hit, SearchRequest

LONGEST: Final = 400
"""Characters of a result that are printed; `--json` has all."""


def search_command(
    store: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to search.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(help='Words that must all be there; "a phrase"; the head of a word*.'),
    ] = None,
    kind: Annotated[FoundKind | None, typer.Option(help="Only what is of this kind.")] = None,
    speaker: Annotated[
        str, typer.Option(help="Only what is said or wanted by whom this names.")
    ] = "",
    outlet: Annotated[str, typer.Option(help="Only what an outlet of this name has.")] = "",
    day_from: Annotated[str, typer.Option("--from", help="Not before this day: 2031-03-04.")] = "",
    day_to: Annotated[str, typer.Option("--to", help="Not after this day.")] = "",
    issue: Annotated[str, typer.Option(help="Only positions on an issue that holds this.")] = "",
    status: Annotated[Status | None, typer.Option(help="Only events with this status.")] = None,
    limit: Annotated[int, typer.Option(help="Results to list at most.", min=1)] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print the results as JSON.")] = False,
) -> None:
    """Search passages, headlines, statements, events and positions for words."""
    request = SearchRequest(
        kinds=(kind,) if kind else (),
        speaker=speaker,
        outlet=outlet,
        issue=issue,
        status=status,
        first_day=_day(day_from),
        last_day=_day(day_to),
        limit=limit,
    )
    with open_story(store) as story:
        found = story.search(" ".join(words or ()), request)
        if json:
            print_json(_as_data(story, found))
        else:
            _print(story, found)


def _day(typed: str) -> str:
    try:
        return first_day(typed).isoformat() if typed else ""
    except ValueError as error:
        raise InputError(f"{typed} is no day", "Write it as 2031-03-04") from error


def _print(story: Story, found: Found) -> None:
    if not found.total:
        out.print("Nothing is found. Fewer words, the head of a word*, or no options may help.")
        return
    kinds = ", ".join(f"{one.name} {one.found:,}" for one in found.counts["kind"])
    out.print(f"{counted(found.total, 'result')} ({kinds})", style="bold")
    others = [" ".join(phrase) for term in found.terms for phrase in term.phrases[1:]]
    if others:
        out.print(safe(f"Looked for, too: {', '.join(others)}", "dim"))
    for hit in found.hits:
        _print_hit(story, hit)
    if found.total > len(found.hits):
        out.print(f"… and {found.total - len(found.hits):,} more (--limit)", style="dim")


def _print_hit(story: Story, hit: Hit) -> None:
    out.print()
    line = Text.assemble((hit.kind, "magenta"), "  ")
    if hit.speaker_name:
        line.append_text(safe(hit.speaker_name, "bold")).append(": ")
    print_indented(line.append_text(_marked(hit)), 0, hanging=2)
    place = place_text(story, hit.place.article, hit.place.start, hit.place.end)
    if len(hit.articles) > 1:
        sources = len(story.sources_behind(hit.articles))
        counts = counted(len(hit.articles), "article"), counted(sources, "independent source")
        place.append(f" · {counts[0]}, {counts[1]}", style="dim")
    if hit.status:
        place.append(f" · {hit.status}", style="dim")
    print_indented(place, 2)


def _marked(hit: Hit) -> Text:
    """The sentence of the first found words, with these in bold."""
    first = hit.marks[0] if hit.marks else Span(0, 1)
    window = sentence_at(hit.words, first)
    end = min(window.end if hit.marks else len(hit.words), window.start + LONGEST)
    text, at = Text(), window.start
    for mark in hit.marks:
        if window.start <= mark.start and mark.end <= end:
            text.append_text(_part(hit.words[at : mark.start]))
            text.append_text(_part(mark.of(hit.words), "bold yellow"))
            at = mark.end
    return text.append_text(_part(hit.words[at:end]))


def _part(words: str, style: str = "") -> Text:
    """A stretch of words, safe to print, with the spaces at its ends."""
    return safe(f"|{words}|", style)[1:-1]


def _as_data(story: Story, found: Found) -> dict[str, Any]:
    return {
        "total": found.total,
        "counts": {
            name: [one._asdict() for one in counts] for name, counts in found.counts.items()
        },
        "results": [_hit_data(story, hit) for hit in found.hits],
    }


def _hit_data(story: Story, hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "words": hit.words,
        "marks": hit.marks,
        "speaker": hit.speaker or None,
        "speaker_name": hit.speaker_name or None,
        "issue": hit.issue or None,
        "status": hit.status or None,
        "place": hit.place,
        "articles": [named(story.by_id[one]) for one in hit.articles],
        "independent_sources": len(story.sources_behind(hit.articles)),
    }
