"""What reports say of a person."""

import pytest

from tests.compare.reports import two, values
from variorum.compare.persons import person_contradictions


def traits(one: str, other: str) -> list[tuple[str, str]]:
    told = two(one, other)
    return values(list(person_contradictions(told.articles, told.stories)))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Edda Pell, 47, said no.", "It was 52-year-old Edda Pell.", ("47", "52")),
        (
            "Foreign Minister Anton Roe left.",
            "Anton Roe, the interior minister, left.",
            ("foreign", "interior"),
        ),
        ("Col. Anton Roe took over.", "General Anton Roe took over.", ("colonel", "general")),
        (
            "Anton Roe, a cousin of the candidate, spoke.",
            "Anton Roe, who is the candidate's brother, spoke.",
            ("cousin", "brother"),
        ),
    ],
)
def test_what_cannot_both_be(one: str, other: str, told: tuple[str, str]) -> None:
    assert traits(one, other) == [told]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Edda Pell, 47, said no.", "Orla Pell, 52, said no."),
        ("Foreign Minister Anton Roe left.", "Former interior minister Anton Roe left."),
        ("Anton Roe, a cousin of Edda Pell, spoke.", "Anton Roe, a brother of Orla Pell, spoke."),
    ],
)
def test_what_may_both_be(one: str, other: str) -> None:
    assert traits(one, other) == []
