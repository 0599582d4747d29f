from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import DISPATCH, article, examples, retellings, score
from variorum.collate.reuse.edits import (
    LONG_REPLACEMENT,
    Change,
    find_changes,
    part_at_paragraphs,
    trimmed,
)
from variorum.collate.reuse.words import words_in

WORDS = st.lists(st.integers(1, 9), max_size=40)


def changes(before, after):
    """The changes between two sentences as pairs of words."""
    (starts_a, ends_a, a), (starts_b, ends_b, b) = words_in(before), words_in(after)

    def words(text, starts, ends, first, last):
        return text[starts[first] : ends[last - 1]] if first < last else ""

    return [
        (
            words(before, starts_a, ends_a, change.a_start, change.a_end),
            words(after, starts_b, ends_b, change.b_start, change.b_end),
        )
        for change in find_changes(a, b)
    ]


def applied(a, b, found):
    made, reached = [], 0
    for change in found:
        made += a[reached : change.a_start] + b[change.b_start : change.b_end]
        reached = change.a_end
    return made + a[reached:]


@examples(max_examples=300)
@given(WORDS, WORDS)
def test_the_changes_turn_one_text_into_the_other(a, b):
    found = find_changes(np.array(a, dtype=np.uint64), np.array(b, dtype=np.uint64))
    assert applied(a, b, found) == b
    assert all(change.size for change in found)
    assert all(x.a_end <= y.a_start and x.b_end <= y.b_start for x, y in pairwise(found))


@examples(max_examples=100)
@given(WORDS)
def test_a_text_needs_no_change_to_be_itself(words):
    assert not find_changes(*[np.array(words, dtype=np.uint64)] * 2)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("He was falsely claiming it", "He was claiming it", [("falsely", "")]),
        (
            "Two officials in the know said. Hale would neither confirm nor deny it",
            "Officials said. It",
            [("Two", ""), ("in the know", ""), ("Hale would neither confirm nor deny", "")],
        ),
        ("It broke the long war", "It broke the long conflict", [("war", "conflict")]),
        ("all of them said so", "all of them, he said, said so", [("", "he said")]),
        (
            "ended since he launched his full-scale offensive in May",
            "ended since he launched the special military operation in May",
            [("his full-scale offensive", "the special military operation")],
        ),
    ],
)
def test_changes_are_marked_as_a_reader_would(before, after, found):
    assert changes(before, after) == found


def test_a_sentence_in_the_place_of_another_is_no_replacement():
    before = "It began. Nine grey cats slept under the old green boat. It ended."
    after = "It began. Snow fell on all seven roofs until nobody could pass. It ended."
    assert [bool(one) + bool(other) for one, other in changes(before, after)] == [1, 1]


def test_long_equal_runs_are_never_given_up():
    before = (
        "The palace hailed the call as the end of a year of isolation for President Karol Venn, "
        "who ordered a full-scale assault on the peninsula in January 2030 and has since been "
        "shunned by the members of the Compact."
    )
    after = (
        "The call ended a year of isolation for Venn since he ordered the security operation on "
        "the peninsula in January 2030."
    )
    found = changes(before, after)
    assert not any("peninsula" in side for change in found for side in change)
    assert any("assault" in one and "operation" in other for one, other in found)


@examples(max_examples=120)
@given(retellings())
def test_edits_of_passages_point_to_words_and_turn_one_side_into_the_other(paragraphs):
    a, b = article("a", DISPATCH), article("b", paragraphs)
    found = score(a, b)
    for reuse in found.reuses if found else ():
        made, reached = "", reuse.a.start
        reached_b = reuse.b.start
        for edit in reuse.edits:
            assert reached <= edit.a.start <= edit.a.end <= reuse.a.end
            assert reached_b <= edit.b.start <= edit.b.end <= reuse.b.end
            made += f"{a.text[reached : edit.a.start]} {edit.b.of(b.text)} "
            reached, reached_b = edit.a.end, edit.b.end
        made += a.text[reached : reuse.a.end]
        target = reuse.b.span.of(b.text)
        assert words_in(made)[2].tolist() == words_in(target)[2].tolist()


@examples(max_examples=80)
@given(retellings())
def test_operations_say_which_side_is_empty(paragraphs):
    found = score(article("a", DISPATCH), article("b", paragraphs))
    for edit in (edit for reuse in (found.reuses if found else ()) for edit in reuse.edits):
        assert (edit.op == "insert") == (len(edit.a) == 0)
        assert (edit.op == "delete") == (len(edit.b) == 0)


def test_the_limit_of_a_replacement_is_said_once():
    words = [f"w{number}" for number in range(LONG_REPLACEMENT)]
    others = [f"x{number}" for number in range(LONG_REPLACEMENT)]
    kept = "so it was"
    short = changes(f"{kept} {' '.join(words[1:])} {kept}", f"{kept} {' '.join(others[1:])} {kept}")
    long = changes(f"{kept} {' '.join(words)} {kept}", f"{kept} {' '.join(others)} {kept}")
    assert (len(short), len(long)) == (1, 2)


PARAGRAPHS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 6)), min_size=1, max_size=6)
"""Paragraphs as their lengths, and what their words are drawn from."""


def test_what_a_change_took_from_two_paragraphs_is_told_for_each():
    """The end of the first paragraph was reworded, the second left out."""
    a = np.array([1, 2, 3, 4, 5, 6, 7, 8], dtype=np.uint64)
    b = np.array([1, 2, 9, 8], dtype=np.uint64)
    paragraph_a = np.array([0, 0, 0, 0, 1, 1, 1, 2], dtype=np.int32)
    paragraph_b = np.array([0, 0, 0, 1], dtype=np.int32)
    (change,) = find_changes(a, b)
    assert list(part_at_paragraphs(change, paragraph_a, paragraph_b)) == [
        Change(2, 4, 2, 3),
        Change(4, 7, 3, 3),
    ]


@examples(max_examples=200)
@given(PARAGRAPHS, PARAGRAPHS, st.randoms(use_true_random=False))
def test_parted_changes_still_turn_one_text_into_the_other(one, other, chance):
    (a, paragraph_a), (b, paragraph_b) = (
        (
            np.array([chance.randint(1, 9) for size, _ in told for _ in range(size)], np.uint64),
            np.array([n for n, (size, _) in enumerate(told) for _ in range(size)], np.int32),
        )
        for told in (one, other)
    )
    found = [
        trimmed(part, a, b)
        for change in find_changes(a, b)
        for part in part_at_paragraphs(change, paragraph_a, paragraph_b)
    ]
    assert applied(a.tolist(), b.tolist(), [part for part in found if part.size]) == b.tolist()
