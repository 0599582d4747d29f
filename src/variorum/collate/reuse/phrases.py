"""Stock phrases: word runs that reporters everywhere use, so that sharing them says little.

The table was counted over the AllSides collection (see `training/phrases`); it holds
hashes only.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from variorum.collate.reuse.shingles import shingles
from variorum.collate.reuse.words import Flags, Hashes

PHRASE_LENGTH: Final = 5
"""Words in a stock phrase; longer ones are runs of these."""


def short_hash(values: Hashes) -> NDArray[np.uint32]:
    """The part of a shingle's number that the table keeps; one in 100,000 agrees by chance."""
    return (values >> np.uint64(32)).astype(np.uint32)


@cache
def _table() -> NDArray[np.uint32]:
    data = files("variorum.collate.reuse").joinpath("weights", "phrases.npz").read_bytes()
    with np.load(BytesIO(data)) as arrays:
        table: NDArray[np.uint32] = arrays["phrases"]
    return table


def is_stock_phrase(runs: Hashes) -> Flags:
    """For each shingle of `PHRASE_LENGTH` words whether it is a stock phrase."""
    short = short_hash(runs)
    table = _table()
    place = np.minimum(np.searchsorted(table, short), len(table) - 1)
    return np.asarray(table[place] == short)


def in_stock_phrase(words: Hashes) -> Flags:
    """For each word whether it stands in a stock phrase."""
    return covered(is_stock_phrase(shingles(words, PHRASE_LENGTH)), len(words))


def covered(starts: Flags, count: int) -> Flags:
    """For each of `count` words whether it stands in one of the phrases that start as flagged."""
    flags = np.zeros(count, dtype=bool)
    for offset in range(PHRASE_LENGTH if len(starts) else 0):
        flags[offset : offset + len(starts)] |= starts
    return flags
