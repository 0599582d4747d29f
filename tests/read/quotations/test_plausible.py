"""What can be a source, what an indirect quotation needs, and what is a title between marks."""

import pytest

from tests.read.plain_reader import PlainReader, parts_of, read_text

NAMES = {"Dorin Hale": "person", "Hale": "person"}


def contents(text: str, cue: str, source: str, content: str) -> list[tuple[str | None, list[str]]]:
    reader = PlainReader(NAMES, [(cue, source, [content])])  # type: ignore[arg-type]
    return [(one.speaker_name, parts_of(text, one)) for one in read_text(text, reader).quotations]


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("The car", "told", "that rain will fall"),
        ("Nobody here", "said", "that rain will fall"),
        ("We", "said", "that rain will fall"),
        ("Dorin Hale", "seemed", "to want rain"),
        ("Dorin Hale", "attacked", "the plan"),
        ("Dorin Hale", "called", "Ilse Maran"),
        ("", "was expected", "to fall"),
    ],
)
def test_no_report_of_words(source: str, cue: str, content: str) -> None:
    text = f"{source or 'The rain'} {cue} {content} on the day."
    assert contents(text, cue, source, content) == []


@pytest.mark.parametrize(
    "source", ["Dorin Hale", "The ministry", "A farmer", "The indictment", "Officials", "A sign"]
)
def test_people_offices_and_documents_can_be_sources(source: str) -> None:
    text = f"{source} said that rain will fall."
    (found,) = contents(text, "said", source, "that rain will fall")
    assert found[1] == ["that rain will fall"]


def test_what_cannot_speak_is_left_off_a_quotation_between_marks() -> None:
    text = "“We want a very long peace,” the car said."
    assert contents(text, "said", "the car", "We want a very long peace") == [
        (None, ["We want a very long peace,"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dorin Hale said it on “Harbour This Morning” that day.",
        "Dorin Hale told “Harbour This Morning” that day.",
        "Dorin Hale, the host of “Long Quay,” said it that day.",
        "Dorin Hale said it in his memoir “The Long Quay” that day.",
        "Dorin Hale told the show “Evening” that day.",
    ],
)
def test_titles_are_no_quotations(text: str) -> None:
    assert read_text(text, PlainReader(NAMES)).quotations == ()  # type: ignore[arg-type]


def test_words_beside_a_title_stay_a_quotation() -> None:
    text = "“We want a very long peace,” Dorin Hale said on “Harbour This Morning.”"
    (one,) = read_text(text, PlainReader(NAMES)).quotations  # type: ignore[arg-type]
    assert parts_of(text, one) == ["We want a very long peace,"]
