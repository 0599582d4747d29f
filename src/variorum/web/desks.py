"""The record that the application shows: opened once, and anew when the store has changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from variorum.library import Story, open_story
from variorum.record.errors import VariorumError
from variorum.views.desk import Desk
from variorum.views.page import NothingThereError

MOST_DESKS: Final = 64
"""Stories of one record that are kept laid out."""

SLOW: Final = ("quotations", "timeline", "coverage")
"""What of a desk takes seconds to draw out of a large record, the soonest needed first. What takes
minutes is left to who asks for it: it would slow all other pages meanwhile."""


class _Opened:
    """A record as it was at one time, until nobody looks at it any longer."""

    def __init__(self, story: Story, version: str) -> None:
        self.story = story
        self.version = version
        self.desks: dict[str | None, Desk] = {}
        self.readers = 0
        self.is_current = True


class Desks:
    """Lays a store's record out for any number of threads at a time.

    What a desk draws once (`cached_property`) may be drawn by two threads that need it at the same
    time; it comes out the same. A request that began before a change is answered as of before.
    """

    def __init__(self, path: Path, opened: Callable[[Path], Story] = open_story) -> None:
        self._path = path
        self._open = opened
        self._lock = Lock()
        self._warming: Thread | None = None
        self._watch = opened(path)
        self._current = _Opened(opened(path), self._watch.version())

    @contextmanager
    def desk(self, group: str | None) -> Iterator[Desk]:
        """The desk of one story, or of the whole record.

        Raises `NothingThereError` if there is no such story.
        """
        with self._lock:
            self._refresh()
            opened = self._current
            opened.readers += 1
        try:
            yield self._laid(opened, group)
        finally:
            with self._lock:
                opened.readers -= 1
                self._close_if_done(opened)

    def version(self) -> str:
        """What changes whenever the record does. Takes microseconds."""
        with self._lock:
            return self._watch.version()

    def warm(self) -> Thread:
        """Draw what is slow in the background, now and after changes, before a reader needs it."""
        self._warming = Thread(target=self._draw_slow, name="warming", daemon=True)
        self._warming.start()
        return self._warming

    def close(self) -> None:
        """Let go of the store, at once or when the last request is answered."""
        with self._lock:
            self._watch.close()
            self._current.is_current = False
            self._close_if_done(self._current)

    def _draw_slow(self) -> None:
        try:
            with self.desk(None) as desk:
                for name in SLOW:
                    getattr(desk, name)
        except VariorumError:
            return  # Whoever asks for the page is told.

    def _refresh(self) -> None:
        version = self._watch.version()
        if version != self._current.version:
            before, self._current = self._current, _Opened(self._open(self._path), version)
            before.is_current = False
            self._close_if_done(before)
            if self._warming and not self._warming.is_alive():
                self.warm()

    @staticmethod
    def _close_if_done(opened: _Opened) -> None:
        if not (opened.is_current or opened.readers):
            opened.story.close()

    def _laid(self, opened: _Opened, group: str | None) -> Desk:
        if group not in opened.desks:
            found = next((one for one in opened.story.stories if one.id == group), None)
            if group is not None and found is None:
                raise NothingThereError(
                    f"There is no story {group}", "Choose one from the list of stories"
                )
            with self._lock:
                if len(opened.desks) >= MOST_DESKS:
                    opened.desks.pop(next(one for one in opened.desks if one is not None))
                opened.desks.setdefault(group, Desk(opened.story, found))
        return opened.desks[group]
