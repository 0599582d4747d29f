import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.collate.reuse.shingles import shingles

WORDS = st.lists(st.integers(0, 2**64 - 1), max_size=30)


def naive(words, length):
    found = []
    for start in range(len(words) - length + 1):
        total = 0
        for place, word in enumerate(words[start : start + length], 1):
            total = (total + word * 0xD6E8FEB86659FD93**place) % 2**64
        found.append(total ^ (total >> 31))
    return found


@examples(max_examples=200)
@given(WORDS, st.integers(1, 9))
def test_shingles_are_what_a_plain_loop_makes(words, length):
    made = shingles(np.array(words, dtype=np.uint64), length)
    assert made.dtype == np.uint64
    assert made.tolist() == naive(words, length)


@examples()
@given(st.permutations(range(6)))
def test_the_order_of_words_counts(words):
    made, sorted_made = (shingles(np.array(w, dtype=np.uint64), 6) for w in (words, sorted(words)))
    assert (made == sorted_made).all() == (list(words) == sorted(words))
