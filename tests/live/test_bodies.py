"""Bodies of answers: whole or refused, in whatever pieces they come."""

import contextlib
import gzip
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.live.bodies import LEAST_BOMB, CutOffError, TooLargeError, unpacked

MOST = 5_000


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@given(st.binary(max_size=MOST), st.integers(1, 999), st.sampled_from(["", "gzip", "deflate"]))
def test_come_whole_in_any_pieces(data: bytes, size: int, encoding: str) -> None:
    pack = {"": bytes, "gzip": gzip.compress, "deflate": zlib.compress}[encoding]
    sent = pack(data)
    if len(sent) <= MOST:
        assert unpacked(pieces(sent, size), encoding, MOST) == data


@given(st.binary(min_size=1, max_size=400), st.integers(1, 99))
def test_of_any_kind_are_unpacked_or_refused(data: bytes, size: int) -> None:
    with contextlib.suppress(TooLargeError, CutOffError):
        assert len(unpacked(pieces(data, size), "gzip", MOST)) <= MOST


@given(st.binary(min_size=30, max_size=400), st.data())
def test_that_are_cut_off_are_refused(data: bytes, draw: st.DataObject) -> None:
    packed = gzip.compress(data)
    end = draw.draw(st.integers(1, len(packed) - 1))
    with pytest.raises(CutOffError):
        unpacked([packed[:end]], "gzip", MOST)


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_too_large_by_one_byte(encoding: str) -> None:
    for size, fits in ((MOST, True), (MOST + 1, False)):
        data = bytes(size)
        sent = gzip.compress(data) if encoding else data
        if fits:
            assert unpacked([sent], encoding, MOST) == data
        else:
            with pytest.raises(TooLargeError):
                unpacked([sent], encoding, MOST)


def test_an_endless_one_is_read_no_further_than_needed() -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b"goat" * 100

    with pytest.raises(TooLargeError):
        unpacked(endless(), "", MOST)
    assert taken == MOST // 400 + 1


def test_a_bomb_is_known_by_its_ratio() -> None:
    bomb = gzip.compress(bytes(LEAST_BOMB * 3))
    with pytest.raises(TooLargeError, match="times"):
        unpacked(pieces(bomb, 100), "gzip", LEAST_BOMB * 10)
