"""The record as JSON Lines, one file a noun."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import msgspec

from variorum.export.nouns import NOUNS, Noun
from variorum.export.writing import write_files
from variorum.library import Story


def export_json_lines(story: Story, folder: Path) -> dict[str, int]:
    """Write `articles.jsonl`, `reuse.jsonl`, … into a folder; returns the rows of each noun.

    The files are put in place when all of them are written. Raises `InputError` if the
    folder cannot be written.
    """
    files = {f"{name}.jsonl": partial(_write, story, noun) for name, noun in NOUNS.items()}
    counts = write_files(folder, files)
    return {file.removesuffix(".jsonl"): count for file, count in counts.items()}


def _write(story: Story, noun: Noun, path: Path) -> int:
    return write_lines(noun.rows(story), path)


def write_lines(rows: Iterable[object], path: Path) -> int:
    """Write rows as JSON, one on each line; returns how many."""
    encoder = msgspec.json.Encoder()
    count = 0
    with path.open("wb") as stream:
        for row in rows:
            stream.write(encoder.encode(row) + b"\n")
            count += 1
    return count
