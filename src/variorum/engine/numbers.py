"""Numbers in place of words: what tables hold in least room, and engines join fastest.

A number is a hash of 64 bits: of a hundred million words two have the same one with a chance of one
in three thousand. So it may lead to a pair that is looked at in vain, and never tell what is drawn.
"""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

_MOST: Final = 1 << 18
"""Words whose numbers are at hand."""


@lru_cache(_MOST)
def number_of(words: str) -> int:
    """The number of some words."""
    digest = hashlib.blake2b(words.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def packed(words: Iterable[str]) -> bytes:
    """The numbers of some words, in their order, each once: in little room, to be kept."""
    return np.fromiter(dict.fromkeys(map(number_of, words)), np.int64).tobytes()


def unpacked(parts: Sequence[bytes]) -> Numbers:
    """The numbers of all parts, one after the other."""
    return np.frombuffer(b"".join(parts), np.int64)


def counts(parts: Sequence[bytes]) -> Numbers:
    """How many numbers each part has."""
    return np.fromiter(map(len, parts), np.int64, len(parts)) // np.dtype(np.int64).itemsize


def places(parts: Sequence[bytes]) -> Numbers:
    """For each number of all parts the place of the part that it stands in."""
    return np.repeat(np.arange(len(parts)), counts(parts))


def distinct(numbers: Numbers) -> Numbers:
    """Some numbers in order, each once.

    numpy 2.3 to 2.4 look for these in a table of hashes: for five million of 64 bits that takes a
    hundred times as long as to sort them does.
    """
    ordered = np.sort(numbers)
    is_first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return ordered[is_first]


def batch(schema: pa.Schema, *columns: NDArray[np.generic]) -> pa.RecordBatch:
    """Rows out of columns."""
    arrays = [pa.array(one, field.type) for one, field in zip(columns, schema, strict=True)]
    return pa.record_batch(arrays, schema=schema)


def pairs_in(batches: Iterable[pa.RecordBatch]) -> list[tuple[int, int]]:
    """The pairs of numbers in the first two columns, each once, in order."""
    both = [
        np.stack([one.column(0).to_numpy(), one.column(1).to_numpy()]).astype(np.int64)
        for one in batches
    ]
    if not both:
        return []
    first, second = np.concatenate(both, axis=1)
    found = distinct(first << 32 | second)
    return list(zip((found >> 32).tolist(), (found & 0xFFFFFFFF).tolist(), strict=True))
