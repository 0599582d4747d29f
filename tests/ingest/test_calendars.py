import pytest
from babel.dates import get_month_names

from variorum.ingest.calendars import LANGUAGES, month_number, months


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("January", 1),
        ("JAN", 1),
        ("Sept.", 9),
        ("sept", 9),
        ("März", 3),
        ("août", 8),
        ("diciembre", 12),
        ("июля", 7),
        ("липня", 7),
        ("Ιουλίου", 7),
        ("Temmuz", 7),
        ("heinäkuuta", 7),
        ("lipca", 7),
        ("Şubat", 2),
        ("KASIM", 11),
        ("FEVRIER", 2),
        ("Juli", 7),
    ],
)
def test_a_month_is_known_in_any_language(word: str, number: int) -> None:
    assert month_number(word, None) == number


@pytest.mark.parametrize(
    ("language", "number"), [("pl", 11), ("cs", 11), ("hr", 10), ("en", 11), (None, 11), ("xx", 11)]
)
def test_the_language_decides_where_two_disagree(language: str | None, number: int) -> None:
    assert month_number("listopad", language) == number


@pytest.mark.parametrize("word", ["Monday", "month", "", "ma", "7", "²", "the"])
def test_other_words_are_no_months(word: str) -> None:
    assert month_number(word, "en") is None


NOT_ONE_WORD = {"vi", "ca", "ga"}
"""In these languages a month is written in two words or behind an apostrophe."""


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag not in NOT_ONE_WORD])
def test_every_month_that_unicode_names_is_read(language: str) -> None:
    for number, name in get_month_names("wide", "format", language).items():
        assert month_number(name, language) == number
        assert month_number(name.capitalize(), language) == number


def test_every_name_stands_for_one_of_twelve_months() -> None:
    assert set(months(None).values()) == set(range(1, 13))
    assert all(name == name.casefold() for name in months(None))
