"""Numbers of one thing in reports that tell it in their own words."""

import pytest

from variorum.compare.conflicts import Contradiction, find_conflicts
from variorum.compare.counting import promise_contradictions, tally_contradictions
from variorum.compare.tallies import tallies_in
from variorum.record.article import Article, Block
from variorum.record.story import StoryGroup
from variorum.record.when import When


def article(name: str, text: str, day: str = "2031-05-04") -> Article:
    published = When(day, day, "day", "stated")
    blocks = (Block(0, len(text), "body"),)
    return Article(name, name, "", text, None, name, (), (), published, "en", blocks)


def found(*articles: Article) -> list[Contradiction]:
    known = {one.id: one for one in articles}
    tallies = {one.id: tuple(tallies_in(one)) for one in articles}
    story = StoryGroup("s", "s", tuple(known), None)
    return list(tally_contradictions(tallies, known, [story]))


def values(*texts: str) -> list[tuple[str, str]]:
    articles = [article(str(number), text) for number, text in enumerate(texts)]
    return [(one.value_a, one.value_b) for one in found(*articles)]


FILLER = (
    "The harbour master counted 31 barges at the eastern pier. "
    "Engineers inspected 17 cranes beside the northern depot. "
    "The museum lent 46 paintings to the gallery of Oss."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Nine miners died when the Perisa shaft collapsed.",
            "The collapse of the Perisa shaft killed 14 miners.",
        ),
        (
            "The blockade trapped 90 trucks on the pass.",
            "Some 160 lorries were stranded by the blockade.",
        ),
        (
            "Police arrested 12 people outside the stadium of Tarn.",
            "The lawyers said 31 people were detained outside the stadium of Tarn.",
        ),
        (
            "Around 800 weavers walked out at the mill in Tarn.",
            "The owner put the number of strikers at 350.",
        ),
        (
            "A ferry with 52 people on board sank in the night.",
            "There were 61 passengers and crew aboard, said a pilot.",
        ),
        (
            "The council put a duty of 25 percent on steel from Osk.",
            "Steel from Osk is to bear a tariff of 20 percent, the council decided.",
        ),
        (
            "The jet spent 12 minutes in the airspace of Alder.",
            "For 40 seconds the plane was in the airspace of Alder.",
        ),
        (
            "Osk has sent 300 troops and a field kitchen to Alder.",
            "Alder received a field kitchen and 120 soldiers from Osk.",
        ),
        (
            "The 11 trucks of the guild of Osk reached the ford.",
            "At the ford stood 14 lorries of the guild of Osk.",
        ),
        (
            "The Alder canal carries 38 million litres of water a day to Osk.",
            "Some 55 million litres a day of water reach Osk by the Alder canal.",
        ),
        (
            "Herons held the ferry of Osk for nine hours before they flew.",
            "The ferry of Osk had been held by herons for six hours.",
        ),
        (
            "Alder Marine won a $36 million contract to dredge the bay.",
            "The bay was dredged by Alder Marine for $63 million.",
        ),
    ],
)
def test_one_thing_is_counted_differently(one: str, other: str) -> None:
    assert len(values(one, other, FILLER)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "About 400 miners died when the Perisa shaft collapsed.",
            "The collapse of the Perisa shaft killed 412 miners.",
        ),
        (
            "Nine miners died when the Perisa shaft collapsed.",
            "The collapse of the Perisa shaft killed another 14 miners.",
        ),
        (
            "Nine miners died when the Perisa shaft collapsed.",
            "In 1988 a collapse of the Perisa shaft killed 14 miners.",
        ),
        (
            "Nine miners died when the Perisa shaft collapsed on Monday.",
            "The collapse of the Perisa shaft killed 14 miners on Thursday.",
        ),
        (
            "Nine miners died when the shaft collapsed in Perisa.",
            "The collapse of the shaft killed 14 miners in Morholt.",
        ),
        (
            "Nine miners died when the Perisa shaft collapsed.",
            "Nine miners died at Perisa and 14 miners died at Osk when shafts collapsed.",
        ),
        (
            "The blockade trapped 90 trucks on the pass.",
            "The firm bought 160 lorries for its depot.",
        ),
        (
            "Police arrested 12 people outside the stadium of Tarn.",
            "Outside the stadium of Tarn police arrested 31 supporters of Osk.",
        ),
        (
            "Nine miners died in the country when the Perisa shaft collapsed.",
            "The collapse of the Perisa shaft killed 14 miners.",
        ),
        (
            "Seven of them were arrested outside the stadium of Tarn.",
            "Police arrested 12 people outside the stadium of Tarn.",
        ),
    ],
)
def test_what_is_another_thing_or_a_rounding(one: str, other: str) -> None:
    assert values(one, other, FILLER) == []


