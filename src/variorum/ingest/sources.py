"""Finds the inputs that a person names: files, folders, globs and standard input."""

import glob
import gzip
import os
import sys
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final, Literal

from variorum.ingest.archives import items_of_archive
from variorum.ingest.items import Item, Kind, broken, too_large
from variorum.record.errors import InputError
from variorum.record.failure import Failure
from variorum.record.identity import fingerprint

FileKind = Literal["text", "html", "rows", "archive"]

KINDS: Final[dict[str, FileKind]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "rows",
    ".ndjson": "rows",
    ".warc": "archive",
}
"""What a file's ending says of its content; each also with `.gz` behind it."""

MAX_PAGE_BYTES: Final = 10_000_000
"""A page (or one line of JSON) larger than this is refused: news pages have under 2 MB."""

STANDARD_INPUT: Final = "-"


def find_files(inputs: Iterable[str]) -> list[str]:
    """The files that paths, folders and globs name, in order and each once; `-` stays.

    Folders are searched whole; hidden files, and files in them whose ending is
    unknown, are left out. Raises `InputError` for a path that does not exist or that
    cannot be looked at.
    """
    found: dict[str, None] = {}
    for name in inputs:
        try:
            found.update(dict.fromkeys(_files_of(name)))
        except OSError as error:
            message = f"The path {name!r} cannot be used: {error.strerror}"
            raise InputError(message, "Check the path and its permissions") from error
    return list(found)


def _files_of(name: str) -> list[str]:
    if name == STANDARD_INPUT:
        return [name]
    path = Path(name)
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if kind_of(file.name) and file.is_file())
        return [str(file) for file in files if not _is_hidden(file.relative_to(path))]
    if path.exists():
        return [name]
    matches = sorted(glob.glob(name, recursive=True))
    if not matches:
        raise InputError(f"There is no file or folder {name!r}", "Check the path and try again")
    return [file for match in matches for file in _files_of(match)]


def source_name(file: str) -> str:
    """What a file is called in the record: its path, in which bytes that are no UTF-8 are spelt."""
    if file == STANDARD_INPUT:
        return "stdin"
    return os.fsencode(file).decode("utf-8", "backslashreplace")


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def kind_of(name: str) -> FileKind | None:
    """What the ending of a file name says of its content, or None."""
    lowered = name.lower().removesuffix(".gz")
    return next((kind for ending, kind in KINDS.items() if lowered.endswith(ending)), None)


def read_items(files: Iterable[str], max_bytes: int = MAX_PAGE_BYTES) -> Iterator[Item | Failure]:
    """The pages in the files, one by one, streaming; a file that cannot be read is a `Failure`."""
    for name in files:
        try:
            yield from _items_of(name, max_bytes)
        except (OSError, EOFError, zlib.error) as error:
            yield broken(source_name(name), error)


def _items_of(name: str, max_bytes: int) -> Iterator[Item | Failure]:
    source = source_name(name)
    if name == STANDARD_INPUT:
        for item in _items_in(source, None, sys.stdin.buffer, max_bytes):
            yield _with_own_name(item) if isinstance(item, Item) else item
        return
    kind = kind_of(name)
    if kind == "archive":
        with open(name, "rb") as stream:
            yield from items_of_archive(source, stream, max_bytes)
        return
    with _opened(name) as stream:
        yield from _items_in(source, kind, stream, max_bytes)


def _with_own_name(item: Item) -> Item:
    """What is piped in has no place of its own, and must not replace what was piped in before."""
    source, _, line = item.source.partition(":")
    digest = fingerprint(item.data)[:8]
    return Item(f"{source}:{line}-{digest}" if line else f"{source}:{digest}", item.kind, item.data)


def _opened(name: str) -> BinaryIO:
    if name.lower().endswith(".gz"):
        return gzip.open(name, "rb")  # type: ignore[return-value]  # GzipFile reads as BinaryIO does
    return open(name, "rb")


def _items_in(
    source: str, kind: FileKind | None, stream: BinaryIO, max_bytes: int
) -> Iterator[Item | Failure]:
    """The pages in a stream. Where the kind is not known, the first line tells rows."""
    lines = iter(lambda: stream.readline(max_bytes + 1), b"")
    first = next(lines, b"")
    if kind == "rows" or (kind is None and _is_row(first)):
        yield from _rows(source, chain([first.removeprefix(BOM_UTF8)], lines), max_bytes)
        return
    data = first + stream.read(max_bytes + 1 - len(first))
    if len(data) > max_bytes:
        yield too_large(source, max_bytes)
    else:
        known = sniff(data) if kind is None or kind == "archive" else kind
        yield Item(source, known, data)


def _is_row(line: bytes) -> bool:
    """A whole JSON object; the first line of one that is spread over lines is none."""
    return sniff(line) == "rows" and line.rstrip().endswith(b"}")


def _rows(source: str, lines: Iterator[bytes], max_bytes: int) -> Iterator[Item | Failure]:
    is_empty = True
    for number, line in enumerate(lines, start=1):
        if len(line) > max_bytes:
            yield too_large(f"{source}:{number}", max_bytes)
            _skip_rest(line, lines)
        elif row := line.strip():
            yield Item(f"{source}:{number}", "rows", row)
        else:
            continue
        is_empty = False
    if is_empty:
        yield Failure(source, "ingest", "empty", "The file is empty", "Remove it or fetch it again")


def _skip_rest(piece: bytes, pieces: Iterator[bytes]) -> None:
    """Reads on to the end of a line that comes in pieces."""
    while not piece.endswith(b"\n"):
        piece = next(pieces, b"\n")


def sniff(data: bytes) -> Kind:
    """What content looks like when no ending tells: JSON Lines, HTML or text."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{") and b'"' in start[:200]:
        return "rows"
    lowered = start[:512].lower()
    if lowered.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<article")):
        return "html"
    return "text"
