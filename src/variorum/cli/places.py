"""How views of the record print: lines that wrap, counts, and where words stand."""

from typing import Final

from rich.text import Text

from variorum.cli.printing import day_text, out, outlet_text, safe
from variorum.compare.words import sentence_at
from variorum.library import Story
from variorum.record.span import Span

AROUND: Final = 90
"""Characters of a sentence that are printed before and behind a place in it, at most."""


def print_indented(line: Text, columns: int, hanging: int = 0) -> None:
    """A line, wrapped, without spaces at its ends; what does not fit goes `hanging` further in."""
    indent = columns
    for part in line.wrap(out, max(1, out.width - columns - hanging)):
        part.rstrip()
        out.print(Text(" " * indent).append_text(part))
        indent = columns + hanging


def print_more(count: int, what: str) -> None:
    """How many more there are than `--limit` lets through, if any."""
    if count > 0:
        out.print(f"… and {count:,} more {what} (--limit)", style="dim")


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 source", "2 sources"."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def place_text(story: Story, article: str, start: int, end: int) -> Text:
    """Where words stand: outlet, date, characters."""
    found = story.by_id[article]
    parts = [outlet_text(found), day_text(found.published), f"{start}–{end}"]
    return Text(" · ", "dim").join(safe(part, "dim") for part in parts)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands in a sentence before and behind a place, safe to print.

    It is cut between words if it is longer than `AROUND`; an ellipsis says so.
    """
    sentence = sentence_at(text, Span(start, end))
    return _cut(text[sentence.start : start][::-1])[::-1], _cut(text[end : sentence.end])


def _cut(words: str) -> str:
    flat = safe(f"|{words}|").plain[1:-1]
    return flat if len(flat) <= AROUND else flat[:AROUND].rpartition(" ")[0] + " …"
