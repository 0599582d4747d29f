"""Who is meant by the words of a source, and how names and venues are printed."""

from collections.abc import Sequence

import pytest

from tests.read.plain_reader import PlainReader, read_text
from variorum.read.letters import spellings_of, usual_letters
from variorum.record.reading import Quotation, Reading


def reading(
    text: str,
    names: dict[str, str],
    attributions: Sequence[tuple[str, str, Sequence[str]]] = (),
) -> Reading:
    return read_text(text, PlainReader(names, attributions))  # type: ignore[arg-type]


def last(text: str, names: dict[str, str]) -> Quotation:
    return reading(text, names).quotations[-1]


PAIR = {"Ilse Maran": "person", "Maran": "person", "Dorin Hale": "person", "Hale": "person"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Maran and Hale", "Maran and Hale"),
        ("President Ilse Maran and Mayor Dorin Hale", "President Ilse Maran and Mayor Dorin Hale"),
        ("She and Mayor Dorin Hale", "She and Mayor Dorin Hale"),
    ],
)
def test_joint_speakers_are_named_together(source: str, expected: str) -> None:
    text = f"“We want a very long peace,” {source} said."
    said = [("said", source, ["We want a very long peace"])]
    (one,) = reading(text, PAIR, said).quotations
    assert (one.speaker, one.speaker_name) == (None, expected)


@pytest.mark.parametrize("source", ["an aide to Ilse Maran", "Maran , the mother of Hale ,"])
def test_two_names_are_no_joint_speakers_unless_joined(source: str) -> None:
    text = f"“We want a very long peace,” said {source.replace(' ,', ',')} on Monday."
    said = [("said", source, ["We want a very long peace"])]
    (one,) = reading(text, PAIR, said).quotations
    assert "and" not in (one.speaker_name or "").split()


@pytest.mark.parametrize(
    ("printed", "names", "expected"),
    [
        ("EDT Dorin Hale spoke of a need.", {"EDT Dorin Hale": "person"}, ["Dorin Hale"]),
        ("OSTERVIK Dorin Hale spoke.", {"OSTERVIK Dorin Hale": "person"}, ["Dorin Hale"]),
        ("He met the President.", {"President": "person"}, []),
        ("He met the Peruvian President.", {"Peruvian President": "person"}, []),
        ("Ana King met King.", {"Ana King": "person", "King": "person"}, ["Ana King"]),
        ("DORIN HALE spoke.", {"DORIN HALE": "person"}, ["Dorin Hale"]),
        ("HALE left. Dorin Hale spoke.", {"HALE": "person", "Dorin Hale": "person"},
         ["Dorin Hale"]),
        ("JD Vale met NATO.", {"JD Vale": "person", "NATO": "organization"}, ["JD Vale", "NATO"]),
        ("They met Doctors Without Borders here.", {"Doctors Without": "organization"},
         ["Doctors Without Borders"]),
    ],
)  # fmt: skip
def test_names_are_cleaned(printed: str, names: dict[str, str], expected: list[str]) -> None:
    assert [entity.name for entity in reading(printed, names).entities] == expected


@pytest.mark.parametrize(
    ("capitals", "elsewhere", "expected"),
    [
        ("ANA O'NEILL", "", "Ana O'Neill"),
        ("ANA MCCARVER", "", "Ana McCarver"),
        ("ANA MACVANE", "MacVane left", "Ana MacVane"),
        ("J.D. HOLM III", "", "J.D. Holm III"),
        ("ANA DE LA VEGA-RUIZ", "", "Ana de la Vega-Ruiz"),
        ("JD AO", "", "JD AO"),
        ("NASA", "", "NASA"),
    ],
)
def test_capitals_of_a_transcript(capitals: str, elsewhere: str, expected: str) -> None:
    name = tuple(capitals.split())
    assert " ".join(usual_letters(name, spellings_of(elsewhere.split()))) == expected


def test_the_president_is_the_nearest_of_two() -> None:
    names = {"Ilse Maran": "person", "Bo Lund": "person"}
    text = (
        "Peruvian President Ilse Maran spoke. Danish President Bo Lund spoke.\n"
        "Ilse Maran arrived. “We want a very long peace,” the president said."
    )
    assert last(text, names).speaker_name == "Ilse Maran"


