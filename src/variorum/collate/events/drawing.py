"""Draws one event of the record from those who tell of it."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from variorum.collate.events.families import families_of, is_mutual
from variorum.collate.events.rows import EventRow
from variorum.collate.events.scoring import SAME_EVENT
from variorum.collate.events.status import latest_status, status_history
from variorum.collate.events.telling import Actor, Telling, fold
from variorum.record.event import Event, EventMention, EventPlace, EventType, Participant
from variorum.record.identity import identify
from variorum.record.when import When, days

MONTH: Final = 31
"""Days up to which a time tells when an event was."""

OFTEN: Final = 3
"""Mentions in one article from which it matters, though nothing else is told of it."""


def has_substance(rows: Sequence[EventRow], telling: Telling) -> bool:
    """Whether more is told of an event than a word: who, when, where, what, whether, or it often.

    In somebody's own words alone "we are burying people", "you do not reward a burglar" tell of
    nothing; what is reported of them ("said that it would go ahead") does.
    """
    dated = telling.days is not None and telling.days[1] - telling.days[0] <= MONTH
    if telling.core or telling.places or dated or len({row.article for row in rows}) > 1:
        return True
    mentions = [one for row in rows for one in row.mentions]
    if len(mentions) >= OFTEN:
        return True
    is_voiced = all(any(row.voiced) for row in rows)
    if is_voiced and all(one.status in _SUPPOSED for one in mentions):
        return False
    is_reported = not is_voiced and any(one.quotation for one in mentions)
    of_something = any(_is_of_something(row) for row in rows)
    if all(one.label in _SAYING for one in mentions):
        return of_something
    is_told = bool(telling.actors) or max(one.confidence for one in mentions) >= TOLD
    return of_something or is_told or is_reported or (bool(telling.objects) and not is_voiced)


TOLD: Final = 0.75
"""Confidence from which the words around an event's own tell what became of it: "no arrests"."""

_SUPPOSED: Final = ("denied", "hypothetical", "planned", "ongoing")
_SAYING: Final = frozenset(
    "announce announcement warn warning caution declare threaten deny reject blame promise pledge"
    " vow propose offer decline refuse accuse condemn denounce criticise criticize slam blast"
    " rebut recommend advise counsel urge demand".split()
)
"""Acts done with words: of which it must be told what was said."""


def _is_of_something(row: EventRow) -> bool:
    """Whether a verb is named with what it is about."""
    return any(
        len(words) > mention.end - mention.start
        for mention, words in zip(row.mentions, row.words, strict=True)
    )


class Told(NamedTuple):
    """Rows that tell of one event, what they tell together, and why they are held for one."""

    rows: tuple[EventRow, ...]
    telling: Telling
    points: float
    reasons: tuple[str, ...]


def draw_event(told: Told, maker: str) -> Event:
    """The event that some rows tell of."""
    rows, telling, points, reasons = told
    mentions = [mention for row in rows for mention in row.mentions]
    places = tuple(
        sorted(
            (
                EventPlace(row.article, one.start, one.end, one.status)
                for row in rows
                for one in row.mentions
            ),
            key=lambda place: (place.article, place.start, place.end),
        )
    )
    days_known = telling.days if telling.is_dated else None
    history = status_history(_by_article(rows), days_known)
    return Event(
        id=identify("event", *((one.article, one.start, one.end) for one in places)),
        label=_label(rows, telling.families),
        type=_type(mentions),
        participants=_participants(telling),
        place=_place(mentions, telling.larger),
        when=_when(mentions, telling),
        status=latest_status(history, days_known),
        status_history=history,
        mentions=places,
        confidence=_confidence(mentions, points, len({row.article for row in rows})),
        reasons=reasons,
        maker=maker,
    )


def _by_article(
    rows: Iterable[EventRow],
) -> list[tuple[str, When | None, Sequence[EventMention]]]:
    by_article: dict[str, list[EventRow]] = defaultdict(list)
    for row in rows:
        by_article[row.article].append(row)
    return [
        (article, some[0].published, [mention for row in some for mention in row.mentions])
        for article, some in sorted(by_article.items())
    ]


def _label(rows: Iterable[EventRow], families: frozenset[str]) -> str:
    """The words that name it most often; fuller and plainer ones count for more.

    Those that name other kinds too ("conversation" for a call) count for less, and so does a
    verb with what it is about where others have a noun.
    """
    weights: dict[str, float] = defaultdict(float)
    printed: dict[str, str] = {}
    for row in rows:
        for mention, words in zip(row.mentions, row.words, strict=True):
            plain = 1.5 if fold(words) == fold(mention.label) else 1.0
            narrow = 1.0 if families_of(mention.label) <= families else 0.5
            with_object = len(words) > mention.end - mention.start
            full = WITH_OBJECT if with_object else min(2, len(words.split()))
            weights[words.casefold()] += plain * narrow * full
            printed[words.casefold()] = max(words, printed.get(words.casefold(), words))
    return printed[max(weights, key=lambda words: (round(weights[words], 6), words))]


