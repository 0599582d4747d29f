"""Tunes the network on all corpora at once, within a given time."""

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from training.reader.base import VOCABULARY, load_base
from training.reader.batches import Batch, as_batch, batches
from training.reader.document import Document
from training.reader.losses import losses, total
from training.reader.model import Reader
from training.reader.rounding import set_rounding
from training.reader.windows import Lesson, lessons_of
from variorum.read.encoder.pieces import Pieces

WEIGHTS: Final = "reader.pt"

RATES: Final = {"base": 1.5e-4, "heads": 1e-3, "chains": 1e-2}
SILVER_WEIGHT: Final = 0.4
"""How much a word counts for grammar and names where a program labelled it."""

_WARM_STEPS: Final = 60
_ROUNDED_FROM: Final = 0.55
"""Share of the run after which the layers round as the shipped network does."""

_AVERAGED_FROM: Final = 0.6
"""Share of the run after which weights are averaged, every few steps."""

_AVERAGED_EVERY: Final = 4
_DECAY: Final = 0.96
_REPORT_EVERY: Final = 25


class Averaged:
    """A moving average of the weights, which generalises better than the last ones."""

    def __init__(self, reader: Reader) -> None:
        self.reader = deepcopy(reader)
        self.seen = 0

    def take(self, reader: Reader) -> None:
        """Adds the weights as they are now."""
        self.seen += 1
        share = 1 - min(_DECAY, 1 - 1 / self.seen)
        with torch.no_grad():
            for mine, theirs in zip(self.reader.parameters(), reader.parameters(), strict=True):
                if theirs.requires_grad:
                    mine.lerp_(theirs, share)


def train(
    documents: Sequence[Document],
    vectors: dict[str, NDArray[np.float16]],
    work: Path,
    *,
    epochs: int = 3,
    minutes: float = 50,
    seed: int = 1,
    say: Callable[[str], None] = print,
) -> Reader:
    """The trained network; also kept in `work` every half epoch.

    The rates fall to nothing at the end of the epochs or of the minutes, whichever is first.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    reader = Reader(load_base())
    reader.base.words.weight.requires_grad = False
    optimizer = torch.optim.AdamW(_groups(reader), weight_decay=0.01, fused=True)
    averaged = Averaged(reader)
    began, epoch_steps, step = time.monotonic(), 0, 0
    for epoch in range(epochs):
        groups = list(_groups_of_lessons(documents, vectors, chance))
        epoch_steps = len(groups)
        for number, lessons in enumerate(groups):
            progress = max(
                (epoch + number / epoch_steps) / epochs,
                (time.monotonic() - began) / (60 * minutes),
            )
            if progress >= 1:
                break
            _set_rates(optimizer, step, progress)
            set_rounding(reader, rounding=progress > _ROUNDED_FROM)
            parts = _step(reader, optimizer, as_batch(lessons))
            step += 1
            if progress > _AVERAGED_FROM and step % _AVERAGED_EVERY == 0:
                averaged.take(reader)
            if step % _REPORT_EVERY == 0:
                passed = round(time.monotonic() - began)
                say(json.dumps({"step": step, "of": epoch_steps, "seconds": passed, **parts}))
            if number in (epoch_steps // 2, epoch_steps - 1):
                torch.save(_best(reader, averaged).state_dict(), work / WEIGHTS)
    best = _best(reader, averaged)
    set_rounding(best, rounding=False)
    torch.save(best.state_dict(), work / WEIGHTS)
    return best


def load_reader(path: Path) -> Reader:
    """A network whose weights `train` kept."""
    reader = Reader(load_base())
    reader.load_state_dict(torch.load(path, weights_only=True))
    return reader.eval()


def _best(reader: Reader, averaged: Averaged) -> Reader:
    return averaged.reader if averaged.seen > 5 else reader


def _groups(reader: Reader) -> list[dict[str, object]]:
    chains = [reader.transitions, reader.distances]
    base = [weight for weight in reader.base.parameters() if weight.requires_grad]
    known = {id(weight) for weight in [*chains, *base, reader.base.words.weight]}
    heads = [weight for weight in reader.parameters() if id(weight) not in known]
    return [
        {"params": base, "rate": RATES["base"]},
        {"params": heads, "rate": RATES["heads"]},
        {"params": chains, "rate": RATES["chains"], "weight_decay": 0.0},
    ]


def _set_rates(optimizer: torch.optim.Optimizer, step: int, progress: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * min(1.0, (step + 1) / _WARM_STEPS) * (1 - progress)


def _groups_of_lessons(
    documents: Sequence[Document],
    vectors: dict[str, NDArray[np.float16]],
    chance: random.Random,
) -> Iterator[list[Lesson]]:
    pieces = Pieces(VOCABULARY)
    lessons = [
        lesson
        for document in documents
        for lesson in lessons_of(document, pieces, vectors, chance, SILVER_WEIGHT)
    ]
    return batches(lessons, chance)


def _step(reader: Reader, optimizer: torch.optim.Optimizer, batch: Batch) -> dict[str, float]:
    reader.train()
    with torch.autocast("cpu", torch.bfloat16):
        found = reader(*batch[:6], heads=batch.heads)
    parts = losses(reader, batch, found)
    optimizer.zero_grad(set_to_none=True)
    total(parts).backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    return {name: round(float(loss.detach()), 4) for name, loss in parts.items()}
