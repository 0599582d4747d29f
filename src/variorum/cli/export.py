"""`variorum export`: the record for other programs."""

from pathlib import Path
from typing import Annotated, Final

import typer

from variorum.cli.printing import print_json, say
from variorum.export.formats import FORMATS
from variorum.library import open_story
from variorum.record.errors import InputError
from variorum.store.naming import StoreName

DEFAULT: Final = ("jsonl",)


def export_command(
    store: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to export.")],
    folder: Annotated[
        Path, typer.Argument(help="The folder to write to; made if it does not exist.")
    ],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help=f"{', '.join(FORMATS)}; may be given several times (default: jsonl).",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the row counts as JSON.")] = False,
) -> None:
    """Write the record into a folder: a JSON Lines file for each noun, or another format."""
    wanted = dict.fromkeys(formats or DEFAULT)
    unknown = next((name for name in wanted if name not in FORMATS), None)
    if unknown is not None:
        raise InputError(f"There is no format {unknown!r}", f"Choose of {', '.join(FORMATS)}")
    counts: dict[str, int] = {}
    with open_story(store) as story:
        for name in wanted:
            counts |= FORMATS[name].write(story, folder)
    if json:
        print_json(counts)
        return
    for name, count in counts.items():
        file = name if "." in name else f"{name}.jsonl"
        say(f"{count:>9,}  {folder / file}")
