"""Documents → windows to learn from: words, pieces and targets, as arrays."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.reader.document import UNKNOWN, Attributed, Document, Words
from variorum.read.encoder.labels import BEGIN, INSIDE
from variorum.read.encoder.pieces import FIRST, LAST, Pieces, shape_of

LONGEST: Final = 254
"""Pieces of a window, first and last sign not counted."""

Array = NDArray[np.int64]


class Lesson(NamedTuple):
    """One window with all its targets; `UNKNOWN` where one is not known.

    `tags` [3, words] are the tags of sources, cues, contents; `cues` the words of each cue,
    `pairs` [cues, 2, words] the tags of the source and content of each; `vectors` the teacher's,
    empty where it was not asked. `weight` counts for grammar and names: 1 if by hand.
    """

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]
    sentence: Array
    names: Array
    speech: Array
    heads: Array
    relations: Array
    tags: Array
    cues: list[Words]
    pairs: Array
    vectors: NDArray[np.float16]
    weight: float


def cut(
    document: Document, lengths: Sequence[int], longest: int = LONGEST, first: int | None = None
) -> Iterator[tuple[int, int]]:
    """Ranges of sentences that fit into a window; `lengths`: pieces of each sentence.

    A window ends with a paragraph if one ends in its last third. `first`: how many pieces the
    first window may have, so that windows differ from one pass to the next.
    """
    paragraphs = set(document.paragraphs)
    start, room = 0, first or longest
    while start < len(lengths):
        end, total, best = start, 0, None
        while end < len(lengths) and (end == start or total + lengths[end] <= room):
            total += lengths[end]
            end += 1
            at_edge = end == len(lengths) or document.sentences[end] in paragraphs
            if at_edge and total > room * 2 / 3:
                best = end
        end = len(lengths) if end == len(lengths) else best or end
        yield start, end
        start, room = end, longest


def lessons_of(
    document: Document,
    pieces: Pieces,
    vectors: Mapping[str, NDArray[np.float16]],
    chance: random.Random,
    silver_weight: float,
) -> Iterator[Lesson]:
    """The windows of one pass over a document; one annotator is chosen by chance."""
    cut_words = pieces.of(document.words)
    edges = [*document.sentences, len(document.words)]
    lengths = [sum(map(len, cut_words[edges[at] : edges[at + 1]])) for at in range(len(edges) - 1)]
    reading = chance.choice(document.readings) if document.readings else None
    for begin, end in cut(document, lengths, first=chance.randint(60, LONGEST)):
        yield _lesson(
            document,
            (edges[begin], edges[end]),
            cut_words,
            reading,
            vectors[document.id][begin:end] if document.id in vectors else None,
            silver_weight if document.silver else 1.0,
        )


def _lesson(
    document: Document,
    words: Words,
    cut_words: Sequence[tuple[int, ...]],
    reading: Sequence[Attributed] | None,
    vectors: NDArray[np.float16] | None,
    weight: float,
) -> Lesson:
    numbers, shapes, first, last = laid_out(document.words, cut_words, words)
    begin, end = begin_end = words[0], words[0] + len(first)
    count = len(first)
    inner = [at for at in document.sentences if begin < at < end]
    sentence = np.searchsorted(np.array(inner), np.arange(begin, end), side="right")
    heads = np.array(document.heads[begin:end])
    outside = (heads < begin) | (heads >= end)
    tags, cues, pairs = _attribution_targets(reading, begin_end)
    return Lesson(
        pieces=numbers,
        shapes=shapes,
        first=first,
        last=last,
        sentence=sentence,
        names=np.array(document.names[begin:end]),
        speech=np.array(document.parts_of_speech[begin:end]),
        heads=np.where(outside, UNKNOWN, heads - begin),
        relations=np.array(document.relations[begin:end]),
        tags=tags if reading is not None else np.full((3, count), UNKNOWN),
        cues=cues,
        pairs=pairs,
        vectors=vectors if vectors is not None else np.zeros((0, 384), np.float16),
        weight=weight,
    )


def laid_out(
    words: Sequence[str], cut_words: Sequence[tuple[int, ...]], span: Words
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Pieces and their shapes, first and last piece of each word; what does not fit is left off."""
    pieces, shapes, first, last = [FIRST], [5], [], []
    for at in range(*span):
        if len(pieces) + len(cut_words[at]) > LONGEST + 1:
            break
        first.append(len(pieces))
        pieces.extend(cut_words[at])
        shapes.extend([shape_of(words[at])] * len(cut_words[at]))
        last.append(len(pieces) - 1)
    return [*pieces, LAST], [*shapes, 5], first, last


def _attribution_targets(
    reading: Sequence[Attributed] | None, window: Words
) -> tuple[Array, list[Words], Array]:
    count = window[1] - window[0]
    tags = np.zeros((3, count), dtype=np.int64)
    cues, pairs = [], []
    for attributed in sorted(reading or (), key=_reach, reverse=True):
        cue = [part for words in attributed.cue if (part := _within(words, window))]
        source = [part for words in attributed.source if (part := _within(words, window))]
        content = [part for words in attributed.content if (part := _within(words, window))]
        for row, parts in zip(tags, (source, cue, content), strict=True):
            _mark(row, parts)
        if cue:
            pair = np.zeros((2, count), dtype=np.int64)
            _mark(pair[0], source)
            _mark(pair[1], content)
            cues.append((cue[0][0], cue[-1][1]))
            pairs.append(pair)
    return tags, cues, np.array(pairs) if pairs else np.zeros((0, 2, count), dtype=np.int64)


def _reach(attributed: Attributed) -> int:
    return sum(last - first for first, last in attributed.content)


def _within(words: Words, window: Words) -> Words | None:
    first, last = max(words[0], window[0]), min(words[1], window[1])
    return (first - window[0], last - window[0]) if first < last else None


def _mark(row: Array, parts: Sequence[Words]) -> None:
    """Marks parts; what lies in a part that is marked already is not told apart."""
    for first, last in parts:
        if not row[first:last].any():
            row[first] = BEGIN
            row[first + 1 : last] = INSIDE
