"""Scores many pairs of articles: what one process does with one pair, and what is kept of it."""

from functools import lru_cache
from typing import Final

import msgspec
import numpy as np

from variorum.collate.reuse.candidates import discount
from variorum.collate.reuse.overlap import MAKER, Overlap, score_pair
from variorum.collate.reuse.prepared import PreparedText, prepare
from variorum.collate.reuse.words import words_of
from variorum.record.article import Article
from variorum.record.identity import identify
from variorum.record.reuse import Reuse

KEPT_TEXTS: Final = 3000
"""Texts that a process keeps ready (some 40 kB each): one text comes in many pairs."""


class TextToScore(msgspec.Struct, frozen=True):
    """An article as it travels to a process.

    `payload` is the article in MessagePack; `discounted` its shingles that say nothing about
    copying (see `Candidates`), the bytes of little-endian uint64.
    """

    article: str
    payload: bytes
    discounted: bytes = b""


class PairToScore(msgspec.Struct, frozen=True):
    """Two texts to be compared, `a` with the smaller id."""

    a: TextToScore
    b: TextToScore


class ScoredPair(msgspec.Struct, frozen=True):
    """What two articles share, as it is kept: no overlap means that they share no passage."""

    overlap: Overlap | None
    reuses: tuple[Reuse, ...] = ()


def score_texts(pair: PairToScore) -> ScoredPair:
    """The score of one pair: a pure function of its two texts."""
    text_a, text_b = _prepared(pair.a), _prepared(pair.b)
    score = score_pair(pair.a.article, text_a, pair.b.article, text_b)
    return ScoredPair(score.overlap, score.reuses) if score else ScoredPair(None)


def score_key(a: str, b: str, discounted_a: bytes, discounted_b: bytes) -> str:
    """The key under which a score is kept. `a` and `b` are the keys of the articles' contents."""
    return identify("cache", "score", str(MAKER), a, b, discounted_a, discounted_b)


@lru_cache(KEPT_TEXTS)
def _prepared(text: TextToScore) -> PreparedText:
    article = msgspec.msgpack.decode(text.payload, type=Article)
    words = words_of(article)
    if text.discounted:
        words = discount(words, np.frombuffer(text.discounted, dtype="<u8"))
    return prepare(article.text, words)
