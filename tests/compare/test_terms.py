"""How long, how much and which share, as two reports tell it of one thing."""

import pytest

from tests.compare.reports import two
from variorum.compare.terms import term_contradictions


def count(one: str, other: str, *, is_near: bool = True) -> int:
    told = two(one, other, is_near=is_near)
    return len(list(term_contradictions(told.articles, told.stories, told.nearness)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The rower was banned for two years.", "A ban of four years awaits the rower."),
        ("The firm must delete the letters within 30 days.", "It has 60 days to delete letters."),
        ("The bank was fined 90 million crowns.", "A fine of 40 million crowns hit the bank."),
        ("Calden gets a third of the summer flow.", "Half of the summer flow goes to Calden."),
        ("He took the seat by 212 votes.", "The seat was his by 1,212 votes."),
        ("Boris Anton Lundt had led the club for twelve years.",
         "She follows Boris Anton Lundt, president for the past sixteen years."),
        ("Captors demanded three million dollars.", "The captors want half a million dollars."),
    ],
)  # fmt: skip
def test_another_term(one: str, other: str) -> None:
    assert count(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The rower was banned for two years.", "A ban of about two years awaits the rower."),
        ("The rower was banned for two years.", "The wrestler faces a ban of four years."),
        ("The rower was banned for two years.", "A ban of up to four years awaits the rower."),
        ("The rower was banned for two years.", "The rower was jailed for four years."),
        ("The firm must delete the letters within 30 days.", "It has 60 days to send letters."),
        ("He took the seat by 212 votes.", "The seat was his by 1,212 votes to 1,000."),
    ],
)
def test_what_may_both_be(one: str, other: str) -> None:
    assert count(one, other) == 0


def test_sentences_on_other_things() -> None:
    ban = "A ban of four years awaits the rower."
    assert count("The rower was banned for two years.", ban, is_near=False) == 0
    assert count("The rower was banned for two years. An old ban of three years ended.", ban) == 0
