import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.people import MAX_AUTHORS, is_person, proper_case, split_names

from .pages import steady


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("by: Ann Lee", ["Ann Lee"]),
        ("By ANN LEE and JO RAY", ["Ann Lee", "Jo Ray"]),
        ("BY ANN LEE AND JO RAY", ["Ann Lee", "Jo Ray"]),
        ("BY DAN BROOK", ["Dan Brook"]),
        ("Ein Kommentar von Jan Klein", ["Jan Klein"]),
        ("Kim Jae-in", ["Kim Jae-in"]),
        ("Ann Lee, Jo Ray and Max Otto Brook", ["Ann Lee", "Jo Ray", "Max Otto Brook"]),
        ("Ann Lee & Jo Ray | Eva Groß", ["Ann Lee", "Jo Ray", "Eva Groß"]),
        ("Von Jan Klein und Eva Groß", ["Jan Klein", "Eva Groß"]),
        ("Por Ana Ruiz y Luis Paz", ["Ana Ruiz", "Luis Paz"]),
        ("Written by Ann Lee", ["Ann Lee"]),
        ("By Ann Lee, Calder Press", ["Ann Lee"]),
        ("By Ann Lee, Foreign Editor", ["Ann Lee"]),
        ("By [Ann Lee](https://alderpost.example/ann)", ["Ann Lee"]),
        ("Ann Lee ann@alderpost.example @annlee", ["Ann Lee"]),
        ("Ann Lee at ann@alderpost.example, Jo Ray at jo@alderpost.example", ["Ann Lee", "Jo Ray"]),
        ("By Ann Lee, Ann Lee", ["Ann Lee"]),
        ("By Ursula von Weber", ["Ursula von Weber"]),
        ("Juan de la Cruz", ["Juan de la Cruz"]),
        ("Jean-Luc O’Neil", ["Jean-Luc O’Neil"]),
        ("J. R. Brook", ["J. R. Brook"]),
        ("Иван Петров", ["Иван Петров"]),
        ("By Staff Writer", []),
        ("The Alder Post", []),
        ("Posted on July 16, 2018", []),
        ("Calder", []),
        ("", []),
    ],
)
def test_the_names_of_a_byline(text: str, names: list[str]) -> None:
    assert list(split_names(text)) == names


@pytest.mark.parametrize(
    "name", ["Ursula von Weber", "Maria di Santo", "Li Na Wang", "Per av Brook"]
)
def test_a_particle_in_a_name_is_no_by(name: str) -> None:
    assert split_names(name) == (name,)


def test_the_place_of_a_correspondent_is_no_author() -> None:
    assert split_names("By Ann Lee in Port Aldern") == ("Ann Lee",)
    names = ("Ann Lee", "Jo Ray")
    assert split_names("By Ann Lee in Port Aldern and Jo Ray in West Brook") == names


def test_a_staff_box_is_cut_off() -> None:
    letters = "ABCDEFGHIJKLMNOP"
    assert len(split_names(", ".join(f"Ann {letter}ay" for letter in letters))) == MAX_AUTHORS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee", True),
        ("ann lee", False),
        ("the Harbour", False),
        ("Ann", False),
        ("Ann Bea Cat Dot Eve", False),
        ("Alder News", False),
        ("Ann Lee 2", False),
        ("Ludwig van der Brook", True),
    ],
)
def test_a_person_has_the_form_of_a_name(text: str, expected: bool) -> None:
    assert is_person(text) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("JAMIE O'NEIL", "Jamie O'Neil"),
        ("EVA GROSS-KLEIN", "Eva Gross-Klein"),
        ("Ann Lee", "Ann Lee"),
        ("AL", "AL"),
        ("ИВАН ПЕТРОВ", "Иван Петров"),
    ],
)
def test_capitals_become_a_name_as_a_person_writes_it(name: str, expected: str) -> None:
    assert proper_case(name) == expected


@steady
@given(st.text(max_size=80))
def test_any_text_gives_each_name_once_and_few(text: str) -> None:
    names = split_names(text)
    assert len(names) == len(set(names)) <= MAX_AUTHORS
    assert all(" " in name for name in names)
