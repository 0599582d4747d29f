"""Which parts of an attribution belong together."""

import pytest

from variorum.read.quotations.drafts import own_sources

SHE_SAID = ((2, 3), [(0, 2)], [(3, 8)], 0.9)
"""Words 0 and 1 say, with word 2, words 3 to 7."""


@pytest.mark.parametrize(
    ("source", "own"),
    [
        ([(0, 2), (9, 12)], [(9, 12)]),
        ([(9, 10), (11, 12)], [(9, 10), (11, 12)]),
        ([(9, 12), (20, 22)], [(9, 12), (20, 22)]),
        ([(0, 2)], [(0, 2)]),
    ],
    ids=["another cue lies between", "a joint source", "behind its cue, too", "the only one stays"],
)
def test_a_source_that_belongs_to_another_cue_is_left_off(source, own):
    but_he_said = ((12, 13), source, [(13, 19)], 0.9)
    assert list(own_sources([SHE_SAID, but_he_said])) == [
        SHE_SAID,
        ((12, 13), own, [(13, 19)], 0.9),
    ]
