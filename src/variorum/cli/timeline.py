"""`variorum show --timeline`: what happened and is to come, and how many sources say so."""

from datetime import date, timedelta
from typing import Final

from rich.text import Text

from variorum.cli.places import counted, place_text, print_indented, print_more
from variorum.cli.printing import clipped, day_text, out, safe
from variorum.compare.timeline import Day, Moment, most_told, places_of, without_faint
from variorum.library import Story
from variorum.record.statement import Statement
from variorum.record.when import When

SHOWN_PLACES: Final = 2
"""Articles that are listed for one event; JSON and the export list all."""

SHOWN_FAINT: Final = 5
"""Events without a time that only one source tells."""

SHOWN_STATEMENTS: Final = 3
"""What was said on a day that is listed, of what at least two sources report."""

_STYLES: Final = {
    "happened": "green", "ongoing": "green", "planned": "cyan", "cancelled": "red",
    "denied": "red", "hypothetical": "yellow",
}  # fmt: skip


def print_timeline(story: Story, limit: int) -> None:
    """The events that the most sources tell, in order of their days; the undated last."""
    days = story.timeline()
    total = sum(len(day.moments) for day in days)
    if not total:
        out.print("No event is known: the articles were not read, or tell of none.")
        return
    out.print(counted(total, "event"), style="bold")
    shown, left = without_faint(most_told(days, limit), SHOWN_FAINT)
    is_ahead = False
    for day in shown:
        if day.to_come and not is_ahead:
            out.print("\nTo come, after the latest article", style="bold cyan")
        is_ahead = day.to_come
        _print_day(story, day)
    if left:
        what = counted(left, "event without a time", "events without a time")
        out.print(f"… and {what} that only one source tells (--json lists all)", style="dim")
    print_more(total - limit, "events that fewer sources tell")


def timeline_data(story: Story) -> list[Day]:
    """The whole timeline as JSON."""
    return story.timeline()


def _print_day(story: Story, day: Day) -> None:
    name = _heading(day.when)
    out.print()
    out.print(name, style="bold magenta")
    for moment in day.moments:
        _print_moment(story, moment)
    told = [one for one in day.statements if len(story.sources_behind(one.articles)) > 1]
    for statement in told[:SHOWN_STATEMENTS]:
        _print_statement(story, statement)


def _heading(when: str | None) -> str:
    """A day or a month as an editor writes it."""
    if when is None:
        return "No day told"
    if len(when) == len("2031-03"):
        return f"{date.fromisoformat(when + '-01'):%B %Y}"
    return f"{date.fromisoformat(when):%A, %-d %B %Y}"


def _print_moment(story: Story, moment: Moment) -> None:
    event = moment.event
    line = safe(event.label, "bold")
    names = list(dict.fromkeys(one.name for one in event.participants))
    for told in (", ".join(names), event.place if event.place not in names else None):
        if told:
            line.append(" · ", style="dim").append_text(safe(told))
    line.append(" · ", style="dim").append(event.status, style=_STYLES[event.status])
    if event.when and event.when.days[0] != event.when.days[1] and not _is_a_month(event.when):
        line.append(f" · {day_text(event.when)}", style="dim")
    print_indented(line, 2)
    counts = f"{counted(moment.independent_sources, 'independent source')}, "
    counts += counted(moment.articles, "article")
    if len(moment.statuses) > 1:
        counts += "; " + ", ".join(f"{status} in {count}" for status, count in moment.statuses)
    print_indented(Text(counts, "dim"), 4)
    places = places_of(event)
    first = [article for article in story.by_id if article in places][:SHOWN_PLACES]
    for article in first:
        print_indented(place_text(story, article, *places[article]), 6)


def _is_a_month(when: When) -> bool:
    first, last = when.days
    return first.day == 1 and (last + timedelta(1)).day == 1 and first.month == last.month


def _print_statement(story: Story, statement: Statement) -> None:
    sources = len(story.sources_behind(statement.articles))
    line = safe(f"{statement.speaker_name or 'Somebody'}:", "italic").append(" ")
    line.append_text(clipped(statement.text, 160))
    print_indented(line.append(f"  {counted(sources, 'source')}", style="dim"), 2)
