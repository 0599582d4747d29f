"""Opening a store for reading."""

from pathlib import Path

from variorum.library.story import Story
from variorum.store.naming import StoreName
from variorum.store.opening import open_store


def open_story(name: str | Path | StoreName) -> Story:
    """Open a store for reading: the path of a file, or "postgresql://…" for a database.

    Raises `StoreError` if there is none.
    """
    return Story(open_store(name))
