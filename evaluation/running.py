"""Runs the whole pipeline on rows of input, for measuring."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from variorum.engine.duckdb import DuckdbEngine
from variorum.library import Story
from variorum.pipeline import build
from variorum.read.reader import shipped_reader
from variorum.record.article import Article
from variorum.record.reading import Reading
from variorum.store.sqlite import SqliteStore


@contextmanager
def record_of(inputs: Path, processes: int | None = 1, *, reads: bool = False) -> Iterator[Story]:
    """The story that Variorum makes of a file or folder; it `reads` the articles if asked."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        SqliteStore(Path(scratch) / "story.variorum", write=True) as store,
        DuckdbEngine(processes=processes) as engine,
    ):
        build([str(inputs)], store, engine, reader=shipped_reader(store) if reads else None)
        yield Story(store)


@contextmanager
def story_of(
    rows: Iterable[Mapping[str, object]], processes: int | None = 1, *, reads: bool = False
) -> Iterator[Story]:
    """The story that Variorum makes of rows of JSON Lines; it `reads` their articles if asked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        with record_of(path, processes, reads=reads) as story:
            yield story


def read_rows(rows: Iterable[Mapping[str, object]]) -> Iterator[tuple[Article, Reading]]:
    """The articles that Variorum makes of some rows of JSON Lines, and what it reads in each."""
    with story_of(rows, reads=True) as story:
        for reading in story.readings:
            yield story.by_id[reading.article], reading
