"""Scores of words as heads → one tree for each sentence, by Chu-Liu-Edmonds where needed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

LONGEST_SEARCHED = 200
"""A longer sentence (a list without full stops) is mended, not searched for its best tree."""


def heads_of(scores: Scores) -> NDArray[np.int32]:
    """The head of each word of one sentence; the root's head is itself.

    `scores` [dependents, heads]; the diagonal holds how likely a word is the root. There is
    one root, and every word leads to it.
    """
    greedy = scores.argmax(axis=1)
    if _is_tree(greedy.tolist()):
        return np.asarray(greedy, dtype=np.int32)
    count = len(scores)
    root = int(_rootness(scores).argmax())
    if count > LONGEST_SEARCHED:
        return _mended(greedy, root)
    joined = np.full((count, count), -np.inf)
    joined[:] = scores
    np.fill_diagonal(joined, -np.inf)
    joined[root] = -np.inf
    heads = _arborescence(joined, root)
    heads[root] = root
    return heads.astype(np.int32)


def _rootness(scores: Scores) -> Scores:
    """How much better a word is as root than under its best head."""
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    best = others.max(axis=1) if len(scores) > 1 else np.zeros(1, dtype=scores.dtype)
    return np.asarray(np.diagonal(scores) - best)


def _is_tree(heads: Sequence[int]) -> bool:
    roots = [place for place, head in enumerate(heads) if head == place]
    return len(roots) == 1 and not _cycle(heads, roots[0])


def _mended(heads: NDArray[np.integer], root: int) -> NDArray[np.int32]:
    """Hangs every word that does not lead to the root on it."""
    mended = heads.astype(np.int32).copy()
    mended[root] = root
    for place in range(len(mended)):
        seen, at = set(), place
        while at != root and at not in seen:
            seen.add(at)
            at = int(mended[at])
        if at != root:
            mended[place] = root
    return mended


def _arborescence(scores: NDArray[np.float64], root: int) -> NDArray[np.int64]:
    """The best tree under `root`; `scores` [dependents, heads], -inf where not allowed."""
    heads = np.asarray(scores.argmax(axis=1))
    heads[root] = root
    cycle = np.array(_cycle(heads.tolist(), root), dtype=np.int64)
    if not len(cycle):
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, cycle)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1], small[:-1, -1] = entering.max(axis=0), leaving.max(axis=1)
    found = _arborescence(small, int(np.searchsorted(outside, root)))
    return _opened(found, heads, cycle, outside, entering, leaving)


def _opened(
    found: NDArray[np.int64],
    heads: NDArray[np.int64],
    cycle: NDArray[np.int64],
    outside: NDArray[np.int64],
    entering: NDArray[np.float64],
    leaving: NDArray[np.float64],
) -> NDArray[np.int64]:
    """Puts the words of a cycle back for the one that stood for them."""
    opened = heads.copy()
    stand_in = len(outside)
    for place, head in enumerate(found[:-1].tolist()):
        at_cycle = head == stand_in
        opened[outside[place]] = (
            cycle[int(leaving[place].argmax())] if at_cycle else outside[head]
        )  # fmt: skip
    above = int(found[-1])
    opened[cycle[int(entering[:, above].argmax())]] = outside[above]
    return opened


def _cycle(heads: Sequence[int], root: int) -> list[int]:
    """Words that hang on each other, not on the root; none if all hang on the root."""
    reaching = {root}
    for start in range(len(heads)):
        path: dict[int, None] = {}
        at = start
        while at not in reaching and at not in path:
            path[at] = None
            at = heads[at]
        if at in path:
            words = list(path)
            return words[words.index(at) :]
        reaching.update(path)
    return []
