"""Whose turn it is: how often one host is asked, and when it wants to be left alone."""

from threading import Lock
from typing import Final

from variorum.live.clock import Clock

LONGEST_WAIT: Final = 10.0
"""Seconds that somebody waits for a turn; if it is further away, there is none now."""

LONGEST_PAUSE: Final = 86_400.0
"""A host that wants to be left alone for longer is asked again after a day all the same."""


class Turns:
    """The turns of all hosts. Several threads may wait for theirs."""

    def __init__(self, clock: Clock, delay: float) -> None:
        self._clock = clock
        self._delay = delay
        self._next: dict[str, float] = {}
        self._lock = Lock()

    def wait(self, host: str, delay: float | None = None) -> float:
        """Wait until a host may be asked, and take that turn.

        `delay`: seconds that the host itself wants between two turns, if more than ours. Returns 0,
        or, if the turn is more than `LONGEST_WAIT` seconds away, how far, without waiting.
        """
        with self._lock:
            now = self._clock.now()
            start = max(now, self._next.get(host, now))
            if start - now > LONGEST_WAIT:
                return start - now
            self._next[host] = start + min(max(self._delay, delay or 0.0), LONGEST_PAUSE)
        if start > now:
            self._clock.sleep(start - now)
        return 0.0

    def pause(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while."""
        with self._lock:
            until = self._clock.now() + min(max(seconds, 0.0), LONGEST_PAUSE)
            self._next[host] = max(until, self._next.get(host, until))
