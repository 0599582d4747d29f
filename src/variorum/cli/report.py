"""`variorum report`: the record as one HTML file."""

from pathlib import Path
from typing import Annotated

import typer

from variorum.cli.printing import say
from variorum.library import open_story
from variorum.report.page import write_report
from variorum.store.naming import StoreName


def report_command(
    store: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to report on.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The file to write; by default beside the store, ending in .html.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="A title for the report.")] = None,
) -> None:
    """Write one self-contained HTML file with the views that `serve` shows, and the texts.

    It needs no network and no Variorum to be read, and can be forwarded.
    """
    path = output or report_beside(store)
    with open_story(store) as story:
        size = write_report(story, path, title)
    say(f"{path} ({size / 1e6:.1f} MB)")


def report_beside(store: StoreName) -> Path:
    """Where a store's report goes if nobody says where."""
    is_taken = store.path is not None and store.path.suffix == ".html"
    return store.beside(".report.html" if is_taken else ".html")
