"""How far a word stands from a cue, in steps that grow; the sentence counts too."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_STEPS: Final = np.array([1, 2, 3, 4, 5, 9, 17, 33, 65])
_EDGES: Final = np.concatenate([1 - _STEPS[::-1], _STEPS])
"""Where a step ends and the next begins, before a cue and behind it."""

_SIDES: Final = len(_EDGES) + 1
_SENTENCES: Final = 5

DISTANCES: Final = _SIDES * _SENTENCES


Place = int | NDArray[np.integer]


def distances_from(
    cue: tuple[Place, Place], sentences: NDArray[np.integer], length: int
) -> NDArray[np.int64]:
    """For each of `length` words its step from a cue, joined with how many sentences lie between.

    `sentences` holds the number of each word's sentence. Where the first and last words of several
    cues are given [cues, 1], there is a row for each.
    """
    places = np.arange(length)
    away = np.minimum(places - cue[0], 0) + np.maximum(places - cue[1] + 1, 0)
    step = _EDGES.searchsorted(away, side="right")
    apart = (sentences[:length] - sentences[cue[0]]).clip(-2, 2) + 2
    joined: NDArray[np.int64] = step * _SENTENCES + apart
    return joined
