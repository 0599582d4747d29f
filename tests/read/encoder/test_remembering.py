"""Windows that were read before are not read again, and read the same."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.contracts.readers import CountingEncoder, window_reading_of
from variorum.read.encoder.packing import pack, unpack
from variorum.read.encoder.remembering import AT_ONCE, RememberingEncoder, WordCount
from variorum.read.encoder.window import Window, WindowReading

windows = st.lists(
    st.sampled_from(["Goats", "climb", "“", "dør", "."]), min_size=1, max_size=6
).map(lambda words: Window(tuple(words)))


class Memory:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def windows(self, maker: str, ids: object) -> dict[str, bytes]:
        return {one: self.kept[maker, one] for one in ids if (maker, one) in self.kept}

    def add_windows(self, maker: str, windows: object) -> None:
        self.kept |= {(maker, one): payload for one, payload in windows}

    def drop_windows(self, but_of: str) -> None:
        self.kept = {key: payload for key, payload in self.kept.items() if key[0] == but_of}


def same(one: WindowReading, other: WindowReading) -> bool:
    arrays = (one.heads, other.heads), (one.vectors, other.vectors)
    return (
        one.parts_of_speech == other.parts_of_speech
        and one.names == other.names
        and one.attributions == other.attributions
        and one.relations == other.relations
        and all(np.array_equal(a, b) and a.dtype == b.dtype for a, b in arrays)
    )


@given(windows)
def test_a_reading_is_packed_as_it_is_but_for_the_grain_of_vectors(window: Window) -> None:
    reading = window_reading_of(window)
    back = unpack(pack(reading))
    assert np.abs(back.vectors - reading.vectors).max() < 1e-3
    assert same(unpack(pack(back)), back)
    assert back.names == reading.names
    assert back.attributions == reading.attributions


def test_a_window_of_sentences_keeps_a_vector_for_each() -> None:
    reading = window_reading_of(Window(("A", ".", "B", "."), (0, 2)))
    assert unpack(pack(reading)).vectors.shape == reading.vectors.shape == (2, 4)


@given(st.lists(windows, max_size=12), st.lists(windows, max_size=12))
def test_each_window_is_read_once(first: list[Window], second: list[Window]) -> None:
    encoder, memory = CountingEncoder(), Memory()
    readings = [
        reading
        for asked in (first, second)
        for reading in RememberingEncoder(encoder, memory).read_windows(asked)
    ]
    alone = [
        next(RememberingEncoder(CountingEncoder(), Memory()).read_windows([window]))
        for window in (*first, *second)
    ]
    assert all(same(one, other) for one, other in zip(readings, alone, strict=True))
    assert len(encoder.given) == len({window.words for window in (*first, *second)})


def test_words_are_counted() -> None:
    remembering = RememberingEncoder(CountingEncoder(), Memory())
    list(remembering.read_windows([Window(("Goats", "climb"))] * (AT_ONCE + 1)))
    assert remembering.words == WordCount(2 * AT_ONCE + 2, 2)


def test_sentences_make_another_window() -> None:
    encoder = CountingEncoder()
    words = ("Goats", ".", "Barges", ".")
    remembering = RememberingEncoder(encoder, Memory())
    readings = list(remembering.read_windows([Window(words), Window(words, (0, 2))]))
    assert [len(one.vectors) for one in readings] == [1, 2]


def test_another_network_reads_anew() -> None:
    memory = Memory()
    for weights in ("a" * 64, "b" * 64):
        encoder = CountingEncoder(weights)
        list(RememberingEncoder(encoder, memory).read_windows([Window(("Goats",))]))
        assert len(encoder.given) == 1
