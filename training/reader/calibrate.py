"""Sets how readily a cue, its source and its content are begun, on articles kept for it.

Annotators overlook attributions, so the chains learn to be too careful. What each kind of
chain gets for a beginning is chosen on the validation articles, one kind after the other, by
the mean of the exact F1 of sources, cues and contents and of the F1 of whole attributions.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.attribution import ROLES, score
from training.reader.base import VOCABULARY
from training.reader.document import Document
from training.reader.figures import attribution_pairs
from training.reader.reading import join, windows_of
from variorum.read.encoder.decoding import decode
from variorum.read.encoder.encoder import Encoder, Scores
from variorum.read.encoder.labels import BEGIN
from variorum.read.encoder.window import Window

CUE, PAIR_SOURCE, PAIR_CONTENT = 1, 3, 4
_STEPS: Final = {
    CUE: (0.0, 0.4, 0.8, 1.2, 1.6, 2.0, 2.5),
    PAIR_CONTENT: (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0),
    PAIR_SOURCE: (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0),
}

Bonus = NDArray[np.float32]
Windows = list[list[tuple[int, Window]]]


def calibrate(network: Path, documents: Sequence[Document], *, threads: int = 0) -> Bonus:
    """What a beginning gets in each of the five kinds of chains; nothing without documents."""
    kept = [one for one in documents if one.part == "validation" and one.readings]
    bonus = np.zeros(5, dtype=np.float32)
    if not kept:
        return bonus
    encoder = Encoder(network.read_bytes(), VOCABULARY, threads=threads)
    windows = [list(windows_of(document, encoder)) for document in kept]
    with ThreadPoolExecutor(max(1, threads)) as workers:
        scores = [encoder.scores([window for _, window in some], workers) for some in windows]
    for kind, steps in _STEPS.items():
        tried = {}
        for step in steps:
            bonus[kind] = step
            tried[step] = _value(kept, windows, scores, bonus)
        bonus[kind] = max(tried, key=lambda step: (tried[step], -abs(step)))
    return bonus


def _value(
    documents: Sequence[Document], windows: Windows, scores: list[list[Scores]], bonus: Bonus
) -> float:
    found = []
    for some, given in zip(windows, scores, strict=True):
        table = given[0]["transitions"].copy()
        table[:, :, BEGIN] += bonus[:, None]
        changed = [one | {"transitions": table} for one in given]
        readings = decode([window for _, window in some], changed)
        found.append(join([(base, next(readings)) for base, _ in some]))
    figures = score(attribution_pairs(documents, found))
    return sum([figures.whole.f1, *(figures.parts[role].f1 for role in ROLES)]) / 4
