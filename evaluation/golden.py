"""A golden folder: what a careful reader of a story's articles wrote down, a file a noun."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Range = tuple[int, int]


def rows(folder: Path, noun: str) -> list[Row]:
    """What the folder says of one noun."""
    return [json.loads(line) for line in (folder / f"{noun}.jsonl").read_text("utf-8").splitlines()]


def opinions(value: Any) -> list[Any]:
    """What a reader may hold: most often one thing, where two readers could differ a list."""
    return value if isinstance(value, list) else [value]


def locate(text: str, words: str, nth: int | None = None, phrase: str | None = None) -> Range:
    """Where a text says these words: the only place, the `nth` one, or the one in `phrase`."""
    if phrase is not None:
        start, end = locate(text, phrase)
        first, last = locate(text[start:end], words)
        return start + first, start + last
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    assert places, f"{words!r} is not in the text"
    assert (nth is None) == (len(places) == 1), f"{words!r} is there {len(places)} times"
    start = places[(nth or 1) - 1]
    return start, start + len(words)


def overlap(one: Range, other: Range) -> bool:
    """Whether two ranges have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def quoted_places(row: Row) -> Iterator[tuple[str, str, int | None, str | None]]:
    """All words that a row points at: file, words, which of several, the phrase around them."""
    if "before" in row:
        for side, file in (("before", row["a"]), ("after", row["b"])):
            if row[side]:
                yield file, row[side], None, row.get(f"{side}_in")
    elif "mode" in row:
        for words in row["words"]:
            yield row["file"], words, None, None
    elif "text" in row:
        yield row["file"], row["text"], row.get("nth"), None
    for part in ("evidence", "claims", "status_history"):
        for place in row.get(part, ()):
            yield place["file"], place["text"], place.get("nth"), None
