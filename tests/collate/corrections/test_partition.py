"""Joining and splitting of base units: in the order in which it was done, whatever comes in."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.record.nouns import steady
from variorum.collate.corrections.partition import Partition, partition_of
from variorum.record.correction import Correction, Sides, make_correction


def correct(kind: Any, subjects: str, others: str, minute: int = 0) -> Correction:
    made = f"2031-03-05T10:{minute:02}:00Z"
    return make_correction(kind, "story", Sides(subjects, others), "Anna", made=made)


def groups(partition: Partition) -> list[str]:
    return ["".join(sorted(group.units)) for group in partition.shaped()]


def after(found: list[str], *corrections: Correction) -> list[str]:
    return groups(partition_of(found, corrections))


def test_what_is_joined_is_one_group() -> None:
    assert after(["ab", "cd", "e"], correct("join", "ab", "e")) == ["abe", "cd"]


def test_what_is_split_is_two_groups() -> None:
    assert after(["abcd", "e"], correct("split", "bd", "ac")) == ["ac", "bd", "e"]


def test_a_later_correction_beats_an_earlier() -> None:
    join, split = correct("join", "ab", "cd", 1), correct("split", "ab", "cd", 2)
    assert after(["ab", "cd"], split, join) == ["ab", "cd"]
    rejoin = correct("join", "cd", "ab", 3)
    assert after(["ab", "cd"], rejoin, split, join) == ["abcd"]


def test_a_join_takes_no_group_along_for_a_unit_that_went_there_since() -> None:
    """The machine has put c, of the three that were joined with d, into another group."""
    assert after(["ab", "cxyz", "d"], correct("join", "abc", "d")) == ["abd", "cxyz"]


def test_units_that_came_later_stay_with_the_rest() -> None:
    assert after(["abcx"], correct("split", "b", "ac")) == ["acx", "b"]


def test_what_is_not_there_is_neither_joined_nor_split() -> None:
    gone = [correct("join", "x", "ab", 1), correct("split", "a", "x", 2)]
    assert after(["abc"], *gone) == ["abc"]
    partition = Partition(["abc"])
    assert [partition.holds(one) for one in gone] == [None, None]
    assert partition.home("xyz") is None


def test_what_is_partly_there_counts() -> None:
    assert after(["a", "bc"], correct("join", "ax", "by")) == ["abc"]
    assert after(["abc"], correct("split", "ax", "by")) == ["a", "bc"]


def test_a_split_does_not_join_what_the_machine_has_taken_apart() -> None:
    assert after(["ac", "bd"], correct("split", "ab", "cd")) == ["a", "b", "c", "d"]


def test_groups_know_what_made_them() -> None:
    join, split = correct("join", "a", "b", 1), correct("split", "c", "d", 2)
    shaped = partition_of(["a", "b", "cd", "e"], [join, split]).shaped()
    assert [one.corrections for one in shaped] == [(join.id,), (split.id,), (split.id,), ()]


def test_whether_a_correction_holds() -> None:
    join, split = correct("join", "a", "b", 1), correct("split", "a", "b", 2)
    both = partition_of(["a", "b"], [join, split])
    assert [both.holds(join), both.holds(split)] == [False, True]


UNITS = "abcdefgh"
sides = st.permutations(UNITS).flatmap(
    lambda units: st.tuples(st.integers(1, 4), st.integers(1, 4)).map(
        lambda sizes: (units[: sizes[0]], units[sizes[0] : sizes[0] + sizes[1]])
    )
)


@st.composite
def partitions(draw: st.DrawFn) -> list[set[str]]:
    """Some of the units in groups; others are not there."""
    found: dict[int, set[str]] = {}
    for unit in UNITS:
        found.setdefault(draw(st.integers(0, 4)), set()).add(unit)
    found.pop(4, None)
    return list(found.values())


@st.composite
def made(draw: st.DrawFn) -> list[Correction]:
    return [
        correct(draw(st.sampled_from(["join", "split"])), *draw(sides), minute)
        for minute in range(draw(st.integers(0, 6)))
    ]


@steady
@given(partitions(), made(), st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_what_comes_in(
    found: list[set[str]], corrections: list[Correction], chance: Any
) -> None:
    first = partition_of(found, corrections).shaped()
    chance.shuffle(found)
    chance.shuffle(corrections)
    assert partition_of(found, corrections).shaped() == first


@steady
@given(partitions(), made())
def test_no_unit_is_lost_or_twice(found: list[set[str]], corrections: list[Correction]) -> None:
    units = [unit for group in partition_of(found, corrections).shaped() for unit in group.units]
    assert sorted(units) == sorted(unit for group in found for unit in group)


@steady
@given(partitions(), made())
def test_the_last_correction_holds_or_is_about_nothing(
    found: list[set[str]], corrections: list[Correction]
) -> None:
    if corrections:
        assert partition_of(found, corrections).holds(corrections[-1]) is not False
