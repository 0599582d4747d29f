"""Puts the files of an export in place when all of them are written."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from variorum.record.errors import InputError

Writer = Callable[[Path], int]
"""Writes a file and returns how many rows it holds."""


def write_files(folder: Path, writers: Mapping[str, Writer]) -> dict[str, int]:
    """Write files by their names into a folder, all or none; returns the rows of each.

    Raises `InputError` if the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".export-", dir=folder) as unfinished:
            written = {name: Path(unfinished) / name for name in writers}
            counts = {name: write(written[name]) for name, write in writers.items()}
            for file in written.values():
                file.replace(folder / file.name)
    except OSError as error:
        raise InputError(
            f"{folder} cannot be written: {error.strerror}", "Choose another folder"
        ) from error
    return counts
