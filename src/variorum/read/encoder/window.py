"""What goes into the encoder and what comes out: a window of words, and its reading."""

from itertools import pairwise
from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.read.encoder.labels import Kind
from variorum.record.errors import InputError

Words: TypeAlias = tuple[int, int]
"""Words `first` up to, not including, `last` of a window."""


class Window(msgspec.Struct, frozen=True):
    """Words that are read together: some sentences that stand next to each other in one text.

    Words are cut as the Penn Treebank cuts them ("do n't", "Putin 's", quotation marks alone);
    `sentences` holds the first word of each sentence, beginning with 0. How many pieces a window
    may have is `MOST_PIECES` in `variorum.read.encoder.encoder`.
    """

    words: tuple[str, ...]
    sentences: tuple[int, ...] = (0,)

    def __post_init__(self) -> None:
        edges = [*self.sentences, len(self.words)]
        if edges[0] != 0 or any(first >= last for first, last in pairwise(edges)):
            raise InputError(
                f"Sentences that begin at {self.sentences} do not fit {len(self.words)} words",
                "Give the first word of each sentence, beginning with 0",
            )


class Name(msgspec.Struct, frozen=True):
    """One mention by name."""

    words: Words
    kind: Kind
    confidence: float


class Attribution(msgspec.Struct, frozen=True):
    """Who is said to say what: the cue with the parts that belong to it, in order of the text.

    `source` is empty where the text names none ("it was reported that"). A content that the cue
    interrupts has two parts. `confidence` is the mean probability of the cue's words.
    """

    cue: Words
    source: tuple[Words, ...]
    content: tuple[Words, ...]
    confidence: float


class WindowReading(msgspec.Struct, frozen=True):
    """What the encoder found in a window.

    `heads` holds for each word the word it depends on, itself for the root of a sentence;
    `vectors` one vector of length 1 for each sentence.
    """

    parts_of_speech: tuple[str, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]
    heads: NDArray[np.int32]
    relations: tuple[str, ...]
    vectors: NDArray[np.float32]
