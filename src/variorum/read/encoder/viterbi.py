"""The likeliest tags of many sequences at once, by a linear chain over outside, begin, inside."""

import numpy as np
from numpy.typing import NDArray

from variorum.read.encoder.labels import INSIDE
from variorum.read.encoder.window import Words

Scores = NDArray[np.float32]


def best_tags(
    emissions: Scores, lengths: NDArray[np.integer], transitions: Scores
) -> NDArray[np.int8]:
    """The likeliest tags [sequences, length]; outside behind a sequence's length.

    `emissions` [sequences, length, 3]; `transitions` [sequences, 4, 3] from a tag, or from the
    beginning (3), to a tag. Of tags that are equally likely the first is taken.
    """
    count, length, _ = emissions.shape
    gained = np.ascontiguousarray(emissions.transpose(1, 2, 0))
    between = np.ascontiguousarray(transitions[:, :3].transpose(1, 2, 0))
    onward = np.empty((length - 1, 3, 3, count), dtype=np.float32)
    reached = np.empty((length, 3, count), dtype=np.float32)
    reached[0] = transitions[:, 3].T
    for here, gain, step, there in zip(reached, gained, onward, reached[1:], strict=False):
        np.add((here + gain)[:, None], between, out=step)
        np.maximum.reduce(step, out=there)
    best = reached[1:]
    came = np.where(onward[:, 0] == best, 0, np.where(onward[:, 1] == best, 1, 2))
    return _traced(came, reached + gained, lengths)


def _traced(
    came: NDArray[np.integer], scores: Scores, lengths: NDArray[np.integer]
) -> NDArray[np.int8]:
    """Follows each sequence from its best last tag back to its first.

    `came` [length - 1, tag, sequences]: the best tag before each tag but the first; `scores`
    [length, tag, sequences]: how good it is to be there. What stands behind a sequence's end leads
    to its best last tag, so that all are followed from the end of the longest.
    """
    length, _, count = scores.shape
    rows = np.arange(count)
    steps = np.zeros((length, 3, count), dtype=np.int64)
    steps[:-1] = came
    steps[lengths - 1, :, rows] = scores[lengths - 1, :, rows].argmax(axis=1)[:, None]
    flat = (steps * count + rows).reshape(length, -1)
    tags = np.empty((length, count), dtype=np.int64)
    at = rows
    for place in reversed(range(length)):
        at = flat[place].take(at)
        tags[place] = at
    return np.where(np.arange(length) < lengths[:, None], tags.T // count, 0).astype(np.int8)


def runs(tags: NDArray[np.integer]) -> list[Words]:
    """The spans that one sequence of tags marks."""
    marked = np.flatnonzero(tags)
    spans: list[Words] = []
    for place, tag in zip(marked.tolist(), tags[marked].tolist(), strict=True):
        if tag == INSIDE and spans and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return spans
