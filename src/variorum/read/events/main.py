"""Which of an article's events it is about: what its headline and its first sentences tell."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.read.words import cut_words
from variorum.record.article import Article
from variorum.record.event import EventMention
from variorum.record.reading import Reading
from variorum.record.when import When

_LEAD: Final = 10
"""Sentences that are looked at for an article's event."""

_NEAR: Final = 0.5
_HEADLINE, _OFTEN, _SURE, _TOLD = 3.0, 1.0, 0.5, 0.5
"""Weights, set on the tuning half of Giveme5W1H's gold (`evaluation.main_events`)."""


class MainEvent(NamedTuple):
    """The event that an article is about: its mention, and who, when and where, if it is told.

    `what` are the words that begin with those that name it, up to the next mark; `who` are names
    as read, those who act first; `when` is the article's date if only that is
    known.
    """

    mention: EventMention
    what: str
    who: tuple[str, ...]
    when: When | None
    where: str | None


def main_event(article: Article, reading: Reading) -> MainEvent | None:
    """The event that an article is about; None if its first sentences tell of none."""
    if not reading.events or not reading.sentences:
        return None
    last = reading.sentences[min(_LEAD, len(reading.sentences)) - 1].end
    lead = [one for one in reading.events if one.start < last] or [reading.events[0]]
    headline = _words(article.title or "")
    counts = Counter(one.label for one in reading.events)
    best = max(
        lead, key=lambda one: (_score(article, reading, one, (headline, counts)), -one.start)
    )
    same = [one for one in reading.events if one.label == best.label]
    return MainEvent(
        best,
        _what(article.text, best),
        _who(best, same, reading, headline),
        _when(article, best, same, reading),
        _where(best, same, lead, reading),
    )


def _what(text: str, one: EventMention) -> str:
    behind = re.match(r"(?:\s+[^\s,.;:!?\"“”()]+){0,6}", text[one.end : one.end + 200])
    return text[one.start : one.end] + (behind.group() if behind else "")


def _words(text: str) -> set[str]:
    """The words of a text in small letters, each also without its last letters."""
    words = {word.text.casefold() for word in cut_words(text, 0, len(text))}
    return words | {word[:5] for word in words if len(word) > 4}


def _score(
    article: Article,
    reading: Reading,
    one: EventMention,
    known: tuple[set[str], Counter[str]],
) -> float:
    headline, counts = known
    words = _words(article.text[one.start : one.end]) | _words(one.label)
    sentence = sum(span.start <= one.start for span in reading.sentences)
    names = sum(bool(_words(part.name) & headline) for part in one.participants)
    return (
        _HEADLINE * bool(words & headline)
        + 0.5 * _HEADLINE * min(1, names)
        - _NEAR * sentence
        + _OFTEN * min(3, counts[one.label] - 1)
        + _SURE * (one.status in ("happened", "ongoing", "planned"))
        + _TOLD * (one.when is not None)
        + _TOLD * (one.place is not None)
        + _TOLD * bool(one.participants)
    )


_ORDER: Final = {"source": 0, "party": 1, "target": 2}


def _who(
    best: EventMention, same: Sequence[EventMention], reading: Reading, headline: set[str]
) -> tuple[str, ...]:
    """Those of its mentions' participants whom the headline names, else the first that are told."""
    told = [
        tuple(part.name for part in sorted(one.participants, key=lambda part: _ORDER[part.role]))
        for one in [best, *same]
        if one.participants
    ]
    for names in told:
        if any(_words(name) & headline for name in names):
            return names
    likely = _named_most(reading, headline)
    return (likely,) if likely else told[0] if told else ()


def _named_most(reading: Reading, headline: set[str]) -> str | None:
    """Of those whom the headline names the one who is named most."""
    counts = Counter(one.entity for one in reading.mentions if one.entity)
    known = [
        one
        for one in reading.entities
        if one.kind in ("person", "organization", "group") and _words(one.name) & headline
    ]
    likely = max(known, key=lambda one: counts[one.id], default=None)
    return likely.name if likely else None


def _where(
    best: EventMention,
    same: Sequence[EventMention],
    lead: Sequence[EventMention],
    reading: Reading,
) -> str | None:
    """The place of the event, else one that is named near its first telling, else named most."""
    told = next((one.place for one in [best, *same] if one.place), None)
    if told:
        return told
    places = {one.id: one.name for one in reading.entities if one.kind == "place"}
    named = [one for one in reading.mentions if one.entity in places]
    near = [one for one in named if _sentences_between(reading, best.start, one.start) <= 1]
    behind = next((one.place for one in lead if one.place), None)
    if near:
        return places[near[0].entity or ""]
    counts = Counter(one.entity for one in named)
    return behind or (places[counts.most_common(1)[0][0] or ""] if counts else None)


def _sentences_between(reading: Reading, one: int, other: int) -> int:
    starts = [sentence.start for sentence in reading.sentences]
    return abs(bisect_right(starts, one) - bisect_right(starts, other))


def _when(
    article: Article, best: EventMention, same: Sequence[EventMention], reading: Reading
) -> When | None:
    """The time of the event, else the first day that is named near its first telling."""
    told = next((one.when for one in [best, *same] if one.when), None)
    near = (
        one.when
        for one in reading.times
        if one.type in ("date", "time")
        and one.when is not None
        and one.when.grain not in ("year", "month")
        and _sentences_between(reading, best.start, one.start) <= 1
    )
    return told or next(near, None) or article.published
