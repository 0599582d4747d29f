"""Verbs of no list, and other words that tell of events; made-up texts, read by the network."""

import pytest

from tests.read.events.told import event, reading_of
from variorum.read.events.forms import plain_verb


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("moored", "moor"), ("stopped", "stop"), ("hid", "hide"), ("hiding", "hide"),
        ("altered", "alter"), ("identified", "identify"), ("secured", "secure"),
        ("raised", "raise"), ("handled", "handle"), ("pulling", "pull"), ("docks", "dock"),
    ],
)  # fmt: skip
def test_plain_verb(form: str, plain: str) -> None:
    assert plain_verb(form) == plain


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The tanker moored at Bergen on Saturday.", "moored", "happened"),
        ("The tanker will moor at Bergen on Saturday.", "moor", "planned"),
        ("The barrier came down at the border on Tuesday.", "came down", "happened"),
        ("Ilse Maran planned to walk to the palace on Friday.", "walk", "planned"),
    ],
)
def test_a_verb_of_no_list_with_a_day(text: str, words: str, status: str) -> None:
    assert event(text, words).status == status
    assert event(text, words).when is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tanker moored at Bergen.", "moored"),
        ("The poem resembled a prayer on Monday.", "resembled"),
        ("Ilse Maran believed on Monday that the tanker was late.", "believed"),
        ("Ilse Maran needs a new roof to shield the hall by May.", "shield"),
        ("The harbour was dredged in 1987.", "dredged"),
    ],
)
def test_no_event_without_a_day_or_of_what_only_is(text: str, words: str) -> None:
    found = {text[one.start : one.end] for one in reading_of(text).events}
    assert words not in found


def test_particle_behind_the_object() -> None:
    assert event("Norway pulled its artillery back on Monday.", "pulled").label == "pull back"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Twelve people are dead after the storm in Bergen.", "dead", "die"),
        ("Hundreds of families are homeless after the storm.", "homeless", "displace"),
        ("The mine in Bergen has been idle since Tuesday.", "idle", "halt"),
    ],
)
def test_what_an_event_leaves_behind(text: str, words: str, label: str) -> None:
    assert event(text, words).label == label


def test_a_dead_end_is_nobody() -> None:
    text = "The talks in Bergen reached a dead end."
    assert "dead" not in {text[one.start : one.end] for one in reading_of(text).events}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ilse Maran told lawmakers in Oslo on Thursday that the war was lost.", "address"),
        ("Dorin Hale told the inquiry that he had seen the letter.", "testify"),
    ],
)
def test_speaking_before_an_assembly(text: str, label: str) -> None:
    assert event(text, "told").label == label


def test_telling_somebody_is_no_speech() -> None:
    text = "Ilse Maran told Dorin Hale that the war was lost."
    assert "told" not in {text[one.start : one.end] for one in reading_of(text).events}


def test_asking_for_an_answer_is_no_request() -> None:
    asked = "Ilse Maran asked Dorin Hale to leave the country."
    assert event(asked, "asked").type == "REQUEST"
    text = "Ilse Maran asked Dorin Hale whether the war was lost."
    assert "asked" not in {text[one.start : one.end] for one in reading_of(text).events}


def test_a_verb_far_behind_its_noun_tells_of_it() -> None:
    text = "The summit of Norway and Sweden in Oslo was postponed until April."
    noun, verb = event(text, "summit"), event(text, "postponed")
    assert (verb.label, verb.type, verb.status) == (noun.label, "CONSULT", "cancelled")
    assert verb.participants == noun.participants


def test_a_verb_beside_its_noun_says_no_more() -> None:
    text = "The talks were postponed."
    assert [one.label for one in reading_of(text).events] == ["talks"]


def test_a_participle_behind_a_comma_is_of_the_noun_before() -> None:
    text = "Norway and Sweden agreed on a summit in Oslo, planned for April 2."
    found = event(text, "summit")
    assert found.status == "planned"
    assert found.when is not None
    assert found.when.earliest == "2031-04-02"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A planned meeting of Norway and Sweden fell through in May.", "meeting"),
        ("A planned shutdown of radio stations was shelved last week, a source said.", "shutdown"),
    ],
)
def test_what_fell_through(text: str, words: str) -> None:
    assert event(text, words).status == "cancelled"
