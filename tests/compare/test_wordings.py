"""What retellings call otherwise."""

import msgspec
import pytest

from tests.collate.stories import article, score
from variorum.compare.wordings import Held, Wording, find_wordings, is_style, kind_of_wording
from variorum.record.article import Article

SOURCE = [
    "The army began its assault on the port of Ansel before the first ferries left the harbour.",
    "Families who fled the assault on the upper town slept in the school beside the fish market.",
    "A spokesman said the government of the port would hold out until the grain barges came in.",
    "Two of the allegedly stolen barges were seen at the mouth of the river by a fishing crew.",
]


def retold(changes: dict[str, str], name: str, outlet: str) -> Article:
    lines = []
    for line in SOURCE:
        told = line
        for before, after in changes.items():
            told = told.replace(before, after)
        lines.append(told)
    return article(name, lines, outlet=outlet)


def wordings(*children: Article, is_directed: bool = True) -> list[Wording]:
    source = article("a", SOURCE, outlet="Alder Post")
    held = [Held(score(source, child).reuses, is_directed) for child in children]
    return find_wordings(held, {one.id: one for one in (source, *children)}, {})


def test_a_loaded_word_that_recurs() -> None:
    (found,) = wordings(retold({"assault": "liberation"}, "b", "Vessa Gazette"))
    assert (found.before, found.after) == ("assault", "liberation")
    assert (found.kind, found.count) == ("loaded", 2)
    assert found.outlets == ("Vessa Gazette",)
    assert {(one.a.article, one.b.article) for one in found.places} == {("a", "b")}
    row = msgspec.to_builtins(found)
    assert (row["from"], row["to"]) == ("assault", "liberation")


def test_a_word_of_doubt_is_shown_if_it_goes_once() -> None:
    (found,) = wordings(retold({"allegedly ": ""}, "b", "Vessa Gazette"))
    assert (found.before, found.after, found.kind) == ("allegedly stolen", "stolen", "qualifier")


def test_other_words_are_shown_if_they_recur() -> None:
    once = retold({"school": "chapel"}, "b", "Vessa Gazette")
    assert wordings(once) == []
    (found,) = wordings(retold({"port": "town"}, "b", "Vessa Gazette"))
    assert (found.kind, found.count) == ("wording", 2)


def test_two_outlets_are_two_places() -> None:
    one = retold({"school": "chapel"}, "b", "Vessa Gazette")
    other = retold({"school": "chapel", "crew": "party"}, "c", "Halden Daily")
    (found,) = wordings(one, other)
    assert (found.before, found.after, found.count) == ("school", "chapel", 2)
    assert found.outlets == ("Halden Daily", "Vessa Gazette")


def test_texts_of_one_hand_are_one_place() -> None:
    changes = {"school": "chapel", "crew": "party", "upper": "old", "grain": "wheat"}
    one, other = (retold(changes, name, name) for name in "bc")
    source = article("a", SOURCE)
    held = [Held(score(source, child).reuses, is_directed=True) for child in (one, other)]
    articles = {child.id: child for child in (source, one, other)}
    roots = {"b": frozenset("r"), "c": frozenset("r")}
    assert find_wordings(held, articles, roots) == []
    assert len(find_wordings(held, articles, {})) == 4


def test_without_a_direction_one_place_is_not_enough() -> None:
    once = retold({"began its assault": "began its liberation"}, "b", "Vessa Gazette")
    assert wordings(once, is_directed=False) == []
    (found,) = wordings(retold({"assault": "liberation"}, "b", "V"), is_directed=False)
    assert not found.has_direction
    assert found.count == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("organise", "organize"), ("favour", "favor"), ("cannot", "can't"), ("it is", "it's"),
        ("President Maran", "Maran"), ("per cent", "percent"), ("on Tuesday", "Tuesday"),
        ("e-mails", "emails"), ("towards", "toward"), ("programme", "program"),
    ],
)  # fmt: skip
def test_house_style(before: str, after: str) -> None:
    assert is_style(before, after)
    assert is_style(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("legal", "illegal"),
        ("stable", "unstable"),
        ("war", "conflict"),
        ("12", "13"),
        ("is", "isn't"),
    ],
)
def test_what_is_no_style(before: str, after: str) -> None:
    assert not is_style(before, after)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("government", "regime", "loaded"), ("said", "claimed", "loaded"),
        ("said", "told", "attribution"), ("Kiev", "Odesa", "name"), ("boat", "ship", "wording"),
        ("suspected spy", "spy", "qualifier"), ("center", "centre", "style"),
    ],
)  # fmt: skip
def test_kinds(before: str, after: str, kind: str) -> None:
    assert kind_of_wording(before, after, "wording") == kind
