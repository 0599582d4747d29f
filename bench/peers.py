"""Near-duplicate search of whole documents by other libraries, as their documentation shows it."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

THRESHOLD: Final = 0.5
PERMUTATIONS: Final = 128
SHINGLE_WORDS: Final = 5


def _shingles(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[place : place + SHINGLE_WORDS]) for place in range(len(words))]


def with_datasketch(texts: Sequence[str]) -> int:
    """Pairs above the threshold by datasketch's MinHash and LSH."""
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    hashes = []
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in set(_shingles(text))])
        hashes.append(sketch)
        index.insert(str(number), sketch)
    return sum(len(index.query(sketch)) - 1 for sketch in hashes) // 2


def with_rensa(texts: Sequence[str]) -> int:
    """Pairs above the threshold by rensa's R-MinHash and LSH."""
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    hashes = []
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(_shingles(text))
        hashes.append(sketch)
        index.insert(number, sketch)
    return sum(len(index.query(sketch)) - 1 for sketch in hashes) // 2


PEERS: Final[dict[str, Callable[[Sequence[str]], int]]] = {
    "datasketch": with_datasketch,
    "rensa": with_rensa,
}
