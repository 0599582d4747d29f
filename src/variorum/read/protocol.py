"""What reads articles, and what may stand behind it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from variorum.read.encoder.window import Window, WindowReading
from variorum.record.article import Article
from variorum.record.failure import Failure
from variorum.record.maker import Maker
from variorum.record.reading import Reading


class Reader(Protocol):
    """Reads articles, each by itself: what others say does not change a reading."""

    @property
    def maker(self) -> str:
        """Names component, version and weights. Two readers that differ have two names."""

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Failure]:
        """One result for each article, in order: its reading, or why there is none.

        Never raises for what an article holds. Reads on only as results are taken.
        """


class WindowEncoder(Protocol):
    """Reads windows of words."""

    @property
    def maker(self) -> Maker:
        """The network."""

    def count_pieces(self, words: Sequence[str]) -> list[int]:
        """How many pieces each word takes of what a window may have."""

    def read_windows(self, windows: Sequence[Window]) -> Iterator[WindowReading]:
        """One reading for each window, in order."""


class WindowMemory(Protocol):
    """Keeps what encoders found in windows; a store does."""

    def windows(self, maker: str, ids: Iterable[str]) -> dict[str, bytes]:
        """What an encoder found in windows, of those that are kept."""

    def add_windows(self, maker: str, windows: Iterable[tuple[str, bytes]]) -> None:
        """Keep what an encoder found in windows."""

    def drop_windows(self, but_of: str) -> None:
        """Forget what other encoders found."""
