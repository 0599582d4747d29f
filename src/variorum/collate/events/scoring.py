"""How surely two tellings are of one event: a pure function of the two, with its reasons.

Points are added for kind, participants, time, place, status and wording, and taken off for what
speaks against it. What excludes it, such as days that lie apart, is a clash: no points outweigh it.
The points were set on two topics of MEANTIME and on made-up pairs (see docs/evaluation.md).
"""

from datetime import date
from typing import Final, NamedTuple

from variorum.collate.events.families import is_daily, is_mutual, is_once, is_placed
from variorum.collate.events.telling import Actor, Telling, agree, readings
from variorum.record.nations import NATIONS
from variorum.record.period import Period
from variorum.record.step import Step, follow

SAME_EVENT: Final = 3.2
"""Points from which tellings of two articles are held for one event."""

SAME_IN_ARTICLE: Final = 2.4
"""Points from which two mentions of one article are: an article tells of few events."""


class Scored(NamedTuple):
    """Points for one event, whether something excludes it, and what each point is for."""

    points: float
    clash: bool
    reasons: tuple[str, ...]
    is_copied: bool = False
    """Whether both stand between the same words: one passage, printed twice."""


class Part(NamedTuple):
    """What one side of two tellings says, and whether it excludes that they are of one event."""

    points: float
    reason: str = ""
    clash: bool = False


SAME_LABEL: Final = 1.5
ONE_KIND: Final = 1.2
"""Points where both call it the same, and where two words name one kind of event."""

SAME_PLACE: Final = 0.8
SAME_DISASTER: Final = 1.7
"""Points where two put it in one place; more for what nobody does and is known by where it was."""

SAME_WORDS: Final = 2.5
NOBODY_IN_COMMON: Final = -2.0
FITTING_DAY: Final = 1.0
"""Points where the weekday that an article without a date names is that of the other's days."""

PUBLISHED_THEN: Final = ((3, 0.8), (8, 0.4))
"""Points where one was published so many days behind those that the other tells."""

LONG_AFTER: Final = (60, -2.5)
"""Days between publication and an event, or two publications, that take off so many points."""


def score(one: Telling, other: Telling) -> Scored:
    """How surely two tellings are of one event."""
    common, actors = _actors(one, other)
    place = _place(one, other)
    wording = _wording(one, other)
    is_disaster = is_placed(one.families & other.families)
    company = max(_company(one, other), _subject(one, other))
    matter = _matter(one, other)
    objects = _objects(one, other)
    points = wording.points + place.points + company.points + matter.points
    supported = is_disaster or common > 0 or points > 0
    parts = [
        _kind(one, other),
        actors,
        company,
        time_part(one, other, supported=supported),
        place,
        wording,
        matter,
        objects,
        _status(one, other),
    ]
    is_copied = len(one.contexts & other.contexts) >= COPIED
    return Scored(
        sum(part.points for part in parts),
        any(part.clash for part in parts) and not (is_copied and _is_reprint(one, other)),
        tuple(part.reason for part in parts if part.reason),
        is_copied,
    )


COPIED: Final = 2
"""Runs of words in common by which two are one passage, printed twice."""

REPRINTED: Final = 7
"""Days between two that print one passage in which both tell of one event, whatever is made of
its names and weekdays here and there."""


def _is_reprint(one: Telling, other: Telling) -> bool:
    if not one.families & other.families:
        return False
    if one.published is None or other.published is None:
        return True
    ours, theirs = one.published, other.published
    return max(ours[0], theirs[0]) - min(ours[1], theirs[1]) <= REPRINTED


PER_WORD: Final = 1.0
SAME_MATTER: Final = 3.0
"""Points for each telling word in both sentences, and the most for all."""


def _matter(one: Telling, other: Telling) -> Part:
    common = len(one.matter & other.matter)
    if not common:
        return Part(0)
    words = "a telling word" if common == 1 else f"{common} telling words"
    return Part(min(SAME_MATTER, PER_WORD * common), f"their sentences have {words} in common")


