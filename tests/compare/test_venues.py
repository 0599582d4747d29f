"""Where a thing was, as two reports tell it."""

from tests.compare.reports import two
from variorum.compare.venues import venue_contradictions


def found(one: str, other: str, *, is_near: bool = True) -> list[tuple[str, str]]:
    told = two(one, other, is_near=is_near)
    venues = venue_contradictions(told.articles, told.readings, told.stories, told.nearness)
    return [(one.value_a, one.value_b) for one in venues]


def test_another_place() -> None:
    hall = "The blast happened in a compressor hall."
    building = "An explosion in the control building killed two fitters."
    assert found(hall, building) == [("a compressor hall", "the control building")]
    town = "The presidents held talks in the spa town of Almira."
    assert found(town, "They met in the hill village of Osk.")


def test_what_may_both_be() -> None:
    hall = "The blast happened in a compressor hall."
    building = "An explosion in the control building killed two fitters."
    assert found(hall, building, is_near=False) == []
    assert found(hall, "The ceremony was held in the control building.") == []
    assert found(hall, f"{building} The hall was not hit.") == []
    assert found(hall, "An explosion in the town killed two fitters.") == []
