"""`variorum show --statements`: what was said, each utterance once, and how outlets word it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from rich.text import Text

from variorum.cli.places import counted, print_indented, print_more
from variorum.cli.printing import clipped, day_text, out, outlet_text, print_json, safe
from variorum.cli.quotations import named
from variorum.compare.speaking import Said, by_speaker, called, in_rank, is_quoted
from variorum.compare.variants import KINDS, as_printed, printed_wordings, range_of
from variorum.library import Quoted, Story
from variorum.record.statement import Statement, VariantKind
from variorum.record.when import When, days

SHOWN_WORDINGS: Final = 5
"""Wordings of one kind that are listed for a statement; `--json` has all."""

SHOWN_PLACES: Final = 6
"""Places that are listed for one wording."""

CLIPPED: Final = 220
"""Characters of a wording other than the fullest."""

_REPORTED: Final = "italic"
"""How words are printed that nobody puts between marks: they are the reporter's."""

Places = Mapping[str, Quoted]


def print_statements(story: Story, speaker: str | None, limit: int, *, json: bool) -> None:
    """The statements, or those of one speaker: by speaker, what most sources tell first."""
    places = {quoted.quotation.id: quoted for quoted in story.quotations()}
    # While a build is under way, or after one that was killed, readings may be newer than the rest.
    known = [one for one in story.statements() if places.keys() >= set(one.quotations)]
    entities = {one.id: one for one in story.entities}
    speakers = by_speaker(known, places, entities, story.sources_behind)
    if speaker is not None:
        speakers = called(speakers, speaker)
    found = in_rank(
        (one for each in speakers for one in each.statements), places, story.sources_behind
    )
    sources = {one.id: len(story.sources_behind(one.articles)) for one in found}
    if json:
        print_json({"statements": [_as_data(one, places, sources[one.id]) for one in found]})
        return
    if not found:
        out.print(_nothing(story, speaker))
        return
    repeated = sum(len(one.articles) > 1 for one in found)
    quoted = sum(is_quoted(one, places) for one in found)
    summary = f"{counted(len(found), 'statement')}, {repeated:,} of them in several articles"
    out.print(summary, style="bold")
    kinds = f"{quoted:,} in the speaker's words, ", f"{len(found) - quoted:,} as reported"
    out.print(Text(kinds[0], "dim").append(kinds[1], style=_REPORTED))
    for each in speakers[:limit]:
        out.print()
        count = f" · {len(each.statements):,}"
        out.print(safe(each.name, "bold magenta").append(count, style="dim"))
        for one in each.statements[:limit]:
            _print_statement(one, places, sources[one.id])
        print_more(len(each.statements) - limit, "statements")
    print_more(len(speakers) - limit, "speakers")


def _nothing(story: Story, speaker: str | None) -> str:
    if next(story.readings, None) is None:
        return "No article was read for quotations: see variorum build."
    if speaker:
        return str(safe(f"No statement of {speaker}."))
    return "The articles quote nobody."


def _print_statement(one: Statement, places: Places, sources: int) -> None:
    wordings = printed_wordings(one, places)
    style = "" if is_quoted(one, places) else _REPORTED
    fullest = wordings[0] if wordings[0].is_fullest else None
    words = safe(fullest.words if fullest else one.text, style)
    if fullest and fullest.cue:
        words = safe(fullest.cue, _REPORTED).append(" ").append_text(words)
    print_indented(words, 2)
    print_indented(_facts(one, sources), 4)
    if fullest:
        print_indented(_places(fullest.places), 4)
    for kind in KINDS:
        others = [each for each in wordings if each.kind == kind and not each.is_fullest]
        for wording in others[:SHOWN_WORDINGS]:
            _print_wording(kind, f"{wording.cue} {wording.words}".lstrip())
            print_indented(_places(wording.places), _HANGING)
        if len(others) > SHOWN_WORDINGS:
            more = counted(len(others) - SHOWN_WORDINGS, "wording")
            print_indented(Text(f"… and {more} more, {kind}", "dim"), _HANGING)


def _print_wording(kind: VariantKind, words: str) -> None:
    """The kind, and beside it the words, however many lines they take."""
    label = Text(f"    {kind}".ljust(_HANGING), style=_STYLES[kind])
    for part in clipped(words, CLIPPED).wrap(out, max(1, out.width - _HANGING)):
        part.rstrip()
        out.print(label.append_text(part))
        label = Text(" " * _HANGING)


_HANGING: Final = 16
"""Columns in front of a wording other than the fullest."""


_STYLES: Final = {
    "identical": "green",
    "truncated": "cyan",
    "reworded": "yellow",
    "paraphrased": "magenta",
}


def _facts(one: Statement, sources: int) -> Text:
    told = [f"said {_day(one.said)}" if one.said else "", one.venue or ""]
    counts = [
        counted(sources, "independent source"),
        counted(len(one.articles), "article"),
    ]
    line = Text(" · ").join(safe(part) for part in (*filter(None, told), *counts))
    line.stylize("bold" if sources > 1 else "dim")
    return line


def _day(when: When) -> str:
    """The day or days, without the clock: "that morning" is from 5 to 12."""
    return day_text(days(*when.days, when.basis))


def _places(where: Sequence[Said]) -> Text:
    """Where a wording is printed: outlet and characters."""
    shown = [
        safe(f"{outlet_text(article)} {place.start}–{place.end}")
        for article, quotation in where[:SHOWN_PLACES]
        for place in [range_of(quotation)]
    ]
    if len(where) > SHOWN_PLACES:
        shown.append(Text(f"and {len(where) - SHOWN_PLACES:,} more places"))
    line = Text(" · ").join(shown)
    line.stylize("dim")
    return line


def _as_data(one: Statement, places: Places, sources: int) -> dict[str, Any]:
    names = (
        "id", "speaker", "speaker_name", "text", "said", "venue", "confidence", "reasons",
    )  # fmt: skip
    return {name: getattr(one, name) for name in names} | {
        "independent_sources": sources,
        "articles": len(one.articles),
        "variants": [_variant(variant.kind, places[variant.quotation]) for variant in one.variants],
    }


def _variant(kind: VariantKind, quoted: Quoted) -> dict[str, Any]:
    place = range_of(quoted.quotation)
    return {
        "kind": kind,
        "quotation": quoted.quotation.id,
        "mode": quoted.quotation.mode,
        "words": as_printed(quoted.article.text, quoted.quotation),
        "article": named(quoted.article),
        "start": place.start,
        "end": place.end,
    }