SAME_SUBJECT: Final = ((5, 1.6), (3, 1.2))
"""Common words of two articles' subjects, and the points for so many or more: in reports on one
story one event is told of in words that are far apart."""


def subject_points(common: int) -> float:
    """The points for so many words in common of what two articles are about."""
    return next((points for words, points in SAME_SUBJECT if common >= words), 0.0)


ON_ONE_STORY: Final = 10
"""Days between two publications from which their subject does not speak for one event."""


def _subject(one: Telling, other: Telling) -> Part:
    if _published_apart(one, other) > ON_ONE_STORY:
        return Part(0)
    if is_mutual(one.families & other.families) and not _are_on_one_day(one, other):
        return Part(0)  # There are many talks in one story: who takes part tells, or the day.
    points = subject_points(len({*one.subject}.intersection(other.subject)))
    return Part(points, "both articles are on one subject" if points else "")


def _are_on_one_day(one: Telling, other: Telling) -> bool:
    return one.days is not None and one.days == other.days and one.days[0] == one.days[1]


SAME_OBJECT: Final = 1.2
"""Points where both say that it is of one thing: "closed the border", "the border closure"."""


OTHER_THING: Final = -1.0
"""Points where they are of different things: it may be other words for one ("the frontier")."""


def _objects(one: Telling, other: Telling) -> Part:
    """What it says of what two are."""
    if one.objects & other.objects:
        return Part(SAME_OBJECT, "both are of one thing")
    both = bool(one.objects and other.objects)
    return Part(OTHER_THING * (both and not is_mutual(one.families | other.families)))


def _kind(one: Telling, other: Telling) -> Part:
    families = one.families & other.families
    if not families:
        return Part(0, clash=True)
    same = set(one.labels) & set(other.labels)
    if same:
        label = min(same, key=lambda label: (-len(label), label))
        return Part(SAME_LABEL, f'both call it "{label}"')
    open_kinds = min(len(one.families), len(other.families)) - len(families)
    return Part(
        ONE_KIND - 0.3 * open_kinds,
        f'"{one.labels[0]}" and "{other.labels[0]}" name one kind of event',
    )


COMPANY: Final = (0.0, 0.4, 0.8)
"""Points for one or more whom both articles are about, where no participants are told."""


def _company(one: Telling, other: Telling) -> Part:
    """What it says that two articles are about the same people: "the trial" is theirs."""
    common = len(one.about & other.about)
    if not common or one.names_somebody or other.names_somebody:
        return Part(0)
    if is_mutual(one.families | other.families) and (one.actors or other.actors):
        return Part(0)  # "The two presidents spoke": who they are says more.
    return Part(COMPANY[min(common, 2)], "both articles are about the same people")


PER_MATCH: Final = (1.0, 1.5, 0.5)
"""Points for the first, second and third participant in common: one alone may be everywhere."""


def _actors(one: Telling, other: Telling) -> tuple[float, Part]:
    """How many participants agree, and what that is worth.

    The country in which talks are held is their place, and no party that excludes others.
    """
    ours, theirs = one.core, other.core
    if (one.places or other.places) and is_mutual(one.families & other.families):
        hosts = {*one.places, *other.places}
        ours = tuple(actor for actor in ours if actor.name not in hosts)
        theirs = tuple(actor for actor in theirs if actor.name not in hosts)
    if not ours or not theirs:
        return 0.0, Part(0)
    pairs = _matches(ours, theirs)
    points = sum(agreed * worth for (agreed, _, _), worth in zip(pairs, PER_MATCH, strict=False))
    common = sum(agreed for agreed, _, _ in pairs)
    left = len(ours) - len(pairs), len(theirs) - len(pairs)
    against, clash = _unmatched(one, other, common, left)
    crossed = _crossed(pairs)
    names = ", ".join(sorted(max(a.name, b.name, key=len) for _, a, b in pairs))
    reason = f"both name {names}" if pairs else "they name different participants"
    return common, Part(points + against - CROSSED * crossed, reason, clash)


