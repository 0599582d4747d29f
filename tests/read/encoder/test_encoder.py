import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.read.encoder.encoder import MOST_PIECES, Encoder
from variorum.read.encoder.pieces import (
    CAPITALIZED,
    CAPITALS,
    LOWER,
    MIXED,
    MOST_PIECES_A_WORD,
    NUMBER,
    SIGN,
    shape_of,
)  # fmt: skip
from variorum.read.encoder.window import Window, WindowReading
from variorum.record.errors import InputError

SAID = Window(tuple("Minister Orla Venn said the bridge would open on Friday .".split()))
LONGER = Window(
    tuple(
        "“ There is no plan , ” spokesman Ivo Marr told reporters in Antisaya . "
        "“ There never was . ” It rained .".split()
    ),
    (0, 15, 21),
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.shipped(threads=1)


def same(one: WindowReading, other: WindowReading) -> bool:
    return (
        (one.names, one.attributions, one.parts_of_speech, one.relations)
        == (other.names, other.attributions, other.parts_of_speech, other.relations)
        and np.array_equal(one.heads, other.heads)
        and np.array_equal(one.vectors, other.vectors)
    )


def test_a_plain_sentence_is_read(encoder: Encoder) -> None:
    (reading,) = encoder.read_windows([SAID])
    (attribution,) = reading.attributions
    assert attribution.cue == (3, 4)
    assert attribution.source == ((0, 3),)
    assert attribution.content[0][0] == 4
    assert "person" in {name.kind for name in reading.names}
    assert reading.relations[int(reading.heads[2])] in ("root", "nsubj")


def test_a_window_reads_the_same_alone_and_among_others(encoder: Encoder) -> None:
    (alone,) = encoder.read_windows([SAID])
    _, among, _ = encoder.read_windows([LONGER, SAID, LONGER])
    assert same(alone, among)


def test_there_is_a_vector_of_length_one_for_each_sentence(encoder: Encoder) -> None:
    (reading,) = encoder.read_windows([LONGER])
    assert reading.vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(reading.vectors, axis=1), 1, atol=1e-3)


def test_a_window_that_is_too_long_is_refused_with_a_way_out(encoder: Encoder) -> None:
    with pytest.raises(InputError, match="count_pieces"):
        list(encoder.read_windows([Window(("word",) * (MOST_PIECES + 1))]))
    with pytest.raises(InputError, match="first word of each sentence"):
        Window(())


def test_no_word_takes_more_than_its_share(encoder: Encoder) -> None:
    counts = encoder.count_pieces(["bridge", "x" * 2_000_000, "\u200b", "ҚҚҚ", "https://a.b/c" * 9])
    assert counts[0] == 1
    assert all(1 <= count <= MOST_PIECES_A_WORD for count in counts)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=20))
def test_any_words_give_spans_within_the_window(encoder: Encoder, words: list[str]) -> None:
    (reading,) = encoder.read_windows([Window(tuple(words))])
    spans = [name.words for name in reading.names]
    for attribution in reading.attributions:
        spans.extend([attribution.cue, *attribution.source, *attribution.content])
    assert all(0 <= first < last <= len(words) for first, last in spans)
    assert len(reading.heads) == len(reading.parts_of_speech) == len(words)


@pytest.mark.parametrize(
    ("word", "shape"),
    [("said", LOWER), ("Venn", CAPITALIZED), ("NATO", CAPITALS), ("McKay", MIXED),
     ("F-35", NUMBER), ("”", SIGN), ("A", CAPITALIZED)],
)  # fmt: skip
def test_shapes(word: str, shape: int) -> None:
    assert shape_of(word) == shape
