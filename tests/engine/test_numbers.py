"""Numbers that stand for words, in tables."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.numbers import distinct

NUMBERS = st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(0, 3))


@given(NUMBERS)
def test_distinct_numbers_stand_in_order_each_once(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, np.int64)).tolist() == sorted(set(numbers))
