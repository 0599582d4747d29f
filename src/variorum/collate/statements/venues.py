"""Where words were said, as far as two reports of it can be held against each other."""

import re
from typing import Final, NamedTuple

from variorum.collate.statements.words import fold

_TOLD: Final = {
    "interview": "interview",
    "tweet": "post", "tweets": "post", "twitter": "post", "post": "post", "posts": "post",
    "facebook": "post", "instagram": "post", "telegram": "post",
    "briefing": "press", "conference": "press", "gaggle": "press", "reporters": "press",
    "speech": "speech", "address": "speech", "rally": "speech", "sermon": "speech",
    "statement": "statement", "communique": "statement", "release": "statement",
    "hearing": "hearing", "testimony": "hearing", "trial": "hearing", "court": "hearing",
    "letter": "letter", "email": "letter", "memo": "letter",
    "blog": "writing", "oped": "writing", "column": "writing", "article": "writing",
    "breakfast": "meal", "lunch": "meal", "dinner": "meal",
}  # fmt: skip
"""What kind of occasion a word names. Words that name none of these rule nothing out: a tweet can
be about a meeting, and an interview be given at a summit."""

_KINDS: Final = {fold(word): kind for word, kind in _TOLD.items()}

_NAME: Final = re.compile(r"\b[A-Z][\w.&’'-]*")
_ARTICLES: Final = frozenset({"a", "an", "the", "his", "her", "their", "its"})


class Venue(NamedTuple):
    """The kinds of occasion and the names that a report of the venue has."""

    kinds: frozenset[str]
    names: frozenset[str]

    @property
    def is_told(self) -> bool:
        """Whether anything is told."""
        return bool(self.kinds or self.names)


NOWHERE: Final = Venue(frozenset(), frozenset())


def venue_of(printed: str | None) -> Venue:
    """What a venue, as printed, tells."""
    if not printed:
        return NOWHERE
    words = [fold(word) for word in re.findall(r"[\w’'-]+", printed)]
    kinds = frozenset(_KINDS[word] for word in words if word in _KINDS)
    names = frozenset(fold(name) for name in _NAME.findall(printed)) - _ARTICLES
    return Venue(kinds, names)


def are_one(a: Venue, b: Venue) -> bool:
    """Whether both tell the same: a name in common, or a kind with no names that disagree."""
    if a.names and b.names:
        return bool(a.names & b.names)
    return bool(a.kinds & b.kinds)


def are_apart(a: Venue, b: Venue) -> bool:
    """Whether both tell of an occasion, and not of one and the same."""
    if a.names & b.names:
        return False
    return bool(a.kinds and b.kinds and not a.kinds & b.kinds)
