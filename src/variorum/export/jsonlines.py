"""The record as JSON Lines, one file a noun. The file and field names are a public contract."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import msgspec

from variorum.export.rows import mention_rows, quotation_rows, statement_rows, time_rows
from variorum.library import Story
from variorum.record.errors import InputError

NOUNS: Final[dict[str, Callable[[Story], Iterable[msgspec.Struct]]]] = {
    "articles": lambda story: sorted(story.articles, key=lambda article: article.id),
    "entities": lambda story: story.entities,
    "mentions": mention_rows,
    "times": time_rows,
    "quotations": quotation_rows,
    "statements": statement_rows,
    "events": lambda story: story.events,
    "positions": lambda story: story.positions,
    "reuse": lambda story: story.reuses,
    "lineage": lambda story: story.lineage,
    "dispatches": lambda story: story.dispatches,
    "pairs": lambda story: story.pairs,
    "stories": lambda story: story.stories,
    "conflicts": lambda story: story.conflicts,
    "wordings": lambda story: story.wordings,
    "corrections": lambda story: story.corrections,
    "failures": lambda story: story.failures,
}
"""The files that are written, each with the rows that it holds."""


def export_json_lines(story: Story, folder: Path) -> dict[str, int]:
    """Write `articles.jsonl`, `reuse.jsonl`, … into a folder; returns the rows of each.

    The files are put in place when all of them are written. Raises `InputError` if the
    folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".export-", dir=folder) as unfinished:
            written = {name: Path(unfinished) / f"{name}.jsonl" for name in NOUNS}
            counts = {name: _write(written[name], rows(story)) for name, rows in NOUNS.items()}
            for file in written.values():
                file.replace(folder / file.name)
    except OSError as error:
        raise InputError(
            f"{folder} cannot be written: {error.strerror}", "Choose another folder"
        ) from error
    return counts


def _write(path: Path, rows: Iterable[msgspec.Struct]) -> int:
    encoder = msgspec.json.Encoder()
    count = 0
    with path.open("wb") as stream:
        for row in rows:
            stream.write(encoder.encode(row) + b"\n")
            count += 1
    return count
