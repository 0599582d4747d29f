"""What is looked for in a record, and what is found: the same for every store."""

import re
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from variorum.record.event import Status
from variorum.record.letters import without_marks
from variorum.record.reuse import Place
from variorum.record.span import Span

FoundKind = Literal["statement", "event", "position", "headline", "passage"]
FOUND_KINDS: Final[tuple[FoundKind, ...]] = get_args(FoundKind)
"""In the order in which they are told apart for a reader."""

MOST_TERMS: Final = 16
"""Words and phrases that are looked for at once; what a reader types beyond is left out."""

MOST_LETTERS: Final = 200
"""Characters of what a reader types that are looked at."""

_TERM: Final = re.compile(r'"([^"]*)"?|“([^”]*)”?|([^\s"“]+)')
_WORD: Final = re.compile(r"[^\W_]+")

Phrase: TypeAlias = tuple[str, ...]


class Term(NamedTuple):
    """What must be found in the words: any one of some phrases, which are other names of one thing.

    The first is what was typed. `is_prefix`: the last word of each may go on.
    """

    phrases: tuple[Phrase, ...]
    is_prefix: bool = False
    typed: str = ""


class SearchRequest(NamedTuple):
    """What is looked for. Everything that is given must be so of what is found.

    - `terms`: in the words, or in the names of who and where; none: the filters alone decide;
    - `kinds`: of what is found, none for all;
    - `speaker`: the id of an entity, or letters of one of its names; `outlet`, `issue`: letters;
    - `first_day`, `last_day`: ISO days; what is said, happens or is published between them;
    - `articles`: only what these tell, if given;
    - `offset`, `limit`: which part of what is found.
    """

    terms: tuple[Term, ...] = ()
    kinds: tuple[FoundKind, ...] = ()
    speaker: str = ""
    outlet: str = ""
    issue: str = ""
    status: Status | None = None
    first_day: str = ""
    last_day: str = ""
    articles: frozenset[str] | None = None
    offset: int = 0
    limit: int = 20

    @property
    def asks(self) -> bool:
        """Whether anything is looked for."""
        return any(self[:8]) or self.articles is not None


EVERYTHING: Final = SearchRequest()
"""A request without filters."""


class Hit(NamedTuple):
    """What is found.

    - `words`: as printed, of a passage or statement; the label of an event; the issue, and the
      condition, of a position; `marks`: where what is looked for stands in them;
    - `first_day`, `last_day`: when it is said, happens or is so, as ISO days; of a passage null;
    - `place`: where the first article in order of publication has it; of a statement the article
      alone is known here, and the place is its first character;
    - `articles`: those that have it, in that order.
    """

    kind: FoundKind
    id: str
    words: str
    marks: tuple[Span, ...]
    speaker: str
    speaker_name: str
    issue: str
    status: str
    first_day: str | None
    last_day: str | None
    place: Place
    articles: tuple[str, ...]


class Count(NamedTuple):
    """How many of what is found have one value of a filter; null if they are too many to count."""

    value: str
    name: str
    found: int | None


class Found(NamedTuple):
    """One part of what is found, the best first.

    `total`: how many there are in all; `is_cut`: there are more, which were not looked at, since
    what is looked for is nearly everywhere. `counts`: for each filter the most frequent values;
    those of "kind" count what would be found without the filter of kinds. `terms`: what was looked
    for.
    """

    hits: tuple[Hit, ...]
    total: int
    counts: Mapping[str, tuple[Count, ...]]
    terms: tuple[Term, ...] = ()
    is_cut: bool = False


def fold(text: str) -> str:
    """A text without case and accents, as names and filters are compared."""
    return " ".join(without_marks(text.casefold()).split())


def words_of(text: str) -> Phrase:
    """The words of a text, without punctuation."""
    return tuple(_WORD.findall(text))


def parse_terms(typed: str) -> tuple[Term, ...]:
    """What a reader types: words, "phrases" between quotation marks, and the heads of words*."""
    terms = []
    for phrase, other_phrase, word in _TERM.findall(typed[:MOST_LETTERS]):
        typed_term = phrase or other_phrase or word
        words = words_of(typed_term)
        if words:
            terms.append(Term((words,), word.endswith("*"), typed_term.rstrip("*")))
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]
