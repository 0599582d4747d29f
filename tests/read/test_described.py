"""Bodies that are called by a noun, on sentences written for this."""

import pytest

from tests.read.plain_reader import PlainReader, read_text
from variorum.read.bodies import kinds_of_name, kinds_of_noun
from variorum.read.encoder.labels import Kind
from variorum.record.when import When

DAY = When("2031-03-04", "2031-03-04", "day", "stated")
NAMES: dict[str, Kind] = {
    "Tarn Airways": "organization",
    "Ostrel Bank": "organization",
    "Weavers Union": "organization",
    "European Union": "organization",
    "Ostrel Widgets": "organization",
    "Bankers Alliance": "organization",
    "Teachers Council": "organization",
    "Nurses Alliance": "organization",
    "Ana Merin": "person",
}


def speaker(text: str, source: str, cue: str = "said") -> str | None:
    content = "it would pay"
    reader = PlainReader(NAMES, [(cue, source, [content])])
    quotations = read_text(f"{text} {source} {cue} {content} .", reader, DAY).quotations
    return quotations[-1].speaker_name


@pytest.mark.parametrize(
    ("before", "source", "expected"),
    [
        ("Tarn Airways lost money.", "The airline", "Tarn Airways"),
        ("Tarn Airways lost money.", "The company", "Tarn Airways"),
        ("Tarn Airways told Weavers Union that Ana Merin left.", "The union", "Weavers Union"),
        ("Ostrel Bank told Tarn Airways that Ana Merin left.", "The bank", "Ostrel Bank"),
        ("Ostrel Widgets told Ana Merin.", "The firm", "Ostrel Widgets"),
        ("Nurses Alliance told Ana Merin.", "The union", "Nurses Alliance"),
    ],
)
def test_a_noun_means_the_body_of_its_kind(before: str, source: str, expected: str) -> None:
    assert speaker(before, source) == expected


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("European Union told Ana Merin.", "The union"),
        ("Bankers Alliance told Ana Merin.", "The union"),
        ("Teachers Council told Ana Merin.", "The union"),
        ("Tarn Airways told Ana Merin.", "The bank"),
        ("Tarn Airways told Ana Merin.", "A rival company"),
        ("Tarn Airways told Ana Merin.", "The rival company"),
    ],
)
def test_no_noun_means_a_body_of_another_kind(before: str, source: str) -> None:
    assert speaker(before, source) not in NAMES


def test_what_was_last_said_is_what_the_text_is_about() -> None:
    text = "Ostrel Bank said little. Tarn Airways said nothing."
    assert speaker(text, "The company") == "Tarn Airways"


def test_kinds() -> None:
    assert "bloc" in kinds_of_name(("league", "of", "northern", "states"))
    assert kinds_of_name(("european", "union")) == {"bloc"}
    assert not kinds_of_name(("palace",))
    assert "airline" in kinds_of_noun("carrier")
