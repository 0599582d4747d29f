"""The body of an answer: unpacked, and not more of it than was asked for."""

import zlib
from collections.abc import Iterable
from typing import Final

MOST_RATIO: Final = 200
"""To how many times its size a body may unpack: pages reach 20, lists of addresses 60."""

LEAST_BOMB: Final = 1_000_000
"""Bytes below which a ratio means nothing."""

_ANY_WINDOW: Final = zlib.MAX_WBITS | 32
"""Asks zlib to tell gzip and zlib apart by their headers."""

PACKINGS: Final = ("gzip", "x-gzip", "deflate")


class TooLargeError(Exception):
    """A body is larger than it may be, packed or unpacked."""


class CutOffError(Exception):
    """A packed body is damaged, or ends before it should."""


def unpacked(chunks: Iterable[bytes], encoding: str, most: int) -> bytes:
    """A body as it was meant, from its bytes as they come.

    `encoding` is one of `PACKINGS`, or nothing. Never holds more than `most` bytes. Raises
    `TooLargeError` or `CutOffError`, and whatever the chunks raise.
    """
    body = _Body(most)
    unpacker = zlib.decompressobj(_ANY_WINDOW) if encoding else None
    for chunk in chunks:
        body.receive(chunk)
        if unpacker is None:
            body.add(chunk)
        else:
            unpacker = _unpack(unpacker, chunk, body)
    if unpacker is not None and body.received and not unpacker.eof:
        raise CutOffError("it ends in the middle")
    return b"".join(body.parts)


class _Body:
    """What has come of a body so far."""

    def __init__(self, most: int) -> None:
        self.parts: list[bytes] = []
        self.received = 0
        self._size = 0
        self._most = most

    @property
    def room(self) -> int:
        """How many bytes more than which may not come; never 0, which zlib takes for no limit."""
        return self._most - self._size + 1

    def receive(self, chunk: bytes) -> None:
        self.received += len(chunk)
        if self.received > self._most:
            raise TooLargeError(f"it is larger than {self._most:,} bytes")

    def add(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._most:
            raise TooLargeError(f"it is larger than {self._most:,} bytes")
        if self._size > max(LEAST_BOMB, MOST_RATIO * self.received):
            raise TooLargeError(f"it unpacks to more than {MOST_RATIO} times its size")
        self.parts.append(part)


def _unpack(unpacker: "zlib._Decompress", chunk: bytes, body: _Body) -> "zlib._Decompress":
    """Unpack a chunk into the body; returns what goes on with the next one."""
    try:
        while chunk:
            if unpacker.eof:  # gzip files may follow each other
                unpacker = zlib.decompressobj(_ANY_WINDOW)
            body.add(unpacker.decompress(chunk, body.room))
            chunk = unpacker.unconsumed_tail or unpacker.unused_data
    except zlib.error as error:
        raise CutOffError(str(error)) from error
    return unpacker
