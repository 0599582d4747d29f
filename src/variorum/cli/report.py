"""`variorum report`: the record as one HTML file."""

from pathlib import Path
from typing import Annotated

import typer

from variorum.cli.printing import out
from variorum.library import open_story
from variorum.report.page import write_report


def report_command(
    store: Annotated[Path, typer.Argument(help="The store to report on.")],
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
    """Write one self-contained HTML file: the lineage drawn, related articles side by side.

    It needs no network and no Variorum to be read, and can be forwarded.
    """
    path = output or store.with_suffix(".html")
    with open_story(store) as story:
        size = write_report(story, path, title)
    out.print(f"{path} ({size / 1e6:.1f} MB)")
