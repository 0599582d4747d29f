"""Which names an article shows to be a country's."""

from tests.read.plain_reader import article_of
from variorum.read.lands import lands_of
from variorum.read.passages import cut_passage


def lands(text: str) -> tuple[set[str], set[str]]:
    found = lands_of(cut_passage(text, article_of(text).blocks, lambda words: [1] * len(words)))
    return set(found[0]), set(found[1])


def test_by_its_people() -> None:
    assert lands("Velmora paid. A Velmoran minister said so.") == ({"Velmora"}, {"Velmoran"})


def test_by_those_who_govern_it() -> None:
    assert lands("the presidents of Velmora and Kestria met")[0] == {"Velmora", "Kestria"}
    assert lands("It is Kestria's foreign minister who left.")[0] == {"Kestria"}


def test_not_those_who_govern() -> None:
    assert lands("Ilse Maran's government fell.")[0] == set()
    assert lands("the president of Ashford College spoke")[0] == set()
