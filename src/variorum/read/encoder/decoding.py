"""The network's scores for a batch of windows → what each window says. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.read.encoder.distances import distances_from
from variorum.read.encoder.labels import KINDS, PARTS_OF_SPEECH, RELATIONS, Kind
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
    windows: Sequence[Window], scores: Mapping[str, Scores]
) -> Iterator[WindowReading]:
    """One reading for each window, in order.

    `scores` are the outputs of the network (`training.reader.model.Reader.forward` tells their
    shapes), padded to one length, with its two tables `transitions` and `distances`.
    """
    sentences = [_sentence_numbers(window) for window in windows]
    attributions = _attributions(windows, sentences, scores)
    for row, window in enumerate(windows):
        count = len(window.words)
        heads = _heads(window, scores["arcs"][row])
        yield WindowReading(
            parts_of_speech=tuple(
                PARTS_OF_SPEECH[best] for best in scores["speech"][row, :count].argmax(-1)
            ),
            names=tuple(_names(scores["names"][row, :count])),
            attributions=tuple(attributions[row]),
            heads=heads,
            relations=_relations(scores["relations"][row, :count], heads),
            vectors=scores["vectors"][row, : len(window.sentences)],
        )


def _sentence_numbers(window: Window) -> NDArray[np.int64]:
    starts = np.zeros(len(window.words), dtype=np.int64)
    starts[list(window.sentences)] = 1
    starts[0] = 1
    return np.cumsum(starts) - 1


def _heads(window: Window, arcs: Scores) -> NDArray[np.int32]:
    heads = np.zeros(len(window.words), dtype=np.int32)
    edges = [*window.sentences, len(window.words)]
    for first, last in zip(edges, edges[1:], strict=False):
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
    best = likely.argmax(-1).tolist()
    start, before = 0, 0
    for place in range(len(best) + 1):
        tag = best[place] if place < len(best) else 0
        goes_on = tag and tag % 2 == 0 and before and (before + 1) // 2 == tag // 2
        if not goes_on:
            if before:
                yield _name(likely, (start, place), KINDS[(before - 1) // 2])
            start = place
        before = tag


def _name(likely: Scores, words: Words, kind: Kind) -> Name:
    column = 1 + 2 * KINDS.index(kind)
    sure = likely[words[0] : words[1], column : column + 2].sum(-1).mean()
    return Name(words, kind, round(float(sure), 4))


def _attributions(
    windows: Sequence[Window],
    sentences: Sequence[NDArray[np.int64]],
    scores: Mapping[str, Scores],
) -> list[list[Attribution]]:
    found: list[list[Attribution]] = [[] for _ in windows]
    cues = _cues(windows, scores)
    if not cues:
        return found
    lengths = np.array([len(windows[cue.window].words) for cue in cues])
    pairs = _pair_scores(cues, sentences, scores)
    chains = np.tile(scores["transitions"][list(_PAIR_CHAINS)], (len(cues), 1, 1))
    tags = best_tags(pairs.reshape(-1, *pairs.shape[2:]), lengths.repeat(2), chains)
    for at, cue in enumerate(cues):
        source, content = runs(tags[2 * at]), runs(tags[2 * at + 1])
        if content:
            attribution = Attribution(cue.words, tuple(source), tuple(content), cue.confidence)
            found[cue.window].append(attribution)
    return found


def _cues(windows: Sequence[Window], scores: Mapping[str, Scores]) -> list[_Cue]:
    emissions = scores["tags"][:, :, 3 * CUE : 3 * CUE + 3]
    lengths = np.array([len(window.words) for window in windows])
    chains = np.broadcast_to(scores["transitions"][CUE], (len(windows), 4, 3))
    tags = best_tags(emissions, lengths, chains)
    likely = 1 - _softmax(emissions)[:, :, 0]
    return [
        _Cue(row, words, round(float(likely[row, words[0] : words[1]].mean()), 4))
        for row in range(len(windows))
        for words in runs(tags[row])
    ]


def _pair_scores(
    cues: Sequence[_Cue], sentences: Sequence[NDArray[np.int64]], scores: Mapping[str, Scores]
) -> Scores:
    """Scores [cues, 2, words, 3] of each word in the source and the content of each cue."""
    word_side = scores["word_side"]
    length, side = word_side.shape[1:]
    pairs = np.zeros((len(cues), 6, length), dtype=np.float32)
    for at, (row, words, _) in enumerate(cues):
        cue = scores["cue_side"][row, words[0] : words[1]].mean(0).reshape(6, side)
        steps = distances_from(words, sentences[row], len(sentences[row]))
        alone = scores["tags"][row][:, list(_PAIR_TAGS)].T
        pairs[at] = cue @ word_side[row].T * side**-0.5 + alone
        pairs[at, :, : len(steps)] += scores["distances"][:, steps]
    return pairs.reshape(len(cues), 2, 3, length).swapaxes(2, 3)


def _softmax(scores: Scores) -> Scores:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), dtype=np.float32)
