"""What the untuned base model makes of each sentence alone: the meaning that tuning must keep."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from training.reader.base import Base, pooled
from variorum.read.encoder.pieces import FIRST, LAST, Pieces

_MOST_PIECES = 128
_PIECES_A_BATCH = 8_000


def teach(
    base: Base, pieces: Pieces, sentences: Sequence[Sequence[str]], *, half: bool = True
) -> NDArray[np.float16]:
    """A vector of length 1 for each sentence of words, longest batches first."""
    cut = [[FIRST, *_joined(pieces.of(words))[: _MOST_PIECES - 2], LAST] for words in sentences]
    order = sorted(range(len(cut)), key=lambda at: len(cut[at]))
    vectors = np.zeros((len(cut), 384), dtype=np.float16)
    while order:
        longest = len(cut[order[-1]])
        taken = order[-max(1, _PIECES_A_BATCH // longest) :]
        del order[-len(taken) :]
        batch = torch.zeros((len(taken), longest), dtype=torch.long)
        for row, at in enumerate(taken):
            batch[row, : len(cut[at])] = torch.tensor(cut[at])
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
            vectors[taken] = pooled(base, batch).float().numpy()
    return vectors


def _joined(pieces: Sequence[tuple[int, ...]]) -> list[int]:
    return [piece for word in pieces for piece in word]
