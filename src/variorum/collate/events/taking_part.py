"""What those who take part say of whether two tellings are of one event."""

from typing import Final

from variorum.collate.events.families import is_mutual
from variorum.collate.events.part import Part
from variorum.collate.events.telling import Actor, Telling, agree

NOBODY_IN_COMMON: Final = -2.0

PER_MATCH: Final = (1.0, 1.5, 0.5)
"""Points for the first, second and third participant in common: one alone may be everywhere."""


def actors_part(one: Telling, other: Telling) -> tuple[float, Part]:
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


COMPANY: Final = (0.0, 0.4, 0.8)
"""Points for one or more whom both articles are about, where no participants are told."""


def company_part(one: Telling, other: Telling) -> Part:
    """What it says that two articles are about the same people: "the trial" is theirs."""
    common = len(one.about & other.about)
    if not common or one.names_somebody or other.names_somebody:
        return Part(0)
    if is_mutual(one.families | other.families) and (one.actors or other.actors):
        return Part(0)  # "The two presidents spoke": who they are says more.
    return Part(COMPANY[min(common, 2)], "both articles are about the same people")
