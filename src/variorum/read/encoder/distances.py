"""How far a word stands from a cue, in steps that grow; the sentence counts too."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_STEPS: Final = np.array([1, 2, 3, 4, 5, 9, 17, 33, 65])
_SIDES: Final = 2 * len(_STEPS) + 1
_SENTENCES: Final = 5

DISTANCES: Final = _SIDES * _SENTENCES


def distances_from(
    cue: tuple[int, int], sentences: NDArray[np.integer], length: int
) -> NDArray[np.int64]:
    """For each of `length` words its step from a cue, joined with how many sentences lie between.

    `sentences` holds the number of each word's sentence.
    """
    places = np.arange(length)
    before = np.searchsorted(_STEPS, cue[0] - places, side="right")
    behind = np.searchsorted(_STEPS, places - cue[1] + 1, side="right")
    step = len(_STEPS) + behind - before
    apart = np.clip(sentences[:length] - sentences[cue[0]], -2, 2) + 2
    joined: NDArray[np.int64] = step * _SENTENCES + apart
    return joined
