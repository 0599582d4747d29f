"""`variorum show --statements`: what was said, each utterance once, and how outlets word it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from rich.text import Text

from variorum.cli.places import counted, print_indented, print_more
from variorum.cli.printing import clipped, day_text, out, outlet_text, print_json, safe
from variorum.cli.quotations import UNKNOWN, as_printed, named
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

_KINDS: Final[tuple[VariantKind, ...]] = ("identical", "truncated", "reworded", "paraphrased")

Places = Mapping[str, Quoted]


def print_statements(story: Story, speaker: str | None, limit: int, *, json: bool) -> None:
    """The statements, or those of one speaker: by speaker, what most sources tell first."""
    places = {quoted.quotation.id: quoted for quoted in story.quotations()}
    # While a build is under way, or after one that was killed, readings may be newer than the rest.
    known = [one for one in story.statements() if places.keys() >= set(one.quotations)]
    sources = {one.id: len(story.sources_behind(one.articles)) for one in known}
    found = sorted(
        (one for one in known if _is_by(story, one, speaker)),
        key=lambda one: (-sources[one.id], -len(one.quotations), one.text, one.id),
    )
    found.sort(key=lambda one: not _is_quoted(one, places))
    if json:
        print_json({"statements": [_as_data(one, places, sources[one.id]) for one in found]})
        return
    if not found:
        out.print(_nothing(story, speaker))
        return
    repeated = sum(len(one.articles) > 1 for one in found)
    quoted = sum(_is_quoted(one, places) for one in found)
    summary = f"{counted(len(found), 'statement')}, {repeated:,} of them in several articles"
    out.print(summary, style="bold")
    kinds = f"{quoted:,} in the speaker's words, ", f"{len(found) - quoted:,} as reported"
    out.print(Text(kinds[0], "dim").append(kinds[1], style=_REPORTED))
    speakers = _by_speaker(story, found)
    for name, theirs in speakers[:limit]:
        out.print()
        out.print(safe(name, "bold magenta").append(f" · {len(theirs):,}", style="dim"))
        for one in theirs[:limit]:
            _print_statement(one, places, sources[one.id])
        print_more(len(theirs) - limit, "statements")
    print_more(len(speakers) - limit, "speakers")


def _is_by(story: Story, one: Statement, speaker: str | None) -> bool:
    if speaker is None or speaker == one.speaker:
        return True
    names = [one.speaker_name or "", *_names(story).get(one.speaker or "", ())]
    return any(speaker.casefold() in name.casefold() for name in names)


def _is_quoted(one: Statement, places: Places) -> bool:
    """Whether somebody prints words of it between marks."""
    return any(places[quotation].quotation.mode != "indirect" for quotation in one.quotations)


def _names(story: Story) -> Mapping[str, tuple[str, ...]]:
    """The names of each entity, the fullest first."""
    return {one.id: (one.name, *one.aliases) for one in story.entities}


def _nothing(story: Story, speaker: str | None) -> str:
    if next(story.readings, None) is None:
        return "No article was read for quotations: see variorum build."
    if speaker:
        return str(safe(f"No statement of {speaker}."))
    return "The articles quote nobody."


def _by_speaker(story: Story, found: Iterable[Statement]) -> list[tuple[str, list[Statement]]]:
    """The statements of each speaker; who is quoted by most articles first, nobody last."""
    names = _names(story)
    by_speaker: dict[str, list[Statement]] = defaultdict(list)
    for one in found:
        by_speaker[one.speaker or one.speaker_name or UNKNOWN].append(one)
    titled = [
        (next(iter(names.get(key, ())), theirs[0].speaker_name or UNKNOWN), theirs)
        for key, theirs in by_speaker.items()
    ]
    return sorted(titled, key=lambda row: (row[0] == UNKNOWN, -_articles(row[1]), row[0]))


def _articles(statements: Iterable[Statement]) -> int:
    return sum(len(one.articles) for one in statements)


def _print_statement(one: Statement, places: Places, sources: int) -> None:
    wordings = _wordings(one, places)
    fullest = next(
        (kept for kept in wordings["identical"] if _plain(kept[0]) == _plain(one.text)),
        wordings["identical"][0] if wordings["identical"] else None,
    )
    style = "" if _is_quoted(one, places) else _REPORTED
    print_indented(safe(fullest[0] if fullest else one.text, style), 2)
    print_indented(_facts(one, sources), 4)
    if fullest:
        print_indented(_places(fullest[1]), 4)
    for kind in _KINDS:
        others = [wording for wording in wordings[kind] if wording is not fullest]
        for words, where in others[:SHOWN_WORDINGS]:
            _print_wording(kind, words)
            print_indented(_places(where), _HANGING)
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


def _wordings(one: Statement, places: Places) -> dict[VariantKind, list[tuple[str, list[Quoted]]]]:
    """The wordings of each kind, the commonest first, with the places that print them."""
    found: dict[tuple[VariantKind, str], list[Quoted]] = defaultdict(list)
    printed: dict[tuple[VariantKind, str], str] = {}
    for variant in one.variants:
        quoted = places[variant.quotation]
        words = " … ".join(as_printed(quoted.article.text, quoted.quotation))
        key = variant.kind, _plain(words)
        printed.setdefault(key, words)
        found[key].append(quoted)
    by_kind: dict[VariantKind, list[tuple[str, list[Quoted]]]] = {kind: [] for kind in _KINDS}
    for key in sorted(found, key=lambda key: (-len(found[key]), -len(key[1]), key[1])):
        by_kind[key[0]].append((printed[key], sorted(found[key], key=_in_time)))
    return by_kind


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _in_time(quoted: Quoted) -> tuple[str, str, int]:
    published = quoted.article.published
    moment = published.written_end.isoformat() if published else "9999"
    return moment, quoted.article.id, _range(quoted)[0]


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


def _places(where: list[Quoted]) -> Text:
    """Where a wording is printed: outlet and characters."""
    shown = [
        safe(f"{outlet_text(quoted.article)} {_range(quoted)[0]}–{_range(quoted)[1]}")
        for quoted in where[:SHOWN_PLACES]
    ]
    if len(where) > SHOWN_PLACES:
        shown.append(Text(f"and {len(where) - SHOWN_PLACES:,} more places"))
    line = Text(" · ").join(shown)
    line.stylize("dim")
    return line


def _range(quoted: Quoted) -> tuple[int, int]:
    content = quoted.quotation.content
    return min(span.start for span in content), max(span.end for span in content)


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
    start, end = _range(quoted)
    return {
        "kind": kind,
        "quotation": quoted.quotation.id,
        "mode": quoted.quotation.mode,
        "words": as_printed(quoted.article.text, quoted.quotation),
        "article": named(quoted.article),
        "start": start,
        "end": end,
    }
