"""The record that the application shows: opened once, and anew when the store has changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import Final

from variorum.library import Story, open_story
from variorum.record.errors import VariorumError
from variorum.store.naming import StoreName
from variorum.views.desk import Desk
from variorum.views.page import NothingThereError
from variorum.web.comparing import Comparison

MOST_DESKS: Final = 64
"""Stories of one record that are kept laid out."""

SLOW: Final = ("quotations", "timeline", "coverage")
"""What of a desk takes seconds to draw out of a large record, the soonest needed first."""

COMPARED: Final = ("conflicts", "wordings")
"""What of a record takes a minute if it is large: pages do without while it is worked out."""

ALONE: Final = 500
"""Articles from which on they are compared by a process of its own. Fewer take two seconds at most,
which is as long as that process takes to start and to load them."""

PATIENCE: Final = 3.0
"""Seconds after a record is opened in which pages wait for what is worked out in the background:
enough for some hundreds of articles, and of a large record the first reader does not wait long."""


class _Opened:
    """A record as it was at one time, until nobody looks at it any longer."""

    def __init__(self, story: Story, version: str, *, in_background: bool = False) -> None:
        self.story = story
        self.version = version
        self.desks: dict[str | None, Desk] = {}
        self.readers = 0
        self.is_current = True
        self.patient_until = monotonic() + PATIENCE
        self.compared = Event()
        self.comparison: Comparison | None = None
        if not in_background:
            self.compared.set()

    def leave(self) -> None:
        """Let it be a record of before; what is worked out of it is of no use any longer."""
        self.is_current = False
        if self.comparison:
            self.comparison.stop()

    def is_comparing(self) -> bool:
        """Whether the articles are still being compared in the background, after some patience."""
        self.compared.wait(max(0.0, self.patient_until - monotonic()))
        return not self.compared.is_set()


class Desks:
    """Lays a store's record out for any number of threads at a time.

    What a desk draws once (`cached_property`) may be drawn by two threads that need it at the same
    time; it comes out the same. A request that began before a change is answered as of before.
    """

    def __init__(
        self, name: StoreName | str | Path, opened: Callable[[StoreName], Story] = open_story
    ) -> None:
        self._name = StoreName(name)
        self._open = opened
        self._lock = Lock()
        self._is_warm = False
        self._drawing = Lock()
        self._watch = opened(self._name)
        self._current = _Opened(opened(self._name), self._watch.version())

    @contextmanager
    def desk(self, group: str | None) -> Iterator[Desk]:
        """The desk of one story, or of the whole record.

        Raises `NothingThereError` if there is no such story.
        """
        with self._reading() as opened:
            yield self._laid(opened, group)

    @contextmanager
    def _reading(self) -> Iterator[_Opened]:
        """The record as it is now, which stays open meanwhile."""
        with self._lock:
            self._refresh()
            opened = self._current
            opened.readers += 1
        try:
            yield opened
        finally:
            with self._lock:
                opened.readers -= 1
                self._close_if_done(opened)

    def latest_arrival(self) -> str:
        """When the last articles came (`Story.latest_arrival`)."""
        with self._reading() as opened:
            return opened.story.latest_arrival

    def version(self) -> str:
        """What changes whenever the record does. Takes microseconds."""
        with self._lock:
            return self._watch.version()

    def state(self) -> str:
        """What changes whenever pages do: with the record, and when its articles are compared."""
        version = self.version()
        return version if self._current.compared.is_set() else f"{version}, comparing"

    def warm(self) -> Thread:
        """Draw what is slow in the background, now and after changes, before a reader needs it."""
        with self._lock:
            self._is_warm = True
            self._current.compared.clear()
            return self._start_drawing(self._current)

    def end_comparing(self) -> None:
        """Leave no process behind. Whoever still reads waits for what it would have found."""
        with self._lock:
            if self._current.comparison:
                self._current.comparison.stop()

    def close(self) -> None:
        """Let go of the store, at once or when the last request is answered."""
        with self._lock:
            self._watch.close()
            self._current.leave()
            self._close_if_done(self._current)

    def _start_drawing(self, opened: _Opened) -> Thread:
        opened.readers += 1
        thread = Thread(target=self._draw_slow, args=(opened,), name="warming", daemon=True)
        thread.start()
        return thread

    def _draw_slow(self, opened: _Opened) -> None:
        desk = self._laid(opened, None)
        try:
            with self._drawing:
                self._start_comparing(opened)
                for name in SLOW:
                    if opened.is_current:
                        getattr(desk, name)
                self._compare(opened)
        except VariorumError:
            pass  # Whoever asks for the page is told.
        finally:
            if opened.comparison:
                opened.comparison.close()
            with self._lock:
                opened.readers -= 1
                if self._is_as_in_store(opened):
                    opened.compared.set()
                self._close_if_done(opened)

    def _start_comparing(self, opened: _Opened) -> None:
        if len(opened.story.by_id) >= ALONE:
            with self._lock, suppress(OSError):
                if opened.is_current:
                    opened.comparison = Comparison(self._name)

    def _compare(self, opened: _Opened) -> None:
        """Hold the articles against each other, elsewhere if they are many and that succeeds.

        What was found elsewhere is of this record only if that did not change meanwhile.
        """
        found = opened.comparison.found() if opened.comparison else None
        with self._lock:
            is_wanted = self._is_as_in_store(opened)
        if found and is_wanted:
            opened.story.take_compared(found.conflicts, found.wordings)
        elif is_wanted:
            for name in COMPARED:
                getattr(opened.story, name)

    def _is_as_in_store(self, opened: _Opened) -> bool:
        try:
            return opened.is_current and self._watch.version() == opened.version
        except VariorumError:
            return False

    def _refresh(self) -> None:
        version = self._watch.version()
        if version != self._current.version:
            story = self._open(self._name)
            before = self._current
            self._current = _Opened(story, version, in_background=self._is_warm)
            before.leave()
            self._close_if_done(before)
            if self._is_warm:
                self._start_drawing(self._current)

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
                opened.desks.setdefault(group, Desk(opened.story, found, opened.is_comparing))
        return opened.desks[group]
