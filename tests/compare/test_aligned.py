"""Asking whether two places stand in sentences that tell one thing."""

from variorum.compare.aligned import UNALIGNED, Aligned
from variorum.compare.retold import Line, Retold
from variorum.record.reuse import Place


def line(article: str, start: int, end: int) -> Line:
    return Line(Place(article, start, end), frozenset(), 1.0)


def test_places_within_two_sentences_that_tell_one_thing() -> None:
    aligned = Aligned([Retold(line("a", 0, 40), line("b", 50, 90), 0.8, 1.0)])
    assert (Place("a", 10, 14), Place("b", 60, 64)) in aligned
    assert (Place("b", 60, 64), Place("a", 10, 14)) in aligned
    assert (Place("a", 41, 44), Place("b", 60, 64)) not in aligned
    assert (Place("a", 10, 14), Place("c", 60, 64)) not in aligned
    assert (Place("a", 10, 14), Place("b", 60, 64)) not in UNALIGNED
