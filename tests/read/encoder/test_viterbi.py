from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from variorum.read.encoder.viterbi import best_tags, runs

scores = st.floats(-5, 5, width=32)


def value(tags: tuple[int, ...], emissions: np.ndarray, transitions: np.ndarray) -> float:
    before = (3, *tags[:-1])
    pairs = zip(before, tags, strict=True)
    return float(
        sum(transitions[one, other] for one, other in pairs)
        + sum(emissions[at, tag] for at, tag in enumerate(tags))
    )


@given(
    arrays(np.float32, (2, 5, 3), elements=scores),
    arrays(np.float32, (2, 4, 3), elements=scores),
    st.tuples(st.integers(1, 5), st.integers(1, 5)),
)
def test_no_sequence_of_tags_is_likelier(
    emissions: np.ndarray, transitions: np.ndarray, lengths: tuple[int, int]
) -> None:
    found = best_tags(emissions, np.array(lengths), transitions)
    for row, length in enumerate(lengths):
        every = product(range(3), repeat=length)
        best = max(value(tags, emissions[row], transitions[row]) for tags in every)
        given_tags = tuple(found[row, :length].tolist())
        assert abs(value(given_tags, emissions[row], transitions[row]) - best) < 1e-3
        assert not found[row, length:].any()


@given(
    arrays(np.float32, (3, 6, 3), elements=st.integers(-2, 2)),
    arrays(np.float32, (1, 4, 3), elements=st.integers(-2, 2)),
    st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(1, 6)),
)
def test_a_sequence_is_tagged_the_same_alone_and_beside_longer_ones(
    emissions: np.ndarray, transitions: np.ndarray, lengths: tuple[int, int, int]
) -> None:
    together = best_tags(emissions, np.array(lengths), np.tile(transitions, (3, 1, 1)))
    for row, length in enumerate(lengths):
        alone = best_tags(emissions[row : row + 1, :length], np.array([length]), transitions)
        assert together[row, :length].tolist() == alone[0].tolist()


def test_spans_begin_at_each_beginning() -> None:
    assert runs(np.array([1, 2, 0, 1, 1, 2, 0])) == [(0, 2), (3, 4), (4, 6)]
    assert runs(np.array([0, 2, 2])) == [(1, 3)]
    assert runs(np.array([0, 0])) == []
