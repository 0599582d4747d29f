"""What a host wants robots to leave alone (RFC 9309)."""

from collections.abc import Callable
from threading import Lock
from typing import Final, NamedTuple

from protego import Protego

from variorum.live.clock import Clock
from variorum.record.failure import Failure

KEPT_SECONDS: Final = 86_400.0
"""How long rules are kept: no longer than a day, says the RFC."""

KEPT_SILENCE: Final = 600.0
"""How long a host is left alone that could not be asked for its rules."""

MOST_BYTES: Final = 512_000
"""What lies behind in a file of rules is not read; the RFC asks for 500 KiB at least."""

Ask = Callable[[str], bytes | Failure]
"""Fetches the rules at an address: nothing if there are none, or why the host does not tell."""


class Rules(NamedTuple):
    """What one host wants; a failure if it could not be asked: then nothing is fetched from it."""

    parsed: Protego | Failure
    until: float


class Robots:
    """The rules of all hosts, each fetched when it is first needed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: dict[str, Rules] = {}
        self._locks: dict[str, Lock] = {}
        self._lock = Lock()

    def rules(self, origin: str, ask: Ask) -> Rules:
        """The rules of `scheme://host:port`; two threads do not ask for the same ones at once."""
        with self._lock:
            turn = self._locks.setdefault(origin, Lock())
        with turn:
            kept = self._kept.get(origin)
            if kept is None or kept.until <= self._clock.now():
                kept = self._kept[origin] = self._read(ask(f"{origin}/robots.txt"))
            return kept

    def _read(self, data: bytes | Failure) -> Rules:
        now = self._clock.now()
        if isinstance(data, Failure):
            return Rules(data, now + KEPT_SILENCE)
        text = data[:MOST_BYTES].decode("utf-8", "replace")
        return Rules(Protego.parse(text), now + KEPT_SECONDS)
