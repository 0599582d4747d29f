"""What the words of two tellings say of whether they are of one event: kind, matter, subject."""

from typing import Final

from variorum.collate.events.families import is_manifold, is_mutual
from variorum.collate.events.part import Part
from variorum.collate.events.telling import Telling
from variorum.collate.events.timing import published_apart

SAME_LABEL: Final = 1.5
ONE_KIND: Final = 1.2
"""Points where both call it the same, and where two words name one kind of event."""

SAME_WORDS: Final = 2.5


def kind_part(one: Telling, other: Telling) -> Part:
    """What the names of two say: of other families they are never one."""
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


def wording_part(one: Telling, other: Telling) -> Part:
    """What it says that both stand between the same words."""
    if one.contexts & other.contexts:
        return Part(SAME_WORDS, "they stand in the same words")
    return Part(0)


PER_WORD: Final = 1.0
SAME_MATTER: Final = 3.0
"""Points for each telling word in both sentences, and the most for all."""


def matter_part(one: Telling, other: Telling) -> Part:
    """What it says that their sentences have telling words in common."""
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


ALONE: Final = 1.0
"""Points where each of two articles on one subject tells of no other event of the kind."""

ON_ONE_STORY: Final = 10
"""Days between two publications from which their subject does not speak for one event."""


def subject_part(one: Telling, other: Telling) -> Part:
    """What it says that both articles are on one subject, published near each other."""
    if published_apart(one, other) > ON_ONE_STORY or _may_be_others(one, other):
        return Part(0)
    points = subject_points(len({*one.subject}.intersection(other.subject)))
    if points and one.alone and other.alone:
        return Part(points + ALONE, "of its kind both articles, on one subject, tell of one only")
    return Part(points, "both articles are on one subject" if points else "")


def _may_be_others(one: Telling, other: Telling) -> bool:
    """Whether one story has several of the kind, and nothing tells that the same is meant."""
    families = one.families & other.families
    if is_mutual(families) and not _are_on_one_day(one, other):
        return True  # Who takes part tells which talks, or the day.
    if not one.matter.isdisjoint(other.matter):
        return False
    are_told = "happened" in one.statuses and "happened" in other.statuses
    # Of "no deal" and "a deal if …", of what one denies and another tells, more than the kind must
    # agree.
    return _is_told_and_denied(one, other) or (is_manifold(families) and not are_told)


def _is_told_and_denied(one: Telling, other: Telling) -> bool:
    """Whether only one says that it was not so: "no lock stays shut", "a door that was shut"."""
    return ("denied" in one.statuses) != ("denied" in other.statuses)


def _are_on_one_day(one: Telling, other: Telling) -> bool:
    return one.days is not None and one.days == other.days and one.days[0] == one.days[1]


SAME_OBJECT: Final = 1.2
"""Points where both say that it is of one thing: "closed the border", "the border closure"."""


OTHER_THING: Final = -1.0
"""Points where they are of different things: it may be other words for one ("the frontier")."""


def objects_part(one: Telling, other: Telling) -> Part:
    """What it says of what two are."""
    if one.objects & other.objects:
        return Part(SAME_OBJECT, "both are of one thing")
    both = bool(one.objects and other.objects)
    return Part(OTHER_THING * (both and not is_mutual(one.families | other.families)))
