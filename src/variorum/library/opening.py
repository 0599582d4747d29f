"""Opening a store for reading."""

from pathlib import Path

from variorum.library.story import Story
from variorum.store.sqlite import SqliteStore


def open_story(path: str | Path) -> Story:
    """Open a store for reading. Raises `StoreError` if there is none at `path`."""
    return Story(SqliteStore(Path(path)))
