"""The network's scores for a batch of windows → what each window says. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.read.encoder.distances import distances_from
from variorum.read.encoder.labels import KINDS, PARTS_OF_SPEECH, RELATIONS
from variorum.read.encoder.trees import heads_of
from variorum.read.encoder.viterbi import best_tags, runs
from variorum.read.encoder.window import Attribution, Name, Window, WindowReading, Words

Scores = NDArray[np.float32]

SOURCE, CUE, CONTENT = range(3)
_PAIR_CHAINS: Final = (3, 4)
_PAIR_TAGS: Final = (0, 1, 2, 6, 7, 8)
"""The tag head's scores for sources and contents."""


class _Cue(NamedTuple):
    window: int
    words: Words
    confidence: float


def decode(
    windows: Sequence[Window], scores: Sequence[Mapping[str, Scores]]
) -> Iterator[WindowReading]:
    """One reading for each window, in order; the more windows at once, the faster.

    `scores` are the outputs of the network for each window (`training.reader.model.Reader`
    tells their shapes, here without the first axis), with its tables `transitions` and
    `distances`.
    """
    for window, given, attributions in zip(
        windows, scores, _attributions(windows, scores), strict=True
    ):
        heads = _heads(window, given["arcs"])
        yield WindowReading(
            parts_of_speech=tuple(
                PARTS_OF_SPEECH[best] for best in given["speech"].argmax(-1).tolist()
            ),
            names=tuple(_names(given["names"])),
            attributions=tuple(attributions),
            heads=heads,
            relations=_relations(given["relations"], heads),
            vectors=given["vectors"],
        )


def _sentence_numbers(window: Window) -> NDArray[np.int64]:
    starts = np.zeros(len(window.words), dtype=np.int64)
    starts[list(window.sentences)] = 1
    starts[0] = 1
    return np.cumsum(starts) - 1


def _heads(window: Window, arcs: Scores) -> NDArray[np.int32]:
    heads = np.zeros(len(window.words), dtype=np.int32)
    edges = [*window.sentences, len(window.words)]
    for first, last in pairwise(edges):
        heads[first:last] = first + heads_of(arcs[first:last, first:last])
    return heads


def _relations(scores: Scores, heads: NDArray[np.int32]) -> tuple[str, ...]:
    """The likeliest relations; "root" where, and only where, a word is its own head."""
    best = 1 + scores[:, 1:].argmax(-1)
    roots = heads == np.arange(len(heads))
    return tuple(
        RELATIONS[0] if root else RELATIONS[name]
        for root, name in zip(roots.tolist(), best.tolist(), strict=True)
    )


def _names(scores: Scores) -> Iterator[Name]:
    """Runs of one kind; a word "inside" begins a name if the word before is of another kind."""
    likely = _softmax(scores)
    sure = likely[:, 1::2] + likely[:, 2::2]
    best = likely.argmax(-1).tolist()
    start, before = 0, 0
    for place in range(len(best) + 1):
        tag = best[place] if place < len(best) else 0
        goes_on = tag and tag % 2 == 0 and before and (before + 1) // 2 == tag // 2
        if not goes_on:
            if before:
                kind = (before - 1) // 2
                yield Name((start, place), KINDS[kind], _mean(sure[start:place, kind]))
            start = place
        before = tag


def _attributions(
    windows: Sequence[Window], scores: Sequence[Mapping[str, Scores]]
) -> list[list[Attribution]]:
    found: list[list[Attribution]] = [[] for _ in windows]
    cues = list(_cues(scores))
    if not cues:
        return found
    lengths = np.array([len(windows[cue.window].words) for cue in cues])
    tables = scores[0]["transitions"]
    pairs = _pair_scores(cues, windows, scores)
    chains = np.tile(tables[list(_PAIR_CHAINS)], (len(cues), 1, 1))
    tags = best_tags(pairs.reshape(-1, *pairs.shape[2:]), lengths.repeat(2), chains)
    for at, cue in enumerate(cues):
        source, content = runs(tags[2 * at]), runs(tags[2 * at + 1])
        if content:
            attribution = Attribution(cue.words, tuple(source), tuple(content), cue.confidence)
            found[cue.window].append(attribution)
    return found


def _cues(scores: Sequence[Mapping[str, Scores]]) -> Iterator[_Cue]:
    lengths = np.array([len(given["tags"]) for given in scores])
    emissions = np.zeros((len(scores), lengths.max(), 3), dtype=np.float32)
    for row, given in enumerate(scores):
        emissions[row, : lengths[row]] = given["tags"][:, 3 * CUE : 3 * CUE + 3]
    chains = np.broadcast_to(scores[0]["transitions"][CUE], (len(scores), 4, 3))
    tags = best_tags(emissions, lengths, chains)
    likely = 1 - _softmax(emissions)[:, :, 0]
    for row in range(len(scores)):
        for first, last in runs(tags[row]):
            yield _Cue(row, (first, last), _mean(likely[row, first:last]))


def _pair_scores(
    cues: Sequence[_Cue], windows: Sequence[Window], scores: Sequence[Mapping[str, Scores]]
) -> Scores:
    """Scores [cues, 2, words, 3] of each word in the source and the content of each cue."""
    longest = max(len(windows[cue.window].words) for cue in cues)
    pairs = np.zeros((len(cues), 6, longest), dtype=np.float32)
    done = 0
    for row, group in groupby(cues, key=lambda cue: cue.window):
        found = _pairs_of([cue.words for cue in group], windows[row], scores[row])
        count, _, words = found.shape
        pairs[done : done + count, :, :words] = found
        done += count
    return pairs.reshape(len(cues), 2, 3, longest).swapaxes(2, 3)


def _pairs_of(cues: Sequence[Words], window: Window, given: Mapping[str, Scores]) -> Scores:
    """Scores [cues, 6, words] of the words of one window beside its cues."""
    count, side = given["word_side"].shape
    sentences = _sentence_numbers(window)
    sides = [np.add.reduce(given["cue_side"][first:last]) / (last - first) for first, last in cues]
    first, last = np.array(cues).T[:, :, None]
    steps = distances_from((first, last), sentences, count)
    return np.asarray(
        np.stack(sides).reshape(-1, 6, side) @ given["word_side"].T * side**-0.5
        + given["tags"][:, list(_PAIR_TAGS)].T
        + given["distances"][:, steps].swapaxes(0, 1)
    )


def _mean(likely: Scores) -> float:
    """The mean of some probabilities, as it is kept; `mean` of an array takes thrice as long."""
    return round(float(np.add.reduce(likely) / len(likely)), 4)


def _softmax(scores: Scores) -> Scores:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), dtype=np.float32)