def test_a_toll_that_rises_is_an_update() -> None:
    early = article("a", "Nine miners died when the Perisa shaft collapsed.", "2031-05-04")
    late = article("b", "The collapse of the Perisa shaft killed 14 miners.", "2031-05-06")
    assert [one.is_update for one in found(early, late)] == [True]
    fewer = article("c", "The collapse of the Perisa shaft killed six miners.", "2031-05-06")
    assert [one.is_update for one in found(early, fewer)] == [False]


def test_copies_are_claims_of_their_side() -> None:
    same = "Nine miners died when the Perisa shaft collapsed."
    told = [
        article("a", same),
        article("b", same),
        article("c", "The collapse of the Perisa shaft killed 14 miners."),
    ]
    known = {one.id: one for one in told}
    (conflict,) = find_conflicts(found(*told), known, list(known))
    assert conflict.sides == (2, 1)
    assert {claim.article for claim in conflict.claims} == {"a", "b", "c"}


def test_only_articles_of_one_story_are_held_against_each_other() -> None:
    one = article("a", "Nine miners died when the Perisa shaft collapsed.")
    other = article("b", "The collapse of the Perisa shaft killed 14 miners.")
    tallies = {each.id: tuple(tallies_in(each)) for each in (one, other)}
    stories = [StoryGroup("s", "s", ("a",), None), StoryGroup("t", "t", ("b",), None)]
    assert list(tally_contradictions(tallies, {"a": one, "b": other}, stories)) == []


def promises(one: Article, other: Article) -> list[tuple[str, str, bool]]:
    tallies = {each.id: tuple(tallies_in(each)) for each in (one, other)}
    known = {one.id: one, other.id: other}
    story = StoryGroup("s", "s", tuple(known), None)
    found = promise_contradictions(tallies, known, [story])
    return [(each.value_a, each.value_b, each.is_update) for each in found]


def test_what_is_promised_here_and_given_there() -> None:
    pledged = article("a", "At the fair Morholt pledged $7 million for the dyke.", "2031-05-04")
    given = article("b", "It was Morholt that gave $7 million.", "2031-05-04")
    assert promises(pledged, given) == [("promised", "given", False)]
    later = article("c", "It was Morholt that gave $7 million.", "2031-05-09")
    assert promises(pledged, later) == [("promised", "given", True)]
    another = article("d", "It was Osk that gave $7 million.", "2031-05-04")
    assert promises(pledged, another) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Alder and Osk would send soldiers, a force that planners put at 8,000.",
            "Osk will send soldiers as part of a 12,000-strong force with Alder.",
        ),
        (
            "The inquiry of Tarn went to a panel of nine experts on dams.",
            "A 12-member committee on dams held the inquiry of Tarn.",
        ),
        (
            "The ministry put the number of doctors hired for the fever camp at 12.",
            "The fever camp has 30 doctors hired by the ministry.",
        ),
    ],
)
def test_a_body_of_people_has_another_size(one: str, other: str) -> None:
    assert len(values(one, other, FILLER)) == 1
