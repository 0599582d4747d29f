"""Names that the encoder takes for persons', and that are places'."""

import pytest

from tests.read.plain_reader import PlainReader, read_text


def kind_of(text: str, name: str, kind: str = "person", **others: str) -> str:
    """The kind of a name that the encoder gives another kind."""
    printed = {key.replace("_", " "): value for key, value in others.items()}
    reading = read_text(text, PlainReader({name: kind} | printed))  # type: ignore[arg-type]
    (found,) = {one.kind for one in reading.mentions if text[one.start : one.end] == name}
    return found


@pytest.mark.parametrize("name", ["Nairobi", "Bamako", "Senegal", "Kuala Lumpur", "Burkina Faso"])
def test_capitals_and_countries_are_places(name: str) -> None:
    assert kind_of(f"{name} rejected the offer.", name) == "place"


def test_a_capital_is_no_body() -> None:
    assert kind_of("Sanaa rejected the offer.", "Sanaa", "organization") == "place"


@pytest.mark.parametrize(
    "text",
    [
        "Orvale refused. Fighting went on in Orvale on Monday.",
        "Orvale refused. They were expelled from Orvale.",
        "Orvale refused. The town of Orvale is quiet.",
    ],
)
def test_where_things_happen_is_a_place(text: str) -> None:
    assert kind_of(text, "Orvale") == "place"


@pytest.mark.parametrize(
    "text",
    [
        "Orvale refused. Trust in Orvale's word is gone.",
        "Orvale refused. He had a letter from Orvale.",
        "Orvale refused. They are sure of Orvale.",
    ],
)
def test_who_is_named_elsewhere_is_a_person(text: str) -> None:
    assert kind_of(text, "Orvale") == "person"


def test_where_a_president_is_of_is_a_place() -> None:
    text = "President Ada Nairo of Orvale spoke. Orvale would extend the pact."
    assert kind_of(text, "Orvale", Ada_Nairo="person") == "place"
    text = "The leaders of Orvale and Lund spoke. Orvale would extend the pact."
    assert kind_of(text, "Orvale") == "place"


def test_a_person_may_bear_the_name_of_a_place() -> None:
    text = "Ada Nairobi spoke. Nairobi rejected the offer."
    assert kind_of(text, "Nairobi", Ada_Nairobi="person") == "person"
    assert kind_of("Jordan Vale spoke. Jordan rejected it.", "Jordan", Jordan_Vale="person") == (
        "person"
    )
    assert kind_of("Jordan rejected the offer.", "Jordan") == "place"
