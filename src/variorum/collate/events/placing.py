"""What the places of two tellings say of whether they are of one event."""

from typing import Final

from variorum.collate.events.families import is_placed
from variorum.collate.events.part import Part
from variorum.collate.events.telling import Telling
from variorum.record.nations import NATIONS

SAME_PLACE: Final = 0.8
SAME_DISASTER: Final = 1.7
"""Points where two put it in one place; more for what nobody does and is known by where it was."""

ELSEWHERE: Final = -1.2
ELSEWHERE_BOUND: Final = -3.0
"""Points where two put it in different places, and for a visit, which is known by where it went."""


def place_part(one: Telling, other: Telling) -> Part:
    """What it says where two are put; a city may lie in a country."""
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
    is_going = "visit" in one.families & other.families
    return Part(ELSEWHERE_BOUND if is_going else ELSEWHERE, "they name different places")


def _is_nation(places: tuple[str, ...]) -> bool:
    return any(place in NATIONS for place in places)
