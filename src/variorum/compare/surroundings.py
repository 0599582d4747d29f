"""What stands around a verb in its sentence: the words that tell who did it, and to what."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from variorum.compare.relatives import kin
from variorum.compare.words import Word, capitalised, stem, words_in
from variorum.record.span import Span

SMALL: Final = 2
"""Letters of stems that tell nothing."""

EMPTY: Final = frozenset(
    "and or but of in on at to for from by with as who which whom whose its our your my while when "
    "then there here not no never nobody none into out over up down off about after again also "
    "monday tuesday wednesday thursday friday saturday sunday day week month year new old".split()
)
"""Words that tell nothing of who did what."""


class Idle(NamedTuple):
    """What does not count: some stems, and some words as they are printed."""

    stems: frozenset[str]
    words: frozenset[str]


class Around(NamedTuple):
    """The stems of the words around a verb, and those of names among them."""

    stems: frozenset[str]
    names: frozenset[str]


def around(text: str, sentence: Span, verb: Span, window: int, idle: Idle) -> Around:
    """What stands in its sentence within so many words on either side of a verb."""
    before = words_in(text, sentence.start, verb.start)[-window:]
    near = [*before, *words_in(text, verb.end, sentence.end)[:window]]
    names = frozenset(_telling(capitalised(near, sentence), idle))
    return Around(frozenset(_telling(near, idle)), names)


def _telling(words: Iterable[Word], idle: Idle) -> Iterator[str]:
    for word in words:
        one = kin(stem(word.folded))
        if one not in idle.stems and word.folded not in idle.words and len(one) > SMALL:
            yield one
