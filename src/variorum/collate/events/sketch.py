"""A glance at two tellings: the most points that they can have for one event.

Of the pairs that are looked up nineteen in twenty are of two events, and most of those are seen to
be without asking who in one takes what part in the other. What a glance lets through is scored.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from variorum.collate.events.families import is_once, is_placed
from variorum.collate.events.likeness import (
    ALONE,
    ONE_KIND,
    PER_WORD,
    SAME_LABEL,
    SAME_MATTER,
    SAME_OBJECT,
    SAME_WORDS,
    subject_points,
)
from variorum.collate.events.placing import SAME_DISASTER, SAME_PLACE
from variorum.collate.events.scoring import COPIED, SAME_EVENT
from variorum.collate.events.taking_part import COMPANY, NOBODY_IN_COMMON, PER_MATCH
from variorum.collate.events.telling import Actor, Telling
from variorum.collate.events.timing import (
    FITTING_DAY,
    LONG_AFTER,
    NARROW,
    PUBLISHED_THEN,
    neither_told,
)

_ROUNDING: Final = 1e-6

_MATCHED: Final = tuple(sum(PER_MATCH[:count]) for count in range(len(PER_MATCH) + 1))
"""Points for so many participants in common, at most."""

Days = tuple[int, int]


class Sketch(NamedTuple):
    """What a glance takes in of a telling.

    - `days`: from the first to the last day that it may mean;
    - `place_points`: those that its place may give;
    - `about`: whom its article is about;
    - `parties`: for each participant words, countries and the entity by which it can agree with
      another; `named`: all of these; `names`: of participants; `places`: where it is put.
    """

    labels: frozenset[str]
    contexts: frozenset[int]
    days: Days | None
    published: Days | None
    place_points: float
    is_once: bool
    parties: tuple[frozenset[str], ...]
    named: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    about: frozenset[str]
    matter: frozenset[int]
    objects: frozenset[int]
    subject: frozenset[int]
    alone: bool


def sketch(telling: Telling) -> Sketch:
    """What a glance takes in of a telling."""
    parties = tuple(map(_signs, telling.core))
    return Sketch(
        labels=frozenset(telling.labels),
        contexts=telling.contexts,
        days=telling.either_days,
        published=telling.published,
        place_points=_place_points(telling),
        is_once=is_once(telling.families),
        parties=parties,
        named=frozenset().union(*parties),
        names=frozenset(actor.name for actor in telling.core),
        places=frozenset(telling.places),
        about=telling.about,
        matter=telling.matter,
        objects=telling.objects,
        subject=frozenset(telling.subject),
        alone=telling.alone,
    )


def _place_points(telling: Telling) -> float:
    """The most points that a common place gives."""
    if not telling.places:
        return 0.0
    return SAME_DISASTER if is_placed(telling.families) else SAME_PLACE


def _signs(actor: Actor) -> frozenset[str]:
    """What two participants that agree have in common: a word, a country, or the entity."""
    return frozenset((*(actor.name.split() or [""]), *actor.nations, actor.entity or actor.name))


def may_be_one(one: Sketch, other: Sketch) -> bool:
    """Whether two tellings may have the points of one event: never false where `score` says so."""
    common = len(one.contexts & other.contexts)
    if common >= COPIED:
        return True
    points = SAME_LABEL if one.labels & other.labels else ONE_KIND
    points += _time(one, other)
    points += min(one.place_points, other.place_points)
    if common:
        points += SAME_WORDS
    points += min(SAME_MATTER, PER_WORD * len(one.matter & other.matter))
    if one.objects & other.objects:
        points += SAME_OBJECT
    company = COMPANY[-1] if one.about & other.about else 0.0
    subject = subject_points(len(one.subject & other.subject))
    if subject and one.alone and other.alone:
        subject += ALONE
    points += max(company, subject)
    needed = SAME_EVENT - _ROUNDING - points
    if needed > _MATCHED[-1]:
        return False
    return _actors(one, other) >= needed


def _time(one: Sketch, other: Sketch) -> float:
    if one.days and other.days:
        return NARROW[0][1] if _gap(one.days, other.days) <= 1 else -SAME_EVENT * 3
    if one.days or other.days:
        days, published = one.days or other.days, other.published if one.days else one.published
        if not published or not days:
            return FITTING_DAY
        return LONG_AFTER[1] if _gap(days, published) > LONG_AFTER[0] else PUBLISHED_THEN[0][1]
    if not one.published or not other.published:
        return 0.0
    gap = _gap(one.published, other.published)
    return neither_told(gap, is_once=one.is_once or other.is_once).points


def _gap(one: Days, other: Days) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _actors(one: Sketch, other: Sketch) -> float:
    if not one.parties or not other.parties:
        return 0.0
    common = min(_known(one.parties, other.named), _known(other.parties, one.named))
    if common:
        return _MATCHED[min(common, len(PER_MATCH))]
    # Where one is the other's place, it may be no party at all.
    is_host = not (one.names | other.names).isdisjoint(one.places | other.places)
    return 0.0 if is_host else NOBODY_IN_COMMON


def _known(parties: Iterable[frozenset[str]], named: frozenset[str]) -> int:
    return sum(not one.isdisjoint(named) for one in parties)
