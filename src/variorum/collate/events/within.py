"""Which mentions of one article are of one event."""

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from typing import Final

import msgspec

from variorum.collate.events.around import SENTENCE_END, sentence_words
from variorum.collate.events.families import is_mutual
from variorum.collate.events.scoring import SAME_IN_ARTICLE, score
from variorum.collate.events.telling import Telling, combine
from variorum.record.event import EventMention

Told = tuple[EventMention, Telling]


def grouped(text: str, tellings: Sequence[Told]) -> list[list[Told]]:
    """The mentions of one article by event, in the order of the text."""
    new = {
        one
        for one, telling in tellings
        if (_is_bare(telling) and _is_indefinite(text, one)) or _is_further(text, one)
    }
    same = {one for one, telling in tellings if not telling.core and _points_back(text, one)}
    known = _Known(text, new, same)
    for mention, telling in tellings:
        known.add(mention, telling)
    return known.groups


class _Known:
    """The events that an article has told of so far.

    `text`: of the article; `new`: mentions that begin another; `same`: those that point back,
    "the call".
    """

    def __init__(
        self, text: str, new: Container[EventMention], same: Container[EventMention]
    ) -> None:
        self._text = text
        self._new = new
        self._same = same
        self.groups: list[list[Told]] = []
        self._tellings: list[Telling] = []
        self._last: list[int] = []
        self._by_family: dict[str, set[int]] = defaultdict(set)
        self._count = 0

    def add(self, mention: EventMention, telling: Telling) -> None:
        """Join a mention to the event that it fits best, or begin a new one."""
        place = self._added(mention, telling)
        if place is not None:  # It has no verb of its own to tell whether it was held.
            status = self.groups[place][-1][0].status
            mention = msgspec.structs.replace(mention, status=status)
            telling = msgspec.structs.replace(telling, statuses=(status,))
        elif mention not in self._new:
            place = self._best(mention, telling)
        if place is None:
            place = len(self.groups)
            self.groups.append([])
            self._tellings.append(telling)
            self._last.append(0)
        else:
            self._tellings[place] = combine(self._tellings[place], telling)
        self.groups[place].append((mention, telling))
        self._last[place] = self._count
        self._count += 1
        for family in telling.families:
            self._by_family[family].add(place)

    def _added(self, mention: EventMention, telling: Telling) -> int | None:
        """The event before a comma that a mention says more of: "…, the first such meeting"."""
        if not _ADDED.search(self._text, max(0, mention.start - 40), mention.start):
            return None
        places = {place for one in telling.families for place in self._by_family[one]}
        last = max(places, key=lambda place: self._last[place], default=None)
        if last is None or SENTENCE_END.search(
            self._text, self.groups[last][-1][0].end, mention.start
        ):
            return None
        return last

    def _best(self, mention: EventMention, telling: Telling) -> int | None:
        """The event that a mention fits best; of two that it fits as well the one told last."""
        found = []
        points_back = mention in self._same
        beside = sentence_words(self._text, mention) if _is_bare(telling) else frozenset()
        telling = _undated(telling)
        for place in {place for one in telling.families for place in self._by_family[one]}:
            known = _undated(self._tellings[place])
            scored = score(telling, known)
            strange = 0.0 if points_back else _strangeness(telling, known)
            points = scored.points + IN_ARTICLE - strange - _otherness(telling, known)
            if not scored.clash and points >= _least(telling, known):
                ago = self._count - self._last[place]
                points += NAMED_BESIDE * any(
                    one.name.rpartition(" ")[2] in beside for one in known.core
                )
                found.append((points - FADING * ago, self._last[place], place))
        return max(found)[2] if found else None


def _undated(telling: Telling) -> Telling:
    """A telling without its article's date, which tells nothing within the article."""
    return msgspec.structs.replace(telling, published=None, steps=())


def _strangeness(telling: Telling, known: Telling) -> float:
    """Points off where two have other words and no one in common: a call and talks on one day."""
    if _is_bare(telling) and "denied" in {*telling.statuses, *known.statuses}:
        return 0.0 if set(telling.statuses) & set(known.statuses) else STRANGE
    if _is_bare(telling) or set(telling.labels) & set(known.labels):
        return 0.0
    if telling.families == known.families == {"meeting"}:
        return 0.0
    return 0.0 if telling.core and known.core else STRANGE


