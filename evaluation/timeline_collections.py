"""The collections of Timeline17 that are at hand: articles, and what a journalist chose of them.

Each collection (Tran et al., Leveraging Learning to Rank in an Optimization Framework for Timeline
Summarization, 2013) has one journalist's timeline and the articles of many outlets that a search
for its topic found. They come cut into words as of the Penn Treebank, a sentence a line; here they
are put together as print has them.
"""

import json
import re
import tarfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from evaluation.corpora import data_folder
from evaluation.timeline_scores import Timeline

_PRINTED: Final = tuple(
    (re.compile(pattern), printed)
    for pattern, printed in (
        (r"-LRB- ?", "("),
        (r" ?-RRB-", ")"),
        (r"-LCB- ?", "{"),
        (r" ?-RCB-", "}"),
        (r"`` ?", "“"),
        (r" ?''", "”"),
        (r"(?<!\S)` ", "‘"),
        (r" (n't|'(?:s|re|ve|m|ll|d|S)?)(?!\w)", r"\1"),
        (r"([$#]) (?=\d)", r"\1"),
        (r"\\(?=[/*])", ""),
        (r" (?=[,.;:?!%…]+(?:\s|$|[)”]))", ""),
    )
)
"""What the treebank's words are made into, in order."""


class Collection(NamedTuple):
    """`name` is topic and outlet ("bpoil_bbc"); `rows` are the articles as rows of input."""

    name: str
    rows: list[dict[str, Any]]
    timeline: Timeline

    @property
    def topic(self) -> str:
        """What the collection is about, in small letters."""
        return self.name.partition("_")[0].lower()


def has_timelines() -> bool:
    """Whether the collections are at hand."""
    path = _path()
    return path is not None and path.is_file()


def _path() -> Path | None:
    folder = data_folder()
    return folder / "timelines" / "timeline17-dev.tar.gz" if folder else None


def collections() -> Iterator[Collection]:
    """All collections, by their names."""
    path = _path()
    if path is None:
        return
    lines: dict[str, dict[str, list[Any]]] = {}
    with tarfile.open(path) as archive:
        for member in archive:
            name, _, file = member.name.partition("/")
            if file in ("articles.jsonl", "timelines.jsonl") and (
                stream := archive.extractfile(member)
            ):
                lines.setdefault(name, {})[file] = [json.loads(line) for line in stream]
    for name, files in sorted(lines.items()):
        rows = [_row(given) for given in files["articles.jsonl"]]
        yield Collection(name, rows, _timeline(files["timelines.jsonl"][0]))


def _row(given: dict[str, Any]) -> dict[str, Any]:
    text = "\n".join(map(as_printed, given["text"].split("\n")))
    return {"id": given["id"], "published": given["time"], "text": text}


def _timeline(days: list[tuple[str, list[str]]]) -> Timeline:
    """Of a day that is listed twice what comes last counts, as for those who published figures."""
    return {date.fromisoformat(day): [one.strip() for one in said] for day, said in days}


def as_printed(words: str) -> str:
    """A sentence of the treebank's words ("`` We did n't , '' he said .") as print has it."""
    for pattern, printed in _PRINTED:
        words = pattern.sub(printed, words)
    return words.strip()
