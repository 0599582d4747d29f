"""Conditions that one of two sentences that tell one thing has, and the other has not."""

import re
from collections.abc import Iterator
from typing import Final

from variorum.compare.conflicts import Contradiction
from variorum.compare.halves import Half
from variorum.compare.polarity import GRAMMAR
from variorum.compare.relatives import kin
from variorum.compare.retold import Retold
from variorum.compare.words import folded_words, is_in_marks, stem

NEAR: Final = 0.5
"""Nearness in meaning that two sentences must have."""


def condition_dropped(a: Half, b: Half, pair: Retold) -> Contradiction | None:
    """What one sentence tells on a condition and the other without it."""
    if pair.nearness < NEAR:
        return None
    found = [_CONDITION.search(half.words) for half in (a, b)]
    if (found[0] is None) == (found[1] is None):
        return None
    free, bound = (a, b) if found[0] is None else (b, a)
    at = found[0] or found[1]
    if at is None or OPEN.search(free.words) or not _is_main_told(bound, at, free):
        return None
    if _CONDITION.search(free.follows.partition(".")[0]):
        return None
    values = ("on a condition", "without it")
    one, other = values[::-1] if bound is b else values
    return Contradiction(
        "wording", a.line.place, b.line.place, one, other, 0.65, "Only one side has the condition"
    )


def _is_main_told(bound: Half, condition: re.Match[str], free: Half) -> bool:
    """Whether what hangs on the condition, right before or behind it, is told on the other side."""
    words = bound.words
    start = condition.start()
    # In marks the whole must not stand; a condition that is quoted by itself may.
    if is_in_marks(bound.text, bound.span.start + start) and words[max(0, start - 1)] not in '“"':
        return False
    head = words[:start].rstrip(' “"')
    main = _CLAUSE.split(head)[-1] if head.strip() else words.partition(",")[2]
    stems = _kin_of(_AUXILIARY.split(main, maxsplit=1)[-1]) - _MODALS
    shared = stems & _kin_of(free.words)
    names = frozenset(kin(one) for one in _stems_of_names(main))
    is_enough = len(shared) >= FEWEST_OF_MAIN and bool(shared - names)
    return is_enough and len(shared) >= MAIN * len(stems)


MAIN: Final = 0.7
"""The share of the words of what hangs on a condition that must be told without it."""

FEWEST_OF_MAIN: Final = 2
"""Words of it that must be, one of them no name."""

_AUXILIARY: Final = re.compile(
    r"\b(?:would|will|shall|could|can|may|might|must|has|have|had|is|are|was|were|to) "
)
"""Before what somebody does there is who does it, whom another report may call otherwise."""

_MODALS: Final = frozenset(map(stem, "will would shall should can could may might must".split()))

_CLAUSE: Final = re.compile(
    r"(?: [–—-]|--|[,;:”\"]) (?!who|which|this|that|of\b)|"
    r"\b(?:but|and|that|said|says|warned|repeated|added) "
)


def _kin_of(words: str) -> frozenset[str]:
    return frozenset(kin(one) for one in _stems(words))


def _stems_of_names(words: str) -> Iterator[str]:
    return (stem(one.casefold()) for one in re.findall(r"\b[A-Z][\w’']+", words))


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in folded_words(words)) - GRAMMAR


_CONDITION: Final = re.compile(
    r"(?:\b(?:unless|provided that|providing that|on (?:the )?condition that|only if|only once|"
    r"only after|(?:as|so) long as|(?:in exchange|in return) for|(?<=, )provided(?= [a-z]+ )|"
    r"(?:if|once)(?! again)(?! (?:they|he|she|it|I|you|we) )(?! \w+ (?:was|were|had|is) )"
    r"(?= (?:the|its|his|her|their|both|all|any|that|[A-Z])))\b|"
    r"^Should\b(?=[^?]*,))"
)
OPEN: Final = re.compile(
    r"\b(?:unless|provid\w+|condition|if|once|until|when|whether|should|only|after|subject to|"
    r"in exchange|in return|(?:as|so) long as|depend\w*|threshold|terms?|demand\w*)\b",
    re.IGNORECASE,
)
"""What leaves open whether a thing is."""