CROSSED: Final = 1.0
"""Points off where who does it here has it done to him there. Not more: of nouns ("the Boeing
order") roles are often read wrong."""

Match = tuple[float, Actor, Actor]


def _matches(ours: tuple[Actor, ...], theirs: tuple[Actor, ...]) -> list[Match]:
    """Participants that agree, one to one, the surest first."""
    every = sorted(
        ((agreed, a, b) for a in ours for b in theirs if (agreed := agree(a, b))),
        key=lambda match: (-match[0], match[1].role != match[2].role, match[1:]),
    )
    taken: set[tuple[str, Actor]] = set()
    found = []
    for match in every:
        ends = {("ours", match[1]), ("theirs", match[2])}
        if not taken & ends:
            taken |= ends
            found.append(match)
    return found


THIRD_ON_CALL: Final = 2.5
"""Points off where one names two who call each other and the other a third."""


def _unmatched(
    one: Telling, other: Telling, common: float, left: tuple[int, int]
) -> tuple[float, bool]:
    """Points against it, and whether it is excluded, for participants that do not agree."""
    if not all(left):
        third = "call" in one.families & other.families and any(left) and common >= 1.5
        return (-THIRD_ON_CALL * third, False)
    if is_mutual(one.families | other.families):
        return (-0.5, False) if common >= 1.5 else (-3.0, True)
    if common:
        return (-0.3 * min(left), False)
    return (NOBODY_IN_COMMON, False)


def _crossed(pairs: list[Match]) -> bool:
    """Whether who does it here has it done to him there."""
    roles = [{a.role, b.role} for agreed, a, b in pairs if agreed]
    return bool(roles) and all(some == {"source", "target"} for some in roles)


def time_part(one: Telling, other: Telling, *, supported: bool = True) -> Part:
    """What the times say; without common participants, place or words one day says less."""
    if one.days and other.days:
        weight = 1.0 if supported else 0.4
        parts = [_both_told(*some, weight) for some in readings(one, other)]
        return max(parts, key=lambda part: part.points)
    if one.days or other.days:
        told, untold = (one, other) if one.days else (other, one)
        return _one_told(told, untold)
    return _neither_told(one, other)


NARROW: Final = ((1, 2.0), (3, 1.5), (8, 1.0), (31, 0.4))
"""Days that a common time takes up to, and the points for it."""


def _both_told(ours: tuple[int, int], theirs: tuple[int, int], weight: float) -> Part:
    gap = max(ours[0], theirs[0]) - min(ours[1], theirs[1])
    if gap > 0:
        # A day may be told by the clock of either end of a telephone line.
        one_off = gap == 1 and max(ours[1] - ours[0], theirs[1] - theirs[0]) <= 1
        return Part(-2.0 if one_off else -4.0, "their days lie apart", not one_off)
    longer = 1 + max(ours[1] - ours[0], theirs[1] - theirs[0])
    points = next((points for days, points in NARROW if longer <= days), 0.0)
    first = date.fromordinal(max(ours[0], theirs[0]))
    last = date.fromordinal(min(ours[1], theirs[1]))
    span = str(first) if first == last else f"{first} to {last}"
    return Part(points * weight, f"both put it on {span}" if first == last else f"both: {span}")


def _one_told(told: Telling, untold: Telling) -> Part:
    days = told.days or (1, 1)
    if untold.published is None:
        return _hanging(days, untold.steps)
    before = untold.published[0] - days[1]
    after = days[0] - untold.published[1]
    ahead = untold.is_ahead
    if max(before, after) > (LONG_AFTER[0] if ahead else 30):
        return Part(LONG_AFTER[1], "one was published long after or before the other's time")
    if ahead and before > 0:
        return Part(-1.5, "it was still ahead for one after the other's time")
    if after > 1 and not ahead:
        return Part(-1.5, "one was published before the other's time")
    if before > DAILY[0] and is_daily(told.families & untold.families):
        return Part(DAILY[1], "it happens day by day")
    is_near = (ahead or after <= 1) and days[1] - days[0] <= 31
    behind = before if before >= 0 or not ahead else PUBLISHED_THEN[-1][0]
    points = next((points for most, points in PUBLISHED_THEN if behind <= most), -0.3)
    return Part(points if is_near else -0.3)


