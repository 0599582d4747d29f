"""What office a title names."""

import pytest

from variorum.collate.entities.titles import is_definite, office_of, offices_meant


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukrainian President", "president of Ukraine"),
        ("Ukraine’s president", "the Ukrainian president"),
        ("Kremlin spokesman", "the Kremlin's spokeswoman"),
        ("U.S. Secretary of State", "United States Secretary of State"),
        ("German Foreign Minister", "Germany's foreign minister"),
        ("British PM", "Britain's prime minister"),
    ],
)
def test_one_office_in_two_wordings(one, other):
    assert office_of(one) == office_of(other) is not None


@pytest.mark.parametrize(
    "title",
    ["U.S. official", "former Ukrainian President", "Mr.", "", "analyst", "wife of the king"],
)
def test_no_office(title):
    assert office_of(title) is None


def test_two_offices_are_two():
    assert office_of("Ukrainian President") != office_of("Russian President")
    assert office_of("Kremlin spokesman") != office_of("White House spokesman")


def test_a_leader_may_be_a_president():
    assert office_of("French President") in offices_meant("France's leader")


def test_an_office_without_a_realm_is_not_told_by_other_articles():
    assert offices_meant("the president") == []


@pytest.mark.parametrize(
    ("words", "definite"),
    [
        ("the Kremlin spokesman", True),
        ("Ukraine’s president", True),
        ("a Kremlin spokesman", False),
        ("one official", False),
        ("", False),
    ],
)
def test_definite_words(words, definite):
    assert is_definite(words) == definite
