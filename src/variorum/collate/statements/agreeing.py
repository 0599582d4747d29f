"""Wordings, and whether two of them agree in who speaks and when."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal

import msgspec
from rapidfuzz.distance import DamerauLevenshtein

from variorum.collate.statements.rows import QuotationRow
from variorum.collate.statements.venues import Venue
from variorum.record.reading import EntityKind

Agreement = Literal["same", "open", "apart"]


class Wording(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """Quotations of the same words, by the same speaker, of the same time.

    - `speaker`: the record's entity; `kind` is its kind, `name` its folded name or the folded words
      of the source;
    - `key` tells it from all others; `rows`: its quotations, in order of their ids; `articles`:
      those that have it;
    - `words`: all words of the content; `quoted`: those within quotation marks; `stems`: of those
      words that say something; `context`: of what stands around;
    - `said`, `published`: first and last day;
    - `voices`: of a person, words for the bodies that they speak for by their titles; of a body,
      the last word of its name, and the last two with a line between;
    - `titles`: the words of each title of the speaker, or, if nobody is named, of the source.
    """

    key: tuple[str, ...]
    rows: tuple[QuotationRow, ...]
    articles: frozenset[str]
    speaker: str | None
    kind: EntityKind | None
    name: str
    words: tuple[str, ...]
    quoted: tuple[str, ...]
    stems: frozenset[str]
    context: frozenset[str]
    said: tuple[date, date] | None
    published: tuple[date, date] | None
    venue: Venue
    voices: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


def speakers(a: Wording, b: Wording) -> Agreement:
    """Whether two quotations have one speaker, open if that is not told of one of them."""
    if a.speaker and b.speaker:
        if a.speaker == b.speaker:
            return "same"
        if (a.kind == "person") != (b.kind == "person"):
            return "open" if a.voices.isdisjoint(b.voices) else "same"
        return _by_surname(a, b)
    return "same" if (a.name and a.name == b.name) or _is_called(a, b) else "open"


def _is_called(a: Wording, b: Wording) -> bool:
    """Whether one source is described only, by words that are a title of the other's speaker."""
    described, named = (a, b) if b.speaker else (b, a)
    if described.speaker or named.kind != "person":
        return False
    titles = _words_of_each(named.titles)
    return any(told <= title for told in _words_of_each(described.titles) for title in titles)


@lru_cache(1 << 14)
def _words_of_each(titles: frozenset[str]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(title.split()) for title in titles)


def _by_surname(a: Wording, b: Wording) -> Agreement:
    """What the names of two people tell: a slip in a lone surname makes nobody else."""
    if not are_akin(a, b):
        return "apart"
    one, other = sorted((a.name.split(), b.name.split()), key=len)
    return "same" if len(one) == 1 and one[-1] != other[-1] else "open"


def are_akin(a: Wording, b: Wording) -> bool:
    """Whether two people have one surname, but for a slip: who reads may take one for the other."""
    if not a.kind == b.kind == "person":
        return False
    one, other = (side.name.rpartition(" ")[2] for side in (a, b))
    if min(len(one), len(other)) < _SPELLED:
        return one == other
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


_SPELLED: Final = 5
"""Letters of a surname from which another letter is rather a slip than another name."""


def days(a: Wording, b: Wording) -> Agreement:
    """Whether two quotations may have been said on one day; same if both tell it."""
    for one, other in ((a, b), (b, a)):
        if other.said or not (one.said and other.published):
            continue
        if one.said[0] > other.published[1] + _SLACK:
            return "apart"
    if a.said and b.said:
        return "same" if do_meet(a.said, b.said) else "apart"
    return "open"


def days_between(a: Wording, b: Wording) -> int | None:
    """Days from one's publication, or utterance, to the other's; None if a day is unknown."""
    one, other = a.said or a.published, b.said or b.published
    if one is None or other is None:
        return None
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


_SLACK: Final = timedelta(days=1)
"""A page's own clock and the speaker's may be a day apart."""

_VAGUE: Final = timedelta(days=4)
"""An interval as long as this is a week or more: where it begins is a matter of taste."""


def do_meet(a: tuple[date, date], b: tuple[date, date]) -> bool:
    """Whether two intervals of days have one in common."""
    slack = max(
        (2 * _SLACK for first, last in (a, b) if last - first >= _VAGUE), default=timedelta(0)
    )
    return a[0] - slack <= b[1] and b[0] - slack <= a[1]
