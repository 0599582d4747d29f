"""An encoder that does not read again what it has read before."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variorum.read.encoder.packing import pack, unpack
from variorum.read.encoder.window import Window, WindowReading
from variorum.read.protocol import WindowEncoder, WindowMemory
from variorum.record.identity import identify
from variorum.record.maker import Maker

AT_ONCE: Final = 256
"""Windows that are looked up, read and kept together."""


class WordCount(NamedTuple):
    """Words that were asked for, and those among them that went through the network."""

    asked: int = 0
    encoded: int = 0


class RememberingEncoder:
    """Hands to an encoder only the windows that no memory holds.

    What comes from the memory and what comes from the encoder is the same: both are rounded
    as they are kept.
    """

    def __init__(self, encoder: WindowEncoder, memory: WindowMemory) -> None:
        self._encoder = encoder
        self._memory = memory
        self.words = WordCount()

    @property
    def maker(self) -> Maker:
        """See `WindowEncoder.maker`."""
        return self._encoder.maker

    def count_pieces(self, words: Sequence[str]) -> list[int]:
        """See `WindowEncoder.count_pieces`."""
        return self._encoder.count_pieces(words)

    def read_windows(self, windows: Sequence[Window]) -> Iterator[WindowReading]:
        """See `WindowEncoder.read_windows`."""
        for start in range(0, len(windows), AT_ONCE):
            yield from self._read(windows[start : start + AT_ONCE])

    def _read(self, windows: Sequence[Window]) -> Iterator[WindowReading]:
        ids = [identify("cache", "window", window.words, window.sentences) for window in windows]
        maker = str(self.maker)
        packed = self._memory.windows(maker, dict.fromkeys(ids))
        by_id = dict(zip(ids, windows, strict=True))
        missing = {one: window for one, window in by_id.items() if one not in packed}
        if missing:
            readings = self._encoder.read_windows(list(missing.values()))
            new = dict(zip(missing, map(pack, readings), strict=True))
            self._memory.add_windows(maker, new.items())
            packed |= new
        self.words = WordCount(
            self.words.asked + _words(windows), self.words.encoded + _words(missing.values())
        )
        yield from (unpack(packed[one]) for one in ids)


def _words(windows: Iterable[Window]) -> int:
    return sum(len(window.words) for window in windows)
