"""Which tellings of one thing are held against one another."""

import pytest

from variorum.compare.accounts import FIRST, is_one_surname, pairs_apart


def test_of_a_few_places_all_pairs_of_other_values_are_held_against_each_other() -> None:
    told = [("mon", 0), ("tue", 1), ("mon", 2), ("wed", 3)]
    assert list(pairs_apart(told)) == [(0, 1), (0, 3), (1, 2), (1, 3), (2, 3)]


def test_what_very_many_places_tell_is_held_against_others_by_each_but_not_by_all() -> None:
    told = [(("mon", "tue", "tue")[number % 3], number) for number in range(3_000)]
    pairs = list(pairs_apart(told))
    assert {one for pair in pairs for one in pair} == set(range(3_000))
    assert all(told[one][0] != told[other][0] for one, other in pairs)
    assert len(pairs) <= 2 * FIRST * len(told)
    assert pairs == sorted(set(pairs))


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [("araqchi", "araghchi", True), ("qalibaf", "ghalibaf", True), ("reis", "osk", False)],
)
def test_a_surname_in_another_spelling(one: str, other: str, is_one: bool) -> None:
    assert is_one_surname(one, other) == is_one
