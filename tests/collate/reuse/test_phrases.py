import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.collate.reuse.phrases import PHRASE_LENGTH, covered, in_stock_phrase
from variorum.collate.reuse.words import words_in


def stock_words(text):
    starts, ends, hashes = words_in(text)
    places = zip(starts, ends, in_stock_phrase(hashes), strict=True)
    return [text[start:end] for start, end, is_stock in places if is_stock]


def test_what_reporters_everywhere_write_is_stock():
    text = "The yard in Stennvik did not immediately respond to a request for comment"
    assert stock_words(text) == text.split()[4:]


def test_what_one_reporter_writes_is_not():
    assert not stock_words("volunteers had set up cots among the climbing frames of the gymnasium")


def test_short_and_empty_texts_hold_no_phrase():
    assert not stock_words("")
    assert not stock_words("for the first time")


@examples(max_examples=200)
@given(st.lists(st.booleans(), max_size=20), st.integers(0, PHRASE_LENGTH - 1))
def test_the_words_of_a_phrase_are_those_from_its_start(starts, missing):
    count = len(starts) + PHRASE_LENGTH - 1 if starts else missing
    flags = covered(np.array(starts, dtype=bool), count)
    assert flags.tolist() == [
        any(starts[max(0, place - PHRASE_LENGTH + 1) : place + 1]) for place in range(count)
    ]