def _otherness(telling: Telling, known: Telling) -> float:
    """Points off where nothing is told of two but that they are of different things.

    "Suspended the chairman", "suspended the budget". What talks are about is told in many words.
    """
    both = bool(telling.objects) and bool(known.objects)
    if not both or telling.objects & known.objects or not (_is_bare(telling) or _is_bare(known)):
        return 0.0
    return 0.0 if is_mutual(telling.families | known.families) else OTHER_OBJECT


def _least(telling: Telling, known: Telling) -> float:
    """The points from which a mention is of an event that its article told of before."""
    if _is_bare(telling):
        if set(telling.labels) & set(known.labels):
            return LEAST_SAME_BARE
        return LEAST_BARE if telling.is_ahead == known.is_ahead else LEAST_TURNED_BARE
    if _is_bare(known):
        return LEAST_OF_BARE
    if bool(telling.core) != bool(known.core):
        return LEAST_ONE_SIDED
    both_dated = telling.is_dated and known.is_dated
    if telling.is_ahead != known.is_ahead and not both_dated:
        return LEAST_TURNED
    return SAME_IN_ARTICLE


def _is_bare(telling: Telling) -> bool:
    """Whether nothing but the kind of event is told: "the call", "the talks"."""
    return not (telling.core or telling.days or telling.steps or telling.places)


_INDEFINITE: Final = re.compile(
    r"\b(?:another|any|no|more|further|future|new|such|some|other)\s+(?:[\w-]+\s+)?$", re.I
)


def _is_indefinite(text: str, mention: EventMention) -> bool:
    """Whether the words before a mention say that it is none that was told of: "another call"."""
    return bool(_INDEFINITE.search(text, max(0, mention.start - 30), mention.start))


_FURTHER: Final = re.compile(
    r"\b(?:(?:a|an)\s+(?:second|third|fourth|fifth|further|fresh|new|separate|different|similar"
    r"|repeat|follow-up)|another|one more)\s+(?:[\w-]+\s+)?$",
    re.I,
)


def _is_further(text: str, mention: EventMention) -> bool:
    """Whether the words before a noun say that it is one more: "a second walkout"."""
    return bool(_FURTHER.search(text, max(0, mention.start - 30), mention.start))


_ADDED: Final = re.compile(
    r",\s+(?:the|its|his|her|their|a)\s+(?:(?:first|second|third|latest|last|longest|largest|biggest"
    r"|only|worst|deadliest)\s+)(?:(?:such|known|direct|ever|face-to-face|high-level)\s+){0,2}$",
    re.I,
)
"""What stands before a mention that only says more of the event before the comma."""


_BACK: Final = re.compile(r"\b(?:the|that|this)\s+$", re.I)


def _points_back(text: str, mention: EventMention) -> bool:
    """Whether the word before a mention says that it was told of: "the exchange"."""
    return bool(_BACK.search(text, max(0, mention.start - 8), mention.start))


IN_ARTICLE: Final = 0.9
"""Points for standing in one article."""

LEAST_BARE: Final = 1.6
"""Points from which a bare mention is of an event that the article told of before."""

LEAST_TURNED_BARE: Final = 2.0
"""... and if one of both lies ahead and the other is past."""

LEAST_SAME_BARE: Final = 0.9
"""... and if it is called the same: "the deal" is one, whether it is hoped for or hailed."""

LEAST_OF_BARE: Final = 2.0
"""... and from which a mention that tells more is of an event of which only the kind was told."""

LEAST_TURNED: Final = 5.5
"""... and from which what lies ahead is what the same article tells of as past: "they met, and will
meet again"."""

NAMED_BESIDE: Final = 1.6
"""Points for "the call" in whose sentence somebody is named who took part: "her office said the
call lasted an hour"."""

STRANGE: Final = 0.8

OTHER_OBJECT: Final = 1.0

LEAST_ONE_SIDED: Final = 2.9
"""... and from which one that names participants is of an event of which none were told."""

FADING: Final = 0.05
"""Points that an event loses with each mention of others in between."""
