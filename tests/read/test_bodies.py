"""Which bodies an article names: short names, and offices that every country has."""

from tests.read.plain_reader import article_of
from variorum.read.encoder.encoder import Encoder
from variorum.read.reading import read


def bodies_in(text: str, encoder: Encoder) -> list[str]:
    """For each mention of a body, in order, the name that its entity has."""
    reading = read(article_of(text), encoder)
    names = {one.id: one.name for one in reading.entities}
    return [
        names[one.entity]
        for one in reading.mentions
        if one.entity and one.kind == "organization" and text[one.start].isupper()
    ]


def test_offices_of_two_countries(encoder: Encoder) -> None:
    text = (
        "Russia's Foreign Ministry said the post would stay shut. Ukraine's Foreign Ministry said "
        "it must open. The Foreign Ministry in Moscow summoned the envoy."
    )
    russian, ukrainian = "Russia's Foreign Ministry", "Ukraine's Foreign Ministry"
    assert bodies_in(text, encoder) == [russian, ukrainian, russian]


def test_office_named_with_a_people(encoder: Encoder) -> None:
    text = (
        "Guards of Velmora fired first, the Kestrian Interior Ministry said. Velmora's Interior "
        "Ministry denied it. The Interior Ministry added that no one in Kestria was hurt."
    )
    kestrian, velmoran = "Kestrian Interior Ministry", "Velmora's Interior Ministry"
    assert bodies_in(text, encoder) == [kestrian, velmoran, velmoran]


def test_office_of_one_country(encoder: Encoder) -> None:
    text = "The Foreign Ministry said no. The Russian Foreign Ministry had said yes in May."
    assert set(bodies_in(text, encoder)) == {"Russian Foreign Ministry"}


def test_union_of_several_owners(encoder: Encoder) -> None:
    text = "Greta Holm, chairwoman of the Tarskian Grain Growers' Union, urged both to sign."
    assert bodies_in(text, encoder) == ["Tarskian Grain Growers' Union"]


def test_place_as_long_as_it_is_elsewhere(encoder: Encoder) -> None:
    text = (
        "RELVIN, March 14 (AFP) - The presidents of Tarsk and Ombria spoke by phone for 40 minutes "
        "on Thursday and agreed to send negotiators to Port Sella next week, in their first direct "
        "contact since the grain corridor collapsed in January.\n\n"
        '"We will not reopen a single berth while our sailors sit in Ombrian cells," Tarskian '
        "President Ilva Morhen told reporters in Relvin after the call. She said Tarsk was ready "
        "to extend the corridor by six months if Ombria released the 23 sailors it seized in "
        "December."
        "\n\n"
        "Secretary-General Amara Diop said she was prepared to travel to Port Sella in April."
    )
    reading = read(article_of(text), encoder)
    named = [text[one.start : one.end] for one in reading.mentions]
    assert [name for name in named if "Sella" in name] == ["Port Sella", "Port Sella"]


def test_paper_by_its_last_word(encoder: Encoder) -> None:
    text = "The New York Times reported a deal on Monday. The Times quoted two aides of the mayor."
    assert set(bodies_in(text, encoder)) == {"New York Times"}
    text = (
        "The New York Times reported a deal on Monday. The Los Angeles Times reported none. "
        "The Times quoted two aides of the mayor."
    )
    assert bodies_in(text, encoder)[-1] == "Times"
