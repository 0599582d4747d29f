"""Runs the network on windows, batched by length, with onnxruntime."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import as_file, files
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
"""Pieces that a window may have (`Encoder.count_pieces`); the network learned from no longer one."""

COMPONENT: Final = "read.encoder"
VERSION: Final = 1

_PIECES_A_BATCH: Final = 4_096
_WINDOWS_A_POOL: Final = 256
"""Windows are sorted by length within so many: more saves padding, and holds readings back."""

Numbers = NDArray[np.int64]


class _Laid(NamedTuple):
    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


class Encoder:
    """Reads windows. Holds a session of onnxruntime; make one and keep it.

    A window's reading does not depend on the windows beside it, but for rounding: padding is
    masked, and weights are quantised by row, activations by batch in the int8 network.
    """

    def __init__(self, network: bytes, vocabulary: Path, *, threads: int = 0) -> None:
        """`network`: an ONNX file as `training.reader.export` writes it; 0 threads: one a core."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(network, options, providers=providers())
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
        for start in range(0, len(windows), _WINDOWS_A_POOL):
            pool = windows[start : start + _WINDOWS_A_POOL]
            laid = [self._lay(window) for window in pool]
            readings: dict[int, WindowReading] = {}
            for group in _groups([len(window.pieces) for window in laid]):
                batch = [pool[at] for at in group]
                scores = self.scores(batch, [laid[at] for at in group])
                readings.update(zip(group, decode(batch, scores), strict=True))
            yield from (readings[at] for at in range(len(pool)))

    def scores(self, windows: Sequence[Window], laid: Sequence[_Laid]) -> Mapping[str, np.ndarray]:
        """One pass of the network: its outputs by name, padded to the longest window."""
        names = [output.name for output in self._session.get_outputs()]
        return dict(zip(names, self._session.run(names, _inputs(windows, laid)), strict=True))

    def _lay(self, window: Window) -> _Laid:
        laid = _Laid([FIRST], [SIGN], [], [])
        for word, cut in zip(window.words, self._pieces.of(window.words), strict=True):
            laid.first.append(len(laid.pieces))
            laid.pieces.extend(cut)
            laid.shapes.extend([shape_of(word)] * len(cut))
            laid.last.append(len(laid.pieces) - 1)
        if not 0 < len(laid.pieces) - 1 <= MOST_PIECES:
            raise InputError(
                f"A window has {len(laid.pieces) - 1} pieces; between 1 and {MOST_PIECES} can be read",
                "Cut it with Encoder.count_pieces",
            )
        laid.pieces.append(LAST)
        laid.shapes.append(SIGN)
        return laid


def providers() -> list[str]:
    """Where onnxruntime computes: CUDA where it is there, else the processor."""
    there = onnxruntime.get_available_providers()
    return [name for name in ("CUDAExecutionProvider", "CPUExecutionProvider") if name in there]


def _groups(lengths: Sequence[int]) -> Iterator[list[int]]:
    order = sorted(range(len(lengths)), key=lambda at: -lengths[at])
    while order:
        count = max(1, _PIECES_A_BATCH // lengths[order[0]])
        yield order[:count]
        del order[:count]


def _inputs(windows: Sequence[Window], laid: Sequence[_Laid]) -> dict[str, np.ndarray]:
    words = max(len(window.words) for window in windows)
    pieces = max(len(window.pieces) for window in laid)
    sentence = np.full((len(windows), words), -1, dtype=np.int64)
    pooling = np.zeros(
        (len(windows), max(len(window.sentences) for window in windows), pieces), dtype=np.float32
    )
    for row, (window, places) in enumerate(zip(windows, laid, strict=True)):
        edges = [*window.sentences, len(window.words)]
        for number, (first, last) in enumerate(zip(edges, edges[1:], strict=False)):
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
    padded = np.full((len(rows), width), empty, dtype=np.int64)
    for at, row in enumerate(rows):
        padded[at, : len(row)] = row
    return padded
