"""How commands print: for a person, or JSON for a program. Article text never steers a terminal."""

import re
import sys
from typing import Any, Final

import msgspec
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from variorum.record.article import Article
from variorum.record.when import When

_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, escape sequences, marks that turn the direction of writing, half characters
(a file name's bytes that are no UTF-8)."""

out: Final = Console(soft_wrap=False, highlight=False)
err: Final = Console(stderr=True, highlight=False)


def safe(text: str, style: str = "") -> Text:
    """Text of an article as it may be printed: no control characters, no markup."""
    return Text(_harmless(" ".join(text.split())), style=style)


def _harmless(text: str) -> str:
    return _UNSAFE.sub("�", text)


def say(*parts: str | tuple[str, str], on: Console = out) -> None:
    """Print one line of words, some with a style. Paths and commands in it stay whole."""
    line = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        line.append(_harmless(words), style)
    on.print(line, soft_wrap=True)


def clipped(text: str, length: int, style: str = "") -> Text:
    """The head of a text of an article, safe to print."""
    flat = " ".join(text.split())
    return safe(flat if len(flat) <= length else flat[: length - 1].rstrip() + "…", style)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def day_text(when: When | None) -> str:
    """A publication date for a table: "5 Mar 09:40", "12–15 Feb ~" if inferred, "—" if unknown."""
    if when is None:
        return "—"
    first, last = when.days
    mark = "~" if when.basis == "inferred" else ""
    if (first.year, first.month) == (last.year, last.month) and first != last:
        return f"{mark}{first.day}–{last.day} {last:%b %Y}"
    if first != last:
        return f"{mark}{first.day} {first:%b}–{last.day} {last:%b %Y}"
    clock = when.earliest.partition("T")[2][:5]
    return f"{mark}{first.day} {first:%b %Y}" + (f" {clock}" if clock else "")


LONGEST_NAME: Final = 24
"""Characters of a file's name that are printed for an outlet."""


def outlet_text(article: Article) -> str:
    """The outlet, or the file's name, cut inside, if the page does not name one."""
    return article.outlet or shortened(article.source.rpartition("/")[2])


def shortened(name: str) -> str:
    """A file's name with its head and its end: "002_ebd96…9c.txt"."""
    if len(name) <= LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    end = f"{stem[-2:]}.{ending}" if dot and len(ending) <= 8 else name[-4:]
    return f"{name[: LONGEST_NAME - len(end) - 1]}…{end}"


class Bars:
    """Progress of a run on the terminal's error stream."""

    def __init__(self) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=err,
            transient=True,
        )
        self._task: Any = None

    def __enter__(self) -> "Bars":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def stage(self, name: str, total: int | None) -> None:
        """See `variorum.pipeline.Progress.stage`."""
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._task = self._progress.add_task(name, total=total)

    def advance(self, steps: int = 1) -> None:
        """See `variorum.pipeline.Progress.advance`."""
        if self._task is not None:
            self._progress.advance(self._task, steps)
