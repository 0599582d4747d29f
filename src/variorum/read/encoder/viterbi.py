"""The likeliest tags of many sequences at once, by a linear chain over outside, begin, inside."""

import numpy as np
from numpy.typing import NDArray

from variorum.read.encoder.labels import BEGIN, INSIDE
from variorum.read.encoder.window import Words

Scores = NDArray[np.float32]


def best_tags(
    emissions: Scores, lengths: NDArray[np.integer], transitions: Scores
) -> NDArray[np.int8]:
    """The likeliest tags [sequences, length]; outside behind a sequence's length.

    `emissions` [sequences, length, 3]; `transitions` [sequences, 4, 3] from a tag, or from the
    beginning (3), to a tag.
    """
    count, length, _ = emissions.shape
    came = np.zeros((length, count, 3), dtype=np.int8)
    score = transitions[:, 3] + emissions[:, 0]
    between = transitions[:, :3]
    stays = np.arange(3, dtype=np.int8)
    for place in range(1, length):
        onward = score[:, :, None] + between
        best = onward.argmax(axis=1)
        running = place < lengths
        came[place] = np.where(running[:, None], best, stays)
        step = onward.max(axis=1) + emissions[:, place]
        score = np.where(running[:, None], step, score)
    return _traced(score.argmax(axis=1), came, lengths)


def _traced(
    last: NDArray[np.integer], came: NDArray[np.int8], lengths: NDArray[np.integer]
) -> NDArray[np.int8]:
    length, count, _ = came.shape
    tags = np.zeros((count, length), dtype=np.int8)
    tag, rows = last, np.arange(count)
    for place in range(length - 1, -1, -1):
        tags[:, place] = np.where(place < lengths, tag, 0)
        tag = came[place, rows, tag]
    return tags


def runs(tags: NDArray[np.integer]) -> list[Words]:
    """The spans that one sequence of tags marks."""
    marked = np.flatnonzero(tags)
    spans: list[Words] = []
    for place in marked.tolist():
        if tags[place] == INSIDE and spans and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        elif tags[place] in (BEGIN, INSIDE):
            spans.append((place, place + 1))
    return spans
