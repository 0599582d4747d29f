"""The words around a mention of an event, that copies and rewrites keep."""

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise, zip_longest
from typing import Final

from variorum.collate.events.telling import fold
from variorum.collate.stories.words import common_words, terms_in
from variorum.record.event import EventMention

CONTEXT: Final = 4
"""Words on one side of an event's own that make it known as a copied one, together with it."""

REACH: Final = 160
"""Characters on one side of an event in which its matter is looked for."""

_WORD: Final = re.compile(r"\w+")
BESIDE: Final = 60
"""Characters in which the words beside an event's own are looked for."""


SMALL: Final = frozenset(
    "a an the this that these those its his her their our of on in at to for from by with into over"
    " against between and or but as who which".split()
)
"""Words that a rewrite puts or leaves out beside the one that it replaces."""

SLOT: Final = (2, 3)
"""Telling words before and behind an event's own between which another word for it may stand."""

PUT_BEFORE: Final = 2
"""Telling words that may be put before it besides: "a full-scale assault"."""


def contexts_of(text: str, mention: EventMention) -> Iterator[int]:
    """Hashes of an event's words with those before, with those after, and of both without it."""
    own = _WORD.findall(text[mention.start : mention.end].casefold())
    before = _WORD.findall(text[max(0, mention.start - BESIDE) : mention.start].casefold())
    after = _WORD.findall(text[mention.end : mention.end + BESIDE].casefold())
    for words in ([*before[-CONTEXT:], *own], [*own, *after[:CONTEXT]]):
        if len(words) == CONTEXT + len(own):
            yield _hashed(words)
    behind = _telling_words(after)[: SLOT[1]]
    if len(behind) == SLOT[1]:
        for two in islice(pairwise(reversed(_telling_words(before))), PUT_BEFORE + 1):
            yield _hashed([*two, "~", *behind])


MATTER: Final = 12
"""Telling words of its sentence by which an event is known, at most: the nearest."""

TELLING: Final = 0.05
"""The share of news articles that have a telling word, at most."""

SENTENCE_END: Final = re.compile(r"[.!?][\"”’']?\s|\n")


def matter_of(text: str, mention: EventMention) -> Iterator[int]:
    """Hashes of the telling words around an event's own in its sentence."""
    before, after = _sentence_around(text, mention)
    beside = zip_longest(reversed(list(_known_by(before))), _known_by(after))
    nearest = (word for pair in beside for word in pair if word)
    for word in islice(dict.fromkeys(nearest), MATTER):
        yield zlib.crc32(word.encode())


def _known_by(words: str) -> Iterator[str]:
    return (
        term
        for term in terms_in(words)
        if common_words().get(term, 0.0) <= TELLING and term not in TIMES
    )


TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday said told yesterday today tomorrow"
    " january february march april may june july august september october november december"
    " official spokesman spokeswoman spokesperson".split()
)


def _telling_words(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in SMALL]


def _hashed(words: Iterable[str]) -> int:
    return zlib.crc32(" ".join(words).encode())


def sentence_words(text: str, mention: EventMention) -> frozenset[str]:
    """The folded words of a mention's sentence."""
    return frozenset(fold(" ".join(_sentence_around(text, mention))).split())


def _sentence_around(text: str, mention: EventMention) -> tuple[str, str]:
    """What stands before and behind a mention in its sentence, as far as `REACH`."""
    before = SENTENCE_END.split(text[max(0, mention.start - REACH) : mention.start])[-1]
    return before, SENTENCE_END.split(text[mention.end : mention.end + REACH])[0]