def test_the_president_of_a_country_is_theirs() -> None:
    names = {"Ilse Maran": "person", "Bo Lund": "person"}
    text = (
        "Peruvian President Ilse Maran met Danish President Bo Lund.\n"
        "“We want a very long peace,” the Peruvian president said."
    )
    assert last(text, names).speaker_name == "Ilse Maran"


def test_the_president_stays_open_where_two_are_as_near() -> None:
    names = {"Ilse Maran": "person", "Bo Lund": "person"}
    text = (
        "They spoke with Peruvian President Ilse Maran and Danish President Bo Lund.\n"
        "“We want a very long peace,” the president said."
    )
    assert (last(text, names).speaker, last(text, names).speaker_name) == (None, "the president")


@pytest.mark.parametrize(
    ("other", "noun"),
    [
        ("Vice President Bo Lund", "president"),
        ("former President Bo Lund", "president"),
        ("Deputy Mayor Bo Lund", "mayor"),
    ],
)
def test_a_lower_or_former_office_is_another(other: str, noun: str) -> None:
    names = {"Ilse Maran": "person", "Bo Lund": "person"}
    text = (
        f"{noun.capitalize()} Ilse Maran spoke. Later {other} spoke.\n"
        f"“We want a very long peace,” the {noun} said."
    )
    assert last(text, names).speaker_name == "Ilse Maran"


def test_somebody_brought_in_without_a_name_stays_unnamed() -> None:
    text = (
        "Treasury Secretary Dorin Hale spoke. Then a senior official spoke.\n"
        "“We want a very long peace,” the official said."
    )
    found = last(text, PAIR)
    assert (found.speaker, found.speaker_name) == (None, "the official")


def test_who_said_something_is_meant_before_who_did_something() -> None:
    text = (
        "Bo Lund walked on, spokesman Dorin Hale said to them.\n"
        "“We want a very long peace,” he said."
    )
    names = {"Bo Lund": "person", "Dorin Hale": "person"}
    assert last(text, names).speaker_name == "Dorin Hale"


@pytest.mark.parametrize(
    ("behind", "venue"),
    [
        ("said in a statement on the messaging service Carrier", "Carrier"),
        ("wrote on his Truth Social platform", "Truth Social"),
        ("wrote on Chirper", "Chirper"),
        ("said in an interview with Radio Marran", "Radio Marran"),
        ("said in an interview with Ilse Maran", "an interview"),
        ("told a news conference in Oslo", "a news conference in Oslo"),
        ("told Lowland Press Agency", "Lowland Press Agency"),
        ("told state television", "state television"),
        ("told state TV", "state TV"),
        ("told the press", None),
    ],
)
def test_a_venue_is_printed_without_what_surrounds_it(behind: str, venue: str | None) -> None:
    assert last(f"“We want it very much,” Dorin Hale {behind}.", PAIR).venue == venue


KIN = {
    "Maran": "person", "Ilse Maran": "person", "Olov Maran Jr": "person", "Maran Jr": "person",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maran left. First lady Ilse Maran spoke. Maran arrived.", ["Maran", "Ilse Maran"]),
        ("First lady Ilse Maran spoke. Maran arrived.", ["Ilse Maran"]),
        ("Maran left. Olov Maran Jr spoke. Maran arrived.", ["Maran", "Olov Maran Jr"]),
        ("Maran left. Olov Maran Jr spoke. Maran Jr arrived.", ["Maran", "Olov Maran Jr"]),
        ("Maran left. Ilse Maran spoke.", ["Ilse Maran"]),
        ("Maran left. First lady Ilse Maran spoke. Mrs. Maran left.", ["Maran", "Ilse Maran"]),
    ],
)
def test_a_surname_alone_is_not_a_relative_s(text: str, expected: list[str]) -> None:
    assert [entity.name for entity in reading(text, KIN).entities] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Presidents Osei and Diaby met.", "Presidents Osei", "Osei"),
        ("Presidents Cup golf was played.", "Presidents Cup", "Presidents Cup"),
    ],
)
def test_the_title_of_several_is_no_part_of_the_first_s_name(
    text: str, name: str, expected: str
) -> None:
    found = reading(text, {name: "place", "Diaby": "person"})
    assert expected in [one.name for one in found.entities]
