"""`variorum show --digest`: the days that matter, told in sentences of the articles."""

from datetime import date

from rich.text import Text

from variorum.cli.places import counted, place_text, print_indented
from variorum.cli.printing import out, safe
from variorum.compare.digest import FEW_DAYS, DigestDay
from variorum.library import Story


def print_digest(story: Story, limit: int) -> None:
    """The days that matter most, in order, with the sentences that tell them best."""
    days = story.digest(days=min(limit, FEW_DAYS))
    if not days:
        out.print("No day is named: the articles were not read, or name none that others name.")
        return
    out.print(f"{counted(len(days), 'day')} that matter most", style="bold")
    is_ahead = False
    for day in days:
        if day.to_come and not is_ahead:
            out.print("\nTo come, after the latest article", style="bold cyan")
        is_ahead = day.to_come
        _print_day(story, day)


def digest_data(story: Story) -> list[DigestDay]:
    """The digest as JSON."""
    return story.digest()


def _print_day(story: Story, day: DigestDay) -> None:
    out.print()
    out.print(f"{date.fromisoformat(day.when):%A, %-d %B %Y}", style="bold magenta")
    print_indented(Text("; ".join(day.reasons), "dim"), 2)
    for one in day.sentences:
        print_indented(safe(one.text), 4)
        print_indented(place_text(story, one.place.article, one.place.start, one.place.end), 6)
