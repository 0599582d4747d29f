"""Numbers that one article gives by two sources."""

import pytest

from tests.compare.test_denials import reading
from variorum.compare.conflicts import find_conflicts
from variorum.compare.disputed import disputed_contradictions, disputed_tallies
from variorum.compare.tallies import tallies_in
from variorum.record.article import Article, Block


def article(name: str, text: str) -> Article:
    blocks = (Block(0, len(text), "body"),)
    return Article(name, name, "", text, None, None, (), (), None, "en", blocks)


def values(text: str) -> list[tuple[str, str]]:
    found = disputed_contradictions({"a": article("a", text)})
    return [(one.value_a, one.value_b) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The army put the number of dead at 12, the rebels at 20.",
        "Police said 12 men had marched; the union said 20.",
        "Osk spoke of 12 ships and Reis of 20.",
        "The harbour office said 12 barges were lost. Fishermen put the number at 20.",
    ],
)
def test_two_sources_two_numbers(text: str) -> None:
    ((one, other),) = values(text)
    assert (one.split()[0], other.split()[0]) == ("12", "20")


@pytest.mark.parametrize(
    "text",
    [
        "Police said 12 men had marched and the union said 20 had been hurt.",
        "Police said 12 men had marched, and later they said 20.",
        "Police said 12 men had marched; the union said about 12.",
        "The firm said it had 12 ships between Perisa at 4 and Alder at 8.",
        "The poll put the mayor at 12 percent and Reis at 20 percent.",
        "The harbour office said 12 barges were lost. The sun rose. Others put the number at 20.",
    ],
)
def test_what_is_not_disputed(text: str) -> None:
    assert values(text) == []


def test_articles_that_tell_of_one_dispute_are_one_conflict() -> None:
    one = article("a", "For Perisa, Anna Osk spoke of 12 ships and Ilan Reis of 20.")
    other = article("b", "In all, Reis said 20 ships were lost. Osk put the number at 12.")
    apart = article("c", "The army put the number of dead at 12, the rebels at 20.")
    articles = {each.id: each for each in (one, other, apart)}
    conflicts = find_conflicts(disputed_contradictions(articles), articles, list(articles))
    claims = sorted(tuple(sorted({claim.article for claim in one.claims})) for one in conflicts)
    assert claims == [("a", "b"), ("c",)]
    assert [one.sides for one in conflicts] == [(2, 2), (1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Organisers claimed 12,000. Local police, who counted from a tower, made it 4,500.",
        "Nine sailors were lost, according to the navy. The guild put the number at 20.",
        "The navy spoke of 12 ships. The guild gave a figure of 20.",
    ],
)
def test_the_other_number_in_the_next_sentence(text: str) -> None:
    assert len(values(text)) == 1


def counted(text: str) -> list[tuple[str, str]]:
    one = article("a", text)
    found = disputed_tallies({"a": tuple(tallies_in(one))}, {"a": one}, {})
    return [(one.value_a, one.value_b) for one in found]


def test_the_noun_tells_which_number_is_disputed() -> None:
    text = (
        "Seven people were arrested and four treated for cuts, according to the mayor. "
        "The guild put the number of arrests at 11."
    )
    assert counted(text) == [("7 arrested", "11 arrested")]
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were arrested. The guild put the number of injured at 11.",
        "Seven people were arrested in May. Eleven people were arrested in June.",
        "Seven people were arrested. She put the number of arrests at 11.",
    ],
)
def test_other_counts_are_not_disputed(text: str) -> None:
    assert counted(text) == []


def disputed(text: str, *said: tuple[str, str, str]) -> list[tuple[str, str]]:
    one = article("a", text)
    tallies = {"a": tuple(tallies_in(one))}
    found = disputed_tallies(tallies, {"a": one}, {"a": reading(one, *said)})
    return [(each.value_a, each.value_b) for each in found]


def test_two_speakers_count_the_dead_of_one_thing() -> None:
    said = (
        ("Osk", "Osk said", "12 people had died"),
        ("the guild", "the guild said", "20 people had died"),
    )
    text = "At the ford 12 people had died, Osk said. But 20 people had died, the guild said."
    assert disputed(text, *said) == [("12 killed", "20 killed")]
    some = text.replace("But 20", "At Alder, where 20")
    assert disputed(some, *said) == []
    assert disputed(text, said[0]) == []
