"""Lone texts that a large group takes in."""

import numpy as np
import pytest

from variorum.collate.stories.grouping import LARGE, STRAGGLING, Group, Known, with_stragglers
from variorum.collate.stories.profiles import Weights
from variorum.collate.stories.scoring import BIAS, Evidence


def group_of(*numbers: int) -> Group:
    nothing = Weights(np.array([], np.int32), np.array([], np.float64))
    return Group(numbers, nothing, [None] * len(numbers))


def evidence(mean: float, pairs: int) -> Evidence:
    """What speaks for a pair with this score on average."""
    return Evidence(pairs, (mean - BIAS) * pairs, 0.0)


LARGE_ONE, OTHER = tuple(range(LARGE)), tuple(range(10, 10 + LARGE))
LONE, FRIEND = 30, 31


def joined(fits: dict[int, float], *others: tuple[int, ...]) -> list[list[int]]:
    """The groups, a lone text among them that fits some of them so well, by their first numbers."""
    groups = {numbers[0]: group_of(*numbers) for numbers in ((LONE,), *others)}
    known: Known = {one: {} for one in groups}
    for other, fit in fits.items():
        known[LONE][other] = known[other][LONE] = evidence(fit, len(groups[other].numbers))
    return sorted(with_stragglers(groups, known))


@pytest.mark.parametrize(("above", "joins"), [(0.01, True), (-0.01, False)])
def test_a_lone_text_joins_a_large_group_that_it_fits_a_little_less(
    above: float, joins: bool
) -> None:
    found = joined({0: STRAGGLING + above}, LARGE_ONE)
    assert ([*LARGE_ONE, LONE] in found) == joins
    assert len(found) == (1 if joins else 2)


def test_it_joins_the_one_that_it_fits_best() -> None:
    found = joined({0: STRAGGLING / 2, 10: STRAGGLING / 3}, LARGE_ONE, OTHER)
    assert found == [[*LARGE_ONE], [*OTHER, LONE]]


def test_few_texts_take_in_none() -> None:
    few = LARGE_ONE[1:]
    assert joined({few[0]: STRAGGLING / 2}, few) == [[*few], [LONE]]
    assert joined({FRIEND: STRAGGLING / 2}, (FRIEND,)) == [[LONE], [FRIEND]]
