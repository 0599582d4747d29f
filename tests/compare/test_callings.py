"""The same words of two people, outside quotation marks."""

from tests.compare.reports import two
from variorum.compare.callings import calling_contradictions


def count(one: str, other: str) -> int:
    told = two(one, other)
    return len(list(calling_contradictions(told.articles, told.stories)))


def test_one_calling_of_two_people() -> None:
    one = "Mayor Sunniva Bech called it a great day for the whole city."
    assert count(one, "Karl Aune, her deputy, called it a great day for the whole city.") == 1


def test_what_both_may_have_said() -> None:
    one = "Mayor Sunniva Bech called it a great day for the whole city."
    assert count(one, "Ms Bech called it a great day for the whole city.") == 0
    assert count(one, "Karl Aune called it a black day for honest taxpayers.") == 0
    assert count(one, "The Mayor called it a great day for the whole city.") == 0
    assert count(one, "She called it a great day for the whole city.") == 0
