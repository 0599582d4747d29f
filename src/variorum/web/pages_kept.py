"""Pages that were drawn, kept as long as the record stays as it is."""

from collections import OrderedDict
from threading import Lock
from typing import Final

MOST_BYTES: Final = 64_000_000
"""Memory for pages; those that were asked for longest ago go first."""


class PagesKept:
    """The bodies of pages by their addresses, for one version of a record."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0
        self._version = ""
        self._lock = Lock()

    def get(self, version: str, address: str) -> bytes | None:
        """A page as it was drawn for this version of the record, if it was."""
        with self._lock:
            if version != self._version or address not in self._bodies:
                return None
            self._bodies.move_to_end(address)
            return self._bodies[address]

    def put(self, version: str, address: str, body: bytes) -> None:
        """Keep a page that was drawn for a version; those of other versions are let go."""
        with self._lock:
            if version != self._version:
                self._bodies.clear()
                self._bytes, self._version = 0, version
            self._bytes += len(body) - len(self._bodies.pop(address, b""))
            self._bodies[address] = body
            while self._bytes > self._most:
                self._bytes -= len(self._bodies.popitem(last=False)[1])
