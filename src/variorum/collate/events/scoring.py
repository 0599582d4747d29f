"""How surely two tellings are of one event: a pure function of the two, with its reasons.

Points are added for kind, participants, time, place, status and wording, and taken off for what
speaks against it. What excludes it, such as days that lie apart, is a clash: no points outweigh it.
The points were set on two topics of MEANTIME and on made-up pairs (see docs/evaluation.md).
"""

from typing import Final, NamedTuple

from variorum.collate.events.families import is_placed
from variorum.collate.events.likeness import (
    kind_part,
    matter_part,
    objects_part,
    subject_part,
    wording_part,
)
from variorum.collate.events.placing import place_part
from variorum.collate.events.taking_part import actors_part, company_part
from variorum.collate.events.telling import Telling
from variorum.collate.events.timing import status_part, time_part

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


def score(one: Telling, other: Telling) -> Scored:
    """How surely two tellings are of one event."""
    common, actors = actors_part(one, other)
    place = place_part(one, other)
    wording = wording_part(one, other)
    is_disaster = is_placed(one.families & other.families)
    company = max(company_part(one, other), subject_part(one, other))
    matter = matter_part(one, other)
    objects = objects_part(one, other)
    points = wording.points + place.points + company.points + matter.points
    supported = is_disaster or common > 0 or points > 0
    parts = [
        kind_part(one, other),
        actors,
        company,
        time_part(one, other, supported=supported),
        place,
        wording,
        matter,
        objects,
        status_part(one, other),
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