def _published_apart(one: Telling, other: Telling) -> int:
    """Days between two publications; none if one is unknown."""
    if one.published is None or other.published is None:
        return 0
    return max(one.published[0], other.published[0]) - min(one.published[1], other.published[1])


DAILY: Final = (1, -1.5)
"""Days between two publications beyond which what happens day by day was another, if no day is
told; and the points for it."""


def _neither_told(one: Telling, other: Telling) -> Part:
    if one.published is None or other.published is None:
        return Part(0)
    gap = _published_apart(one, other)
    if gap > DAILY[0] and is_daily(one.families & other.families):
        return Part(DAILY[1], "it happens day by day")
    return neither_told(gap, is_once=is_once(one.families))


def neither_told(gap: int, *, is_once: bool) -> Part:
    """What publication says where no day is told, days apart or less."""
    if gap <= 3:
        return Part(0.5 + 0.3 * is_once, "published within three days")
    if gap <= 10:
        return Part(0)
    return Part(-1.0 if gap <= LONG_AFTER[0] else LONG_AFTER[1])


SEARCHED: Final = 45
"""Days before and after an event in which the publication of what tells of it is looked for."""


def _hanging(days: tuple[int, int], steps: tuple[Step, ...]) -> Part:
    """Whether "on Wednesday" in an article without a date may be those days."""
    if not steps or days[1] - days[0] > 3:
        return Part(0)
    fitting = publications(steps, days)
    if not fitting:
        return Part(-4.0, "the weekday is another", clash=True)
    return Part(FITTING_DAY, "the day that is named fits")


def publications(steps: tuple[Step, ...], days: tuple[int, int]) -> list[int]:
    """The days of publication, as ordinals, from which the steps lead into some days."""
    return [
        day
        for day in range(days[0] - SEARCHED, days[1] + SEARCHED + 1)
        if (period := follow(steps, Period("day", date.fromordinal(day))))
        and period.first <= date.fromordinal(days[1])
        and period.last >= date.fromordinal(days[0])
    ]


def _place(one: Telling, other: Telling) -> Part:
    if not one.places or not other.places:
        return Part(0)
    same = set(one.places) & set(other.places)
    if same:
        is_known_by_it = is_placed(one.families & other.families)
        points = SAME_DISASTER if is_known_by_it else SAME_PLACE
        return Part(points, f"both put it in {min(same)}")
    for here, there in ((one, other), (other, one)):
        if common := here.larger & set(there.places):
            return Part(0.5, f"{here.places[0]} lies in {min(common)}")
    if _is_nation(one.places) != _is_nation(other.places):
        return Part(0)  # The one may lie in the other.
    return Part(-1.2, "they name different places")


def _is_nation(places: tuple[str, ...]) -> bool:
    return any(place in NATIONS for place in places)


def _wording(one: Telling, other: Telling) -> Part:
    if one.contexts & other.contexts:
        return Part(SAME_WORDS, "they stand in the same words")
    return Part(0)


def _status(one: Telling, other: Telling) -> Part:
    """What is ahead and what is past may be one only if time and participants say so."""
    ours, theirs = one.is_ahead, other.is_ahead
    if ours == theirs:
        return Part(0)
    if one.is_dated and other.is_dated:
        return Part(-0.3)
    ahead, past = (one, other) if ours else (other, one)
    if ahead.published and past.published and ahead.published[0] < past.published[1]:
        return Part(-0.8)
    return Part(-1.5, "one is over where the other lies ahead")
