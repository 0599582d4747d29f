"""Loads what is measured on. Texts of others are never part of the project: see docs/evaluation.md.

The folder with those texts is named by the environment variable VARIORUM_DATA; without
it, a folder `shared/data` beside the checkout is looked for.
"""

import csv
import gzip
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from variorum.engine.duckdb import DuckdbEngine
from variorum.ingest.features import NO_REPEATS, PageRepeats
from variorum.ingest.items import Item
from variorum.ingest.lines import Line, cut_lines
from variorum.ingest.page import Page
from variorum.ingest.recurrence import find_recurrence, hash_of_form, lines_of
from variorum.ingest.rows import page_of_row

ROOT: Final = Path(__file__).parents[1]
GOLD: Final = ROOT / "evaluation" / "gold"


class LabelledPage(NamedTuple):
    """The lines of a page with their roles ("" where not labelled) and what recurs elsewhere."""

    outlet: str
    lines: list[Line]
    roles: list[str]
    repeats: list[PageRepeats]


def data_folder() -> Path | None:
    """Where the texts of others are, if they are at hand."""
    named = os.environ.get("VARIORUM_DATA")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    return folder if folder.is_dir() else None


def has_corpus(name: str) -> bool:
    """Whether a collection of articles (`helsinki`, `allsides`) is at hand."""
    folder = data_folder()
    return folder is not None and (folder / name / "articles.jsonl.gz").exists()


def has_polnear() -> bool:
    """Whether the attributions of PolNeAR are at hand."""
    folder = data_folder()
    return folder is not None and (folder / "polnear" / "dev.jsonl.gz").exists()


def rows_of(name: str) -> Iterator[dict[str, Any]]:
    """The articles of a collection as they stand in its file."""
    folder = data_folder()
    if folder is None:
        return
    with gzip.open(folder / name / "articles.jsonl.gz", "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


@cache
def helsinki_pages() -> dict[str, Page]:
    """The Helsinki collection as pages, by the id that it gives."""
    pages: dict[str, Page] = {}
    for row in rows_of("helsinki"):
        page = page_of_row(Item(row["id"], "rows", json.dumps(row).encode()))
        if isinstance(page, Page):
            pages[row["id"]] = page
    return pages


def block_labels(half: str | None = None) -> dict[str, dict[int, str]]:
    """For each labelled Helsinki article the role of the line that starts at an offset."""
    labels: dict[str, dict[int, str]] = defaultdict(dict)
    with (GOLD / "helsinki_blocks.tsv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            if half is None or row["half"] == half:
                labels[row["article"]][int(row["start"])] = row["role"]
    return labels


def labelled_helsinki(half: str) -> list[LabelledPage]:
    """The labelled pages of a half (`training`, `held_out`); none if the texts are not at hand."""
    if not has_corpus("helsinki"):
        return []
    pages = helsinki_pages()
    with DuckdbEngine(processes=1) as engine:
        repeats = find_recurrence(engine, map(lines_of, pages.values())).repeats
    labelled = []
    for given_id, labels in block_labels(half).items():
        page = pages[given_id]
        lines = cut_lines(page.text)
        known = repeats.get(page.id, {})
        labelled.append(
            LabelledPage(
                page.declared.host or "",
                lines,
                [labels.get(line.start, "") for line in lines],
                [known.get(hash_of_form(line.form), NO_REPEATS) for line in lines],
            )
        )
    return labelled
