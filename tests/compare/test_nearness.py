"""Which sentences of two reports are nearest each other."""

from tests.compare.reports import two
from variorum.compare.nearness import Nearness
from variorum.record.reading import Reading
from variorum.record.reuse import Place

EAST, NORTH, BETWEEN = b"\x00\x3c\x00\x00", b"\x00\x00\x00\x3c", b"\x00\x3c\x00\x38"


def _with(reading: Reading, vectors: bytes) -> Reading:
    return Reading(reading.article, reading.sentences, (), (), (), (), vectors, 2, "test")


def test_nearest_are_sentences_that_have_no_nearer_one() -> None:
    told = two("Rain fell. The dam held.", "It rained. The wall stood.")
    a, b = (told.readings[name] for name in "ab")
    nearness = Nearness([_with(a, EAST + NORTH), _with(b, BETWEEN + EAST)])
    places = [
        [Place(one.article, span.start, span.end) for span in one.sentences] for one in (a, b)
    ]
    assert nearness.are_nearest(places[0][0], places[1][1])
    assert not nearness.are_nearest(places[0][0], places[1][0])
    assert nearness.are_nearest(places[1][0], places[0][1]) is False