WITH_OBJECT: Final = 1.2
"""What "welcomed the envoy" counts as a label, beside 1.5 for a plain noun."""


def _type(mentions: Iterable[EventMention]) -> EventType:
    counts = Counter(one.type for one in mentions)
    return max(counts, key=lambda kind: (kind != "OTHER", counts[kind], kind))


def _participants(telling: Telling) -> tuple[Participant, ...]:
    """Those whom more than a few name, the most often named first."""
    chosen = [one for one in telling.actors if one.told >= 0.2 * telling.told]
    if any(one.is_named for one in chosen):
        chosen = [one for one in chosen if one.is_named]
    chosen = [one for one in chosen if not _is_said_otherwise(one, chosen)]
    if is_mutual(telling.families):
        chosen = _without_hosts(_without_strays(chosen, telling.told), telling.places)
    roles = {one.role for one in chosen}
    together = is_mutual(telling.families) and len(roles) > 1
    ordered = sorted(chosen, key=lambda one: (-one.told, one))
    return tuple(_participant(one, together=together) for one in ordered)


def _is_said_otherwise(actor: Actor, others: Sequence[Actor]) -> bool:
    """Whether the words for somebody add nothing to those who are named.

    "Russian and American officials" beside Russia and the United States, "the US and Russian
    presidents" beside "the Russian and American presidents".
    """
    if actor.entity or not actor.nations:
        return False
    named = {nation for one in others if one.entity for nation in one.nations}
    if set(actor.nations) <= named:
        return True
    fuller = [
        one
        for one in others
        if one is not actor and not one.entity and set(actor.nations) <= set(one.nations)
    ]
    rank = len(actor.nations), actor.told, actor.name
    return any((len(one.nations), one.told, one.name) > rank for one in fuller)


def _without_strays(chosen: Sequence[Actor], told: int) -> list[Actor]:
    """Those who meet or call each other, if most tell of two, without whom few name beside them."""
    sure = [one for one in chosen if one.told >= 0.5 * told]
    least = 0.34 * told if len(sure) > 1 else 0
    return [one for one in chosen if one.told >= least]


def _without_hosts(chosen: Sequence[Actor], places: Sequence[str]) -> list[Actor]:
    """Those who meet, without the country in which two others do."""
    hosts = [one for one in chosen if not one.is_person and one.name in places]
    guests = [one for one in chosen if one not in hosts]
    return guests if len(guests) > 1 else list(chosen)


def _participant(actor: Actor, *, together: bool) -> Participant:
    return Participant(
        actor.entity, actor.printed or actor.name, "party" if together else actor.role
    )


def _place(mentions: Iterable[EventMention], larger: frozenset[str]) -> str | None:
    """The place that is named most often; of two of which one lies in the other the smaller.

    Where somebody only may do something counts half.
    """
    counts: Counter[str] = Counter()
    for one in mentions:
        if one.place:
            counts[one.place] += 1 if one.status == "hypothetical" else 2
    if not counts:
        return None
    chosen = [place for place in counts if fold(place) not in larger] or list(counts)
    return max(chosen, key=lambda place: (counts[place], place))


def _when(mentions: Iterable[EventMention], telling: Telling) -> When | None:
    """The narrowest time that agrees with what most tell."""
    if telling.days is None:
        return None
    first, last = map(date.fromordinal, telling.days)
    told = [one.when for one in mentions if one.when and one.when.days == (first, last)]
    if not told:
        return days(first, last, "inferred")
    counts = Counter(told)
    return max(counts, key=lambda when: (_fineness(when), counts[when], when.earliest, when.basis))


def _fineness(when: When) -> int:
    return ("year", "month", "day", "minute", "second").index(when.grain)


def _confidence(mentions: Sequence[EventMention], points: float, articles: int) -> float:
    """How sure it is that there is such an event and that the mentions are of it."""
    surest = max(one.confidence for one in mentions)
    if articles == 1:
        return round(surest, 3)
    joined = min(1.0, 0.6 + 0.15 * max(0.0, points - SAME_EVENT))
    several = 1 - (1 - surest) * math.sqrt(1 - surest)
    return round(several * joined, 3)
