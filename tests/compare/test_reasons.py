"""Why a thing was done or happened, as two reports tell it."""

import pytest

from tests.compare.reports import two
from variorum.compare.reasons import reason_contradictions


def found(one: str, other: str, *, is_near: bool = True) -> list[tuple[str, str]]:
    told = two(one, other, is_near=is_near)
    reasons = reason_contradictions(told.articles, told.readings, told.stories, told.nearness)
    return [(one.value_a, one.value_b) for one in reasons]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Weavers walked out of the Tarn mill after managers refused to raise wages.",
            "The weavers at Tarn downed tools in protest at new safety rules.",
            ("managers refused to raise wages", "new safety rules"),
        ),
        (
            "Vets believe that the rot came with rams imported from Osk.",
            "Spoilt feed was to blame. The vets ruled out rams from abroad.",
            ("rams imported from Osk", "Spoilt feed"),
        ),
    ],
)
def test_another_reason(one: str, other: str, values: tuple[str, str]) -> None:
    assert found(one, other) == [values]


def test_who_is_blamed_for_doing_something_is_no_reason() -> None:
    blamed = "Herders blamed the mayor for failing to fence the Osk meadows."
    assert found("The rot came with rams imported from Osk.", blamed) == []
    blamed = "Herders blamed spoilt feed for the rot."
    assert found("The rot came with rams imported from Osk.", blamed) != []


def test_what_may_both_be() -> None:
    feed = "Spoilt feed was to blame for the rot."
    rams = "Vets believe that the rot came with rams imported from Osk."
    assert found(feed, rams, is_near=False) == []
    assert found(feed, f"{rams} Spoilt hay lay in the barns.") == []
    assert found(feed, "Vets do not know whether the rot came with rams.") == []
    assert found(feed, "The rot came with rams after midnight, if at all.") == []
    assert found(feed, "Breeders marched in protest at the price of rams.") == []
