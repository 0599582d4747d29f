from itertools import chain, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from tests.collate.stories import DISPATCH, INDEPENDENT, OTHER_DISPATCH, examples
from variorum.collate.reuse.alignment import LEAST_GAIN, find_passages, index_anchors
from variorum.collate.reuse.edits import find_changes
from variorum.collate.reuse.words import words_in

FEW_WORDS = st.lists(st.integers(1, 7), max_size=60)
MANY_WORDS = st.lists(st.integers(1, 40), max_size=80)
DIFFERENT_WORDS = st.lists(st.integers(1, 400), max_size=80, unique=True)


def hashes(words):
    return np.array(words, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)


def passages(a, b):
    return find_passages(index_anchors(hashes(a)), index_anchors(hashes(b)))


def words_of(paragraphs):
    return words_in("\n".join(paragraphs))[2]


def returned(a, b):
    """The words of `a` that stand in passages, with the same words on the other side."""
    return [
        word
        for part in passages(a, b)
        for word in a[part.a_start : part.a_end]
        if word in b[part.b_start : part.b_end]
    ]


def disjoint(ranges):
    return all(one[1] <= other[0] for one, other in pairwise(sorted(ranges)))


@st.composite
def sharing(draw, vocabulary=MANY_WORDS):
    """Two texts, the second with up to five runs taken from anywhere in the first."""
    a, b = draw(vocabulary), draw(vocabulary)
    for _ in range(draw(st.integers(0, 5))):
        start, end = sorted((draw(st.integers(0, len(a))), draw(st.integers(0, len(a)))))
        place = draw(st.integers(0, len(b)))
        b = b[:place] + a[start:end] + b[place:]
    return a, b


@examples(max_examples=60)
@given(st.integers(int(LEAST_GAIN), 400))
def test_identical_texts_are_one_passage_from_end_to_end(count):
    text = list(range(1, count + 1))
    assert passages(text, text) == [(0, count, 0, count)]


@examples(max_examples=300)
@given(st.one_of(sharing(), sharing(FEW_WORDS)))
def test_passages_lie_in_the_texts_and_no_word_belongs_to_two(texts):
    a, b = texts
    found = passages(a, b)
    assert all(0 <= part.a_start < part.a_end <= len(a) for part in found)
    assert all(0 <= part.b_start < part.b_end <= len(b) for part in found)
    assert disjoint((part.a_start, part.a_end) for part in found)
    assert disjoint((part.b_start, part.b_end) for part in found)
    assert found == sorted(found)


@examples(max_examples=200)
@given(sharing(DIFFERENT_WORDS))
def test_passages_are_as_long_seen_from_the_other_text(texts):
    """Where words repeat, two ways that mirror each other may be as good."""
    a, b = texts
    there, back = passages(a, b), passages(b, a)
    assert sum(p.a_end - p.a_start for p in there) == sum(p.b_end - p.b_start for p in back)
    assert sum(p.b_end - p.b_start for p in there) == sum(p.a_end - p.a_start for p in back)


@examples(max_examples=200)
@given(st.integers(0, 150), st.integers(0, 150), st.integers(30, 100), st.integers(0, 150))
def test_a_block_that_was_moved_is_found_where_it_went(before, between, moved, after):
    a = list(range(1, before + between + moved + after + 1))
    rest = a[:before] + a[before + moved :]
    block = a[before : before + moved]
    b = rest[: before + between] + block + rest[before + between :]
    assert set(block) <= set(returned(a, b))


def test_a_sentence_that_was_moved_far_is_found():
    a = list(range(1, 157))
    sentence = a[20:36]
    assert set(sentence) <= set(returned(a, a[:20] + a[36:] + sentence))


def test_paragraphs_in_any_order_give_all_their_words_back():
    paragraphs = [list(range(number * 100, number * 100 + 45)) for number in range(1, 6)]
    a = list(chain(*paragraphs))
    b = list(chain(*(paragraphs[place] for place in (1, 3, 0, 2, 4))))
    assert sorted(returned(a, b)) == a


def test_anchors_that_overlap_share_no_word_when_their_chain_is_cut():
    """One text says "39 40" once, the other on both sides of what it moved there."""
    moved = list(range(500, 516))
    a = [*range(1, 41), *moved, *range(39, 81)]
    b = [*moved, *range(1, 81)]
    assert passages(a, b) == [(0, 40, 16, 56), (40, 56, 0, 16), (58, 98, 56, 96)]


@examples(max_examples=100)
@given(st.data())
def test_words_matched_are_those_of_the_longest_common_subsequence(data):
    """Where changes are small and ten words apart nothing is given up."""
    a = list(range(1, data.draw(st.integers(20, 200)) + 1))
    b, reached = [], 0
    for place in range(10, len(a) - 10, data.draw(st.integers(12, 30))):
        b += a[reached:place] + data.draw(st.lists(st.integers(1000, 2000), max_size=3))
        reached = place + data.draw(st.integers(0, 2))
    b += a[reached:]
    matched = sum(
        part.a_end - part.a_start - sum(change.a_end - change.a_start for change in changes)
        for part in passages(a, b)
        for changes in [
            find_changes(hashes(a)[part.a_start : part.a_end], hashes(b)[part.b_start : part.b_end])
        ]
    )
    assert matched == LCSseq.similarity(a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [(DISPATCH, OTHER_DISPATCH), (INDEPENDENT, OTHER_DISPATCH), ([], DISPATCH), ([], [])],
)
def test_texts_that_have_nothing_in_common_share_no_passage(one, other):
    index = (index_anchors(words_of(paragraphs)) for paragraphs in (one, other))
    assert not find_passages(*index)


def test_six_words_in_a_row_are_chance():
    assert not passages([1, 2, 3, 4, 5, 6, 7, 8], [9, 1, 2, 3, 4, 5, 6, 10])


def test_a_dropped_sentence_does_not_cut_a_passage_but_a_dropped_page_does():
    a = list(range(1, 301))
    assert passages(a, a[:60] + a[85:]) == [(0, 300, 0, 275)]
    assert passages(a, a[:60] + a[200:]) == [(0, 60, 0, 60), (200, 300, 60, 160)]


def test_what_an_author_repeats_again_and_again_anchors_nothing():
    chorus = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    a = [word for verse in range(6) for word in (*chorus, 100 + verse)]
    b = [word for verse in range(6) for word in (*chorus, 200 + verse)]
    assert not passages(a, b)
