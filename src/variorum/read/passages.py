"""Cuts an article's body into windows for the encoder, and joins their readings again.

Where windows end is told by the words of the paragraphs around, never by where they stand in an
article: a wire text that forty outlets print gives the same windows in all of them but at its
edges, so that a window which was read before need not be read again (its words are its key).
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from variorum.read.encoder.window import Window, WindowReading, Words
from variorum.read.sentences import sentence_starts
from variorum.read.words import Word, cut_words, with_full_stops
from variorum.record.article import Block

MOST_PIECES: Final = 254
"""What the encoder reads at once (`variorum.read.encoder.encoder.MOST_PIECES`)."""

_ONE_IN: Final = 4
"""How rarely a paragraph begins a window by its own words: 1 in so many (its hash tells)."""

_OPENING: Final = frozenset(['"', "“", "„", "«", "``", "‘", "‚"])

CountPieces = Callable[[Sequence[str]], list[int]]


class WindowReader(Protocol):
    """What reads windows: the encoder, or something that remembers what it read."""

    def count_pieces(self, words: Sequence[str]) -> list[int]:
        """How many pieces each word takes."""

    def read_windows(self, windows: Sequence[Window]) -> Iterator[WindowReading]:
        """One reading for each window, in order; it depends on that window alone."""


class Passage(NamedTuple):
    """The words of an article's body, in order.

    `sentences`, `paragraphs` and `windows` hold their first words; each paragraph begins a
    sentence, and each window too.
    """

    words: list[Word]
    sentences: list[int]
    paragraphs: list[int]
    windows: list[int]

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that a word stands in."""
        return bisect_right(self.sentences, word) - 1

    def sentence(self, number: int) -> Words:
        """The words of a sentence."""
        behind = number + 1
        end = self.sentences[behind] if behind < len(self.sentences) else len(self.words)
        return self.sentences[number], end

    def paragraph_of(self, word: int) -> int:
        """The number of the paragraph that a word stands in."""
        return bisect_right(self.paragraphs, word) - 1


class Analysis(NamedTuple):
    """What the encoder found in a whole passage; words are counted through the passage."""

    parts_of_speech: list[str]
    names: list[tuple[Words, str, float]]
    attributions: list[tuple[Words, list[Words], list[Words], float]]
    heads: list[int]
    relations: list[str]
    vectors: NDArray[np.float32]


def cut_passage(text: str, blocks: Sequence[Block], count_pieces: CountPieces) -> Passage:
    """The words of some blocks of a text, each a paragraph, in windows that the encoder can read."""
    passage = Passage([], [], [], [])
    room = 0
    for block in blocks:
        words = with_full_stops(cut_words(text, block.start, block.end))
        if not words:
            continue
        first = len(passage.words)
        counts = count_pieces([word.text for word in words])
        starts = _short_enough(sentence_starts(words), counts)
        if first == 0 or sum(counts) > room or _begins_window(words):
            room = MOST_PIECES
            passage.windows.append(first)
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
            size = sum(counts[start:end])
            if size > room:
                passage.windows.append(first + start)
                room = MOST_PIECES
            room -= size
        passage.paragraphs.append(first)
        passage.sentences.extend(first + start for start in starts)
        passage.words.extend(words)
    return passage


def _begins_window(words: Sequence[Word]) -> bool:
    """Whether a paragraph begins a window wherever it stands; a quotation alone goes with its cue."""
    if words[0].text in _OPENING:
        return False
    return crc32(" ".join(word.text for word in words).encode("utf-8", "replace")) % _ONE_IN == 0


def _short_enough(starts: Sequence[int], counts: Sequence[int]) -> list[int]:
    """First words of sentences; one that is too long for a window is cut into several."""
    cut: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(counts)], strict=True):
        cut.append(start)
        size = 0
        for place in range(start, end):
            if size + counts[place] > MOST_PIECES and place > cut[-1]:
                cut.append(place)
                size = 0
            size += counts[place]
    return cut


def windows_of(passage: Passage) -> list[Window]:
    """The windows of a passage, in order."""
    edges = [*passage.windows, len(passage.words)]
    windows = []
    sentence = 0
    for first, last in zip(edges, edges[1:], strict=False):
        starts = []
        while sentence < len(passage.sentences) and passage.sentences[sentence] < last:
            starts.append(passage.sentences[sentence] - first)
            sentence += 1
        words = tuple(word.text for word in passage.words[first:last])
        windows.append(Window(words, tuple(starts)))
    return windows


def join_readings(passage: Passage, readings: Sequence[WindowReading]) -> Analysis:
    """The readings of a passage's windows as one."""
    joined = Analysis([], [], [], [], [], np.zeros((0, 0), dtype=np.float32))
    for base, reading in zip(passage.windows, readings, strict=True):
        joined.parts_of_speech.extend(reading.parts_of_speech)
        joined.relations.extend(reading.relations)
        joined.heads.extend((reading.heads + base).tolist())
        joined.names.extend(
            (_moved(name.words, base), name.kind, name.confidence) for name in reading.names
        )
        joined.attributions.extend(
            (
                _moved(found.cue, base),
                [_moved(words, base) for words in found.source],
                [_moved(words, base) for words in found.content],
                found.confidence,
            )
            for found in reading.attributions
        )
    vectors = [reading.vectors for reading in readings if len(reading.vectors)]
    if not vectors:
        return joined
    return joined._replace(vectors=np.concatenate(vectors).astype(np.float32))


def _moved(words: Words, base: int) -> Words:
    return words[0] + base, words[1] + base
