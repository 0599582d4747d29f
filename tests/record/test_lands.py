"""Which names an article shows to be a country's."""

import re

from variorum.record.lands import lands_of


def lands(text: str) -> set[str]:
    return set(lands_of(re.findall(r"\w+|'s|[^\w\s]", text)).names)


def test_by_its_people() -> None:
    assert lands("Velmora paid. A Velmoran minister said so.") == {"Velmora"}
    assert lands_of(["Velmora", "Velmoran"]).peoples == {"Velmoran": "Velmora"}


def test_by_those_who_govern_it() -> None:
    assert lands("the presidents of Velmora and Kestria met") == {"Velmora", "Kestria"}
    assert lands("It is Kestria's foreign minister who left.") == {"Kestria"}


def test_not_those_who_govern() -> None:
    assert lands("Ilse Maran's government fell.") == set()
    assert lands("the president of Ashford College spoke") == set()
