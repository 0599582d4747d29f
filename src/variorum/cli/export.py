"""`variorum export`: the record as JSON Lines."""

from pathlib import Path
from typing import Annotated

import typer

from variorum.cli.printing import print_json, say
from variorum.export.jsonlines import export_json_lines
from variorum.library import open_story


def export_command(
    store: Annotated[Path, typer.Argument(help="The store to export.")],
    folder: Annotated[
        Path, typer.Argument(help="The folder to write to; made if it does not exist.")
    ],
    json: Annotated[bool, typer.Option("--json", help="Print the row counts as JSON.")] = False,
) -> None:
    """Write one JSON Lines file for each noun of the record: articles, reuse, lineage and so on."""
    with open_story(store) as story:
        counts = export_json_lines(story, folder)
    if json:
        print_json(counts)
        return
    for name, count in counts.items():
        say(f"{count:>9,}  {folder / name}.jsonl")
