"""`variorum show --changes`: what changed since a time, each line with the words that carry it."""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
from rich.text import Text

from variorum.cli.places import around, counted, place_text, print_indented, print_more
from variorum.cli.printing import clipped, out, print_json, safe
from variorum.compare.since import KINDS, News
from variorum.library import Story
from variorum.library.asking import moment_of
from variorum.record.reuse import Place
from variorum.views.desk import Desk
from variorum.views.phrases import came
from variorum.views.since import TITLES, arrivals_of, before_the_last, edits_of

SHOWN_EDITS = 4
"""Edits of one version; `show --pair` lists all."""


class ChangesData(msgspec.Struct, frozen=True):
    """What changed `since` a moment; `latest`: when the last articles came."""

    since: str | None
    latest: str | None
    changes: Sequence[News]


def print_changes(story: Story, since: str | None, limit: int, *, json: bool) -> None:
    """What changed since a time, or since the articles came before the last, by kind.

    Raises `InputError` for what is no time.
    """
    arrivals = arrivals_of(Desk(story))
    known = moment_of(since, datetime.now(UTC)) if since else before_the_last(arrivals)
    news = story.news(known) if known else []
    latest = arrivals[0].at if arrivals else None
    if json:
        print_json(ChangesData(known, latest, news))
    elif known is None:
        out.print("All that is here came at once: when more comes, its changes are listed here.")
    elif not news:
        out.print(f"Nothing has changed since {came(known)}.")
    else:
        out.print(f"Since {came(known)}", style="bold")
        for kind in KINDS:
            _print_group(story, [one for one in news if one.kind == kind], limit)


def _print_group(story: Story, news: Sequence[News], limit: int) -> None:
    if not news:
        return
    out.print()
    title = TITLES[news[0].kind]
    out.print(safe(title, "bold magenta").append(f" · {len(news):,}", style="dim"))
    for one in news[:limit]:
        _print_news(story, one)
    print_more(len(news) - limit, "of these")


def _print_news(story: Story, news: News) -> None:
    line = clipped(f"{news.who}: {news.label}" if news.who else news.label, 160, "bold")
    if news.before:
        line.append(f" · {news.before} then {news.after}", style="cyan")
    elif news.noun in ("event", "position"):
        line.append(f" · {news.after}", style="cyan")
    if news.noun != "article":
        sources = counted(news.independent_sources, "independent source")
        line.append(f"  {sources}", style="dim")
    print_indented(line, 2, 2)
    if news.kind == "version":
        _print_edits(story, news)
    elif news.noun not in ("article", "statement"):
        _print_words(story, news.place, "+", "green")
        if news.earlier and (news.before or news.kind == "conflict"):
            _print_words(story, news.earlier, "≠" if news.kind == "conflict" else "-", "yellow")
    print_indented(place_text(story, news.place.article, news.place.start, news.place.end), 6)


def _print_words(story: Story, place: Place, mark: str, style: str) -> None:
    """Words in their sentence."""
    text = story.by_id[place.article].text
    before, after = around(text, place.start, place.end)
    words = Text(safe(f"|{text[place.start : place.end]}|").plain[1:-1], style)
    print_indented(Text.assemble((f"{mark} ", style), before, words, after), 4, 2)


def _print_edits(story: Story, news: News) -> None:
    edits = edits_of(Desk(story), news)
    for one in edits[:SHOWN_EDITS]:
        line = Text()
        if one.before:
            line.append_text(clipped(one.before, 100, "red"))
        line.append(" → " if one.before and one.after else "", style="dim")
        if one.after:
            line.append_text(clipped(one.after, 100, "green"))
        print_indented(line, 4, 2)
    print_more(len(edits) - SHOWN_EDITS, "changes")
