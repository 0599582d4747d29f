"""Runs the network on windows, with onnxruntime."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from importlib.resources import as_file, files
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import Final, NamedTuple, Self

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from variorum.read.encoder.decoding import decode
from variorum.read.encoder.pieces import FIRST, LAST, SIGN, Pieces, shape_of
from variorum.read.encoder.window import Window, WindowReading
from variorum.record.errors import InputError
from variorum.record.identity import fingerprint
from variorum.record.maker import Maker

MOST_PIECES: Final = 254
"""Pieces that a window may have (see `Encoder.count_pieces`): training saw none longer."""

COMPONENT: Final = "read.encoder"
VERSION: Final = 1

_WINDOWS_A_RUN: Final = 16
"""Windows of like length that a graphics card reads at once. A processor reads one at a time:
that is faster, for the padding and the caches, and a window's eight-bit numbers then do not
depend on the windows beside it."""

_WINDOWS_A_POOL: Final = 128
"""Windows that are decoded together: more is faster, and holds readings back."""

_TABLES: Final = ("transitions", "distances")

Numbers = NDArray[np.int64]
Scores = dict[str, NDArray[np.float32]]


class _Laid(NamedTuple):
    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


class Encoder:
    """Reads windows. Holds a session of onnxruntime; make one and keep it.

    On a processor a window's reading is the same whatever is read beside it.
    """

    def __init__(self, network: bytes, vocabulary: Path, *, threads: int = 0) -> None:
        """`network`: an ONNX file as `training.reader.export` writes it; 0 threads: one a core."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(network, options, providers=providers())
        self._outputs = [output.name for output in self._session.get_outputs()]
        on_card = self._session.get_providers()[0] != "CPUExecutionProvider"
        self._windows_a_run = _WINDOWS_A_RUN if on_card else 1
        self._threads = 1 if on_card else threads or os.cpu_count() or 1
        self._pieces = Pieces(vocabulary)
        self.maker = Maker(COMPONENT, VERSION, fingerprint(network))

    @classmethod
    def shipped(cls, *, threads: int = 0) -> Self:
        """The network that comes with the package."""
        weights = files("variorum.read.encoder").joinpath("weights")
        with as_file(weights.joinpath("tokenizer.json")) as vocabulary:
            return cls(weights.joinpath("reader.onnx").read_bytes(), vocabulary, threads=threads)

    def count_pieces(self, words: Sequence[str]) -> list[int]:
        """How many pieces each word takes of a window's `MOST_PIECES`."""
        return [len(pieces) for pieces in self._pieces.of(words)]

    def read_windows(self, windows: Sequence[Window]) -> Iterator[WindowReading]:
        """One reading for each window, in order. A window that is too long is refused."""
        with ThreadPoolExecutor(self._threads) as workers:
            for start in range(0, len(windows), _WINDOWS_A_POOL):
                pool = windows[start : start + _WINDOWS_A_POOL]
                yield from decode(pool, self.scores(pool, workers))

    def scores(self, windows: Sequence[Window], workers: Executor) -> list[Scores]:
        """The bare outputs of the network for each window, as `decode` takes them."""
        laid = [self._lay(window) for window in windows]
        groups = list(_groups([len(window.pieces) for window in laid], self._windows_a_run))
        scores: list[Scores] = [{}] * len(windows)
        found = workers.map(
            lambda group: self._run([windows[at] for at in group], [laid[at] for at in group]),
            groups,
        )
        for group, runs in zip(groups, found, strict=True):
            for at, given in zip(group, runs, strict=True):
                scores[at] = given
        return scores

    def _run(self, windows: Sequence[Window], laid: Sequence[_Laid]) -> list[Scores]:
        """One pass of the network: the outputs for each window, without padding."""
        outputs = self._session.run(self._outputs, _inputs(windows, laid))
        named = dict(zip(self._outputs, outputs, strict=True))
        tables = {name: named.pop(name) for name in _TABLES}
        return [_of_window(named, row, window) | tables for row, window in enumerate(windows)]

    def _lay(self, window: Window) -> _Laid:
        cuts = self._pieces.of(window.words)
        edges = list(accumulate(map(len, cuts), initial=1))
        count = edges[-1] - 1
        if not 0 < count <= MOST_PIECES:
            raise InputError(
                f"A window of {count} pieces; 1 to {MOST_PIECES} can be read",
                "Cut it with Encoder.count_pieces",
            )
        shapes = ([shape_of(word)] * len(cut) for word, cut in zip(window.words, cuts, strict=True))
        return _Laid(
            pieces=[FIRST, *chain.from_iterable(cuts), LAST],
            shapes=[SIGN, *chain.from_iterable(shapes), SIGN],
            first=edges[:-1],
            last=[edge - 1 for edge in edges[1:]],
        )


def providers() -> list[str]:
    """Where onnxruntime computes: CUDA where it is there, else the processor."""
    there = onnxruntime.get_available_providers()
    return [name for name in ("CUDAExecutionProvider", "CPUExecutionProvider") if name in there]


def _groups(lengths: Sequence[int], count: int) -> Iterator[list[int]]:
    order = sorted(range(len(lengths)), key=lambda at: -lengths[at]) if count > 1 else None
    for start in range(0, len(lengths), count):
        yield order[start : start + count] if order else [start]


def _of_window(outputs: Mapping[str, np.ndarray], row: int, window: Window) -> Scores:
    words, sentences = len(window.words), len(window.sentences)
    scores = {name: values[row, :words] for name, values in outputs.items()}
    scores["arcs"] = scores["arcs"][:, :words]
    scores["vectors"] = outputs["vectors"][row, :sentences]
    return scores


def _inputs(windows: Sequence[Window], laid: Sequence[_Laid]) -> dict[str, np.ndarray]:
    words = max(len(window.words) for window in windows)
    pieces = max(len(window.pieces) for window in laid)
    sentence = np.full((len(windows), words), -1, dtype=np.int64)
    pooling = np.zeros(
        (len(windows), max(len(window.sentences) for window in windows), pieces), dtype=np.float32
    )
    for row, (window, places) in enumerate(zip(windows, laid, strict=True)):
        edges = [*window.sentences, len(window.words)]
        for number, (first, last) in enumerate(pairwise(edges)):
            sentence[row, first:last] = number
            begin, end = places.first[first], places.last[last - 1] + 1
            pooling[row, number, begin:end] = 1 / (end - begin)
    return {
        "pieces": _padded([window.pieces for window in laid], pieces, 0),
        "shapes": _padded([window.shapes for window in laid], pieces, SIGN),
        "first": _padded([window.first for window in laid], words, 0),
        "last": _padded([window.last for window in laid], words, 0),
        "sentence": sentence,
        "pooling": pooling,
    }


def _padded(rows: Sequence[Sequence[int]], width: int, empty: int) -> Numbers:
    padded = [[*row, *[empty] * (width - len(row))] for row in rows]
    return np.array(padded, dtype=np.int64)
