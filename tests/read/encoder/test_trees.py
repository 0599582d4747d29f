from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from variorum.read.encoder import trees
from variorum.read.encoder.trees import heads_of

scores = arrays(
    np.float32,
    st.integers(1, 5).map(lambda count: (count, count)),
    elements=st.floats(-5, 5, width=32),
)


def is_tree(heads: tuple[int, ...]) -> bool:
    roots = [at for at, head in enumerate(heads) if head == at]
    reached = list(range(len(heads)))
    for _ in heads:
        reached = [heads[at] for at in reached]
    return len(roots) == 1 and set(reached) == set(roots)


@settings(max_examples=200)
@given(scores)
def test_the_best_tree_of_its_root_is_found(given_scores: np.ndarray) -> None:
    heads = tuple(heads_of(given_scores).tolist())
    assert is_tree(heads)
    count = len(heads)
    root = next(at for at, head in enumerate(heads) if head == at)
    trees_of_root = (
        tree for tree in product(range(count), repeat=count) if tree[root] == root and is_tree(tree)
    )
    best = max(
        sum(given_scores[at, head] for at, head in enumerate(tree)) for tree in trees_of_root
    )
    assert abs(sum(given_scores[at, head] for at, head in enumerate(heads)) - best) < 1e-3


def test_a_very_long_sentence_is_mended_in_bounded_time() -> None:
    count = trees.LONGEST_SEARCHED + 50
    around = np.zeros((count, count), dtype=np.float32)
    around[np.arange(count), (np.arange(count) + 1) % count] = 5
    assert is_tree(tuple(heads_of(around).tolist()))
