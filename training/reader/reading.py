"""Documents through the encoder as it runs in the package, put together by document."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.reader.document import Document, Words
from training.reader.windows import cut
from variorum.read.encoder.encoder import MOST_PIECES, Encoder
from variorum.read.encoder.labels import Kind
from variorum.read.encoder.window import Attribution, Window, WindowReading


class Found(NamedTuple):
    """What the encoder finds in a document; words are numbered as in the document."""

    attributions: list[Attribution]
    names: list[tuple[Words, Kind]]
    parts_of_speech: list[str]
    heads: NDArray[np.int64]
    relations: list[str]


def read_documents(encoder: Encoder, documents: Sequence[Document]) -> Iterator[Found]:
    """One result for each document, in order."""
    windows = [list(windows_of(document, encoder)) for document in documents]
    flat = [window for group in windows for _, window in group]
    readings = encoder.read_windows(flat)
    for group in windows:
        yield join([(base, next(readings)) for base, _ in group])


def windows_of(document: Document, encoder: Encoder) -> Iterator[tuple[int, Window]]:
    """Windows with the number of their first word; a sentence too long for one is cut."""
    counts = encoder.count_pieces(document.words)
    edges = [*document.sentences, len(document.words)]
    lengths = [sum(counts[first:last]) for first, last in pairwise(edges)]
    for begin, end in cut(document, lengths, MOST_PIECES - 2):
        for first, last in _fitting(counts, edges[begin], edges[end]):
            starts = [at - first for at in document.sentences if first < at < last]
            yield first, Window(tuple(document.words[first:last]), (0, *starts))


def _fitting(counts: Sequence[int], first: int, last: int) -> Iterator[Words]:
    total, start = 0, first
    for at in range(first, last):
        if total + counts[at] > MOST_PIECES - 2:
            yield start, at
            total, start = 0, at
        total += counts[at]
    yield start, last


def join(readings: Sequence[tuple[int, WindowReading]]) -> Found:
    """The readings of a document's windows, each with the number of its first word."""
    return Found(
        attributions=[
            Attribution(
                _moved(one.cue, base),
                tuple(_moved(words, base) for words in one.source),
                tuple(_moved(words, base) for words in one.content),
                one.confidence,
            )
            for base, reading in readings
            for one in reading.attributions
        ],
        names=[
            (_moved(name.words, base), name.kind)
            for base, reading in readings
            for name in reading.names
        ],
        parts_of_speech=[tag for _, reading in readings for tag in reading.parts_of_speech],
        heads=np.concatenate([reading.heads + base for base, reading in readings]),
        relations=[name for _, reading in readings for name in reading.relations],
    )


def _moved(words: Words, base: int) -> Words:
    return words[0] + base, words[1] + base
