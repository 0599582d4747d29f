"""Lessons of like length → tensors."""

import random
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import torch
from torch import Tensor

from training.reader.document import UNKNOWN
from training.reader.windows import Lesson
from variorum.read.encoder.distances import distances_from

PIECES_A_BATCH: Final = 2_000
_STEP: Final = 16
"""Lengths are rounded up to it: fewer shapes for the matrix library to prepare for."""

_POOL: Final = 1_500
"""Lessons are sorted by length within so many, so that batches stay mixed."""


class Batch(NamedTuple):
    """Tensors as `Reader.forward` takes them, and targets."""

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    sentence: Tensor
    pooling: Tensor
    names: Tensor
    speech: Tensor
    heads: Tensor
    relations: Tensor
    tags: Tensor
    words: Tensor
    """How many words each window has."""
    cue_window: Tensor
    """For each cue of the batch the row of its window."""
    cue_pooling: Tensor
    """For each cue weights over the window's words that average it, [cues, words]."""
    pairs: Tensor
    distances: Tensor
    vectors: Tensor
    vector_places: tuple[Tensor, Tensor]
    weight: Tensor


def batches(lessons: list[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    """Groups of lessons of like length, in an order by chance."""
    chance.shuffle(lessons)
    groups: list[list[Lesson]] = []
    for start in range(0, len(lessons), _POOL):
        pool = sorted(lessons[start : start + _POOL], key=lambda lesson: len(lesson.pieces))
        while pool:
            taken = max(1, PIECES_A_BATCH // len(pool[-1].pieces))
            groups.append(pool[-taken:])
            del pool[-taken:]
    chance.shuffle(groups)
    yield from groups


def as_batch(lessons: Sequence[Lesson]) -> Batch:
    """Pads the lessons to one size."""
    count = _up(max(len(lesson.first) for lesson in lessons))
    cues = [(row, at) for row, lesson in enumerate(lessons) for at in range(len(lesson.cues))]
    places = [(row, at) for row, lesson in enumerate(lessons) for at in range(len(lesson.vectors))]
    return Batch(
        pieces=_padded([lesson.pieces for lesson in lessons], 0, _STEP),
        shapes=_padded([lesson.shapes for lesson in lessons], 5, _STEP),
        first=_padded([lesson.first for lesson in lessons], 0, _STEP),
        last=_padded([lesson.last for lesson in lessons], 0, _STEP),
        sentence=_padded([lesson.sentence for lesson in lessons], -1, _STEP),
        pooling=_pooling(lessons),
        names=_padded([lesson.names for lesson in lessons], UNKNOWN, _STEP),
        speech=_padded([lesson.speech for lesson in lessons], UNKNOWN, _STEP),
        heads=_padded([lesson.heads for lesson in lessons], UNKNOWN, _STEP),
        relations=_padded([lesson.relations for lesson in lessons], UNKNOWN, _STEP),
        tags=torch.stack([_wide(torch.as_tensor(lesson.tags), count) for lesson in lessons]),
        words=torch.tensor([len(lesson.first) for lesson in lessons]),
        cue_window=torch.tensor([row for row, _ in cues], dtype=torch.long),
        cue_pooling=_cue_pooling(lessons, cues, count),
        pairs=_stacked([_wide(torch.as_tensor(lessons[row].pairs[at]), count) for row, at in cues]),
        distances=_stacked([_distances(lessons[row], at, count) for row, at in cues]),
        vectors=torch.as_tensor(
            np.concatenate([lesson.vectors for lesson in lessons]).astype(np.float32)
        ),
        vector_places=(
            torch.tensor([row for row, _ in places], dtype=torch.long),
            torch.tensor([at for _, at in places], dtype=torch.long),
        ),
        weight=torch.tensor([lesson.weight for lesson in lessons]),
    )


def _up(length: int) -> int:
    return -(-length // _STEP) * _STEP


def _padded(rows: Sequence[Sequence[int] | np.ndarray], empty: int, step: int) -> Tensor:
    width = -(-max(len(row) for row in rows) // step) * step
    padded = np.full((len(rows), width), empty, dtype=np.int64)
    for at, row in enumerate(rows):
        padded[at, : len(row)] = row
    return torch.from_numpy(padded)


def _wide(tags: Tensor, count: int) -> Tensor:
    wide = torch.full((tags.shape[0], count), UNKNOWN)
    wide[:, : tags.shape[1]] = tags
    return wide


def _stacked(parts: list[Tensor]) -> Tensor:
    return torch.stack(parts) if parts else torch.zeros((0, 1, 1), dtype=torch.long)


def _pooling(lessons: Sequence[Lesson]) -> Tensor:
    sentences = max(int(lesson.sentence[-1]) + 1 for lesson in lessons)
    width = _up(max(len(lesson.pieces) for lesson in lessons))
    weights = np.zeros((len(lessons), sentences, width), dtype=np.float32)
    for row, lesson in enumerate(lessons):
        for first, last, sentence in zip(lesson.first, lesson.last, lesson.sentence, strict=True):
            weights[row, sentence, first : last + 1] = 1
    return torch.from_numpy(weights / np.maximum(weights.sum(-1, keepdims=True), 1))


def _cue_pooling(lessons: Sequence[Lesson], cues: list[tuple[int, int]], count: int) -> Tensor:
    weights = torch.zeros((len(cues), count))
    for at, (row, number) in enumerate(cues):
        first, last = lessons[row].cues[number]
        weights[at, first:last] = 1 / (last - first)
    return weights


def _distances(lesson: Lesson, number: int, count: int) -> Tensor:
    steps = distances_from(lesson.cues[number], lesson.sentence, len(lesson.first))
    return torch.from_numpy(np.pad(steps, (0, count - len(steps))))
