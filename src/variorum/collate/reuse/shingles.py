"""Shingles: runs of a few consecutive words, as one number each."""

from typing import Final

import numpy as np

from variorum.collate.reuse.words import Hashes

_STEP: Final = 0xD6E8FEB86659FD93
"""An odd multiplier; its powers weigh the words of a shingle by their place."""


def shingles(words: Hashes, length: int) -> Hashes:
    """One number for each run of `length` words, in order; empty if there are fewer words."""
    count = len(words) - length + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    weight = 1
    for place in range(length):
        weight = weight * _STEP % 2**64
        total += words[place : place + count] * np.uint64(weight)
    return total ^ (total >> np.uint64(31))
