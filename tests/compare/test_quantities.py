"""Numbers of a text, and whether two can both be true."""

import pytest

from variorum.compare.quantities import is_compatible, quantities_in


def only(text: str):
    (found,) = quantities_in(text, 0, len(text))
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("It killed 12 people in the harbour.", 12, "people", "exact"),
        ("It killed a dozen of them.", 12, "", "exact"),
        ("They paid nearly $3.5 million for the barge.", 3.5e6, "$", "at_most"),
        ("More than 410,000 residents have left.", 410000, "resident", "at_least"),
        ("They want half a million crowns for her.", 5e5, "crown", "exact"),
        ("Turnout was 63 percent.", 63, "%", "exact"),
        ("Turnout was about 63%.", 63, "%", "about"),
        ("They spoke for an hour and hung up.", 60, "time", "exact"),
        ("They spoke for ninety minutes.", 90, "time", "exact"),
        ("At least twenty-two new ships came.", 22, "ship", "at_least"),
        ("The 16 counties voted.", 16, "county", "exact"),
        ("Some three lakh pilgrims came.", 300000, "pilgrim", "about"),
        ("The dam cost 2 crore rupees.", 2e7, "rup", "exact"),
        ("They hand over 300 prisoners.", 300, "prisoner", "exact"),
        ("They buried over 300 sailors.", 300, "sailor", "at_least"),
        ("The guild sent 350 fishermen home.", 350, "fishermen", "exact"),
        ("A two-hour call ended at noon.", 120, "time", "exact"),
        ("Only 24 flights left.", 24, "flight", "exact"),
        ("The barge would cost about EUR 3.5 million.", 3.5e6, "€", "about"),
        ("It fetched Rs 500 crore.", 5e9, "rupee", "exact"),
    ],
)
def test_numbers_with_what_they_count(text: str, value: float, unit: str, bound: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    "text",
    [
        "They met on March 7.",
        "They met in 2031.",
        "It opened at 4:30 and at 9 p.m. sharp.",
        "The Group of Seven met.",
        "Boeing 737 landed.",
    ],
)
def test_dates_clocks_and_names_are_no_numbers(text: str) -> None:
    assert quantities_in(text, 0, len(text)) == []


def test_the_place_has_the_qualifier_and_the_unit() -> None:
    text = "Some of more than 200 wounded sailors died."
    found = only(text)
    assert text[found.start : found.end] == "more than 200 wounded sailors"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nearly 50 ships", "49 ships"),
        ("about 20 ships", "18 ships"),
        ("more than 400 ships", "412 ships"),
        ("12 ships", "twelve ships"),
        ("a dozen ships", "12 ships"),
        ("2.6 million ships", "2,591,000 ships"),
        ("1.5 billion ships", "1,500 million ships"),
        ("over 20 ships", "more than 20 ships"),
    ],
)
def test_what_can_both_be_true(one: str, other: str) -> None:
    assert is_compatible(only(one), only(other))
    assert is_compatible(only(other), only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 ships", "15 ships"),
        ("240 ships", "212 ships"),
        ("30,000 ships", "33,000 ships"),
        ("more than 200 ships", "120 ships"),
        ("nearly 100 ships", "nearly 400 ships"),
        ("about 100 ships", "130 ships"),
        ("75 minutes", "about an hour"),
    ],
)
def test_what_cannot(one: str, other: str) -> None:
    assert not is_compatible(only(one), only(other))
    assert not is_compatible(only(other), only(one))
