"""Runs the whole pipeline on rows of input, for measuring."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from variorum.engine.duckdb import DuckdbEngine
from variorum.library import Story
from variorum.pipeline import build
from variorum.store.sqlite import SqliteStore


@contextmanager
def story_of(rows: Iterable[Mapping[str, object]], processes: int | None = 1) -> Iterator[Story]:
    """The story that Variorum makes of some rows of JSON Lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        with (
            SqliteStore(Path(folder) / "story.variorum", write=True) as store,
            DuckdbEngine(processes=processes) as engine,
        ):
            build([str(path)], store, engine)
            yield Story(store)
