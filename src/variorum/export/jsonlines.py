"""The record as JSON Lines, one file a noun. The file and field names are a public contract."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import msgspec

from variorum.library import Story
from variorum.record.errors import InputError

NOUNS: Final[dict[str, Callable[[Story], Iterable[msgspec.Struct]]]] = {
    "articles": lambda story: sorted(story.articles, key=lambda article: article.id),
    "reuse": lambda story: story.reuses,
    "lineage": lambda story: story.lineage,
    "dispatches": lambda story: story.dispatches,
    "pairs": lambda story: story.pairs,
    "failures": lambda story: story.failures,
}
"""The files that are written, each with the rows that it holds."""


def export_json_lines(story: Story, folder: Path) -> dict[str, int]:
    """Write `articles.jsonl`, `reuse.jsonl`, … into a folder; returns the rows of each.

    A file is written whole or not at all. Raises `InputError` if the folder cannot be
    written.
    """
    counts = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in NOUNS.items():
            counts[name] = _write(folder / f"{name}.jsonl", rows(story))
    except OSError as error:
        raise InputError(
            f"{folder} cannot be written: {error.strerror}", "Choose another folder"
        ) from error
    return counts


def _write(path: Path, rows: Iterable[msgspec.Struct]) -> int:
    part = path.with_suffix(".part")
    encoder = msgspec.json.Encoder()
    count = 0
    with part.open("wb") as stream:
        for row in rows:
            stream.write(encoder.encode(row) + b"\n")
            count += 1
    part.replace(path)
    return count
