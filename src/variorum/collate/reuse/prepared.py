"""A text made ready to be compared with many others."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.collate.reuse.alignment import AnchorIndex, index_anchors
from variorum.collate.reuse.phrases import in_stock_phrase
from variorum.collate.reuse.words import Words

WORD_WEIGHT: Final = 100
"""Weights are whole hundredths, so that their sums are the same on every machine."""

NAME_WEIGHT: Final = 40
"""What a capitalised word counts beside a plain one: "Russian President Vladimir Putin and
his US counterpart Donald Trump" is ten words that anybody writes."""

STOCK_WEIGHT: Final = 25
"""What a word of a stock phrase counts: "did not immediately respond to a request for"."""


class PreparedText(NamedTuple):
    """A text with its words, how much each says about copying, and an index for alignment."""

    characters: str
    words: Words
    weights: NDArray[np.int32]
    anchors: AnchorIndex


def prepare(characters: str, words: Words) -> PreparedText:
    """A text with what comparisons need of it."""
    return PreparedText(characters, words, _weights(words), index_anchors(words.hashes))


def _weights(words: Words) -> NDArray[np.int32]:
    """How much each word says about who copied whom, if it is shared."""
    weights = np.where(words.name, NAME_WEIGHT, WORD_WEIGHT).astype(np.int32)
    weights[in_stock_phrase(words.hashes)] = STOCK_WEIGHT
    return weights
