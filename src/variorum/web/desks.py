"""The record that the application shows: opened once, and anew when the store has changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Final

from variorum.library import Story, open_story
from variorum.views.desk import Desk
from variorum.views.page import NothingThereError

MOST_DESKS: Final = 64
"""Stories of one record that are kept laid out."""


class Desks:
    """Lays a store's record out, for one request at a time."""

    def __init__(self, path: Path, opened: Callable[[Path], Story] = open_story) -> None:
        self._path = path
        self._open = opened
        self._turn = RLock()
        self._story = opened(path)
        self._version = self._story.version()
        self._desks: dict[str | None, Desk] = {}

    @contextmanager
    def desk(self, group: str | None) -> Iterator[Desk]:
        """The desk of one story, or of the whole record.

        Raises `NothingThereError` if there is no such story.
        """
        with self._turn:
            self._refresh()
            yield self._laid(group)

    def version(self) -> str:
        """What changes whenever the record does."""
        with self._turn:
            self._refresh()
            return self._version

    def close(self) -> None:
        """Let go of the store."""
        with self._turn:
            self._story.close()

    def _refresh(self) -> None:
        version = self._story.version()
        if version != self._version:
            self._story.close()
            self._story = self._open(self._path)
            self._version = version
            self._desks.clear()

    def _laid(self, group: str | None) -> Desk:
        if group not in self._desks:
            found = next((one for one in self._story.stories if one.id == group), None)
            if group is not None and found is None:
                raise NothingThereError(
                    f"There is no story {group}", "Choose one from the list of stories"
                )
            if len(self._desks) >= MOST_DESKS:
                self._desks.pop(next(one for one in self._desks if one is not None))
            self._desks[group] = Desk(self._story, found)
        return self._desks[group]
