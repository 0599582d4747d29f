import pytest

from variorum.ingest.agencies import (
    canonical,
    find_agencies,
    is_contribution,
    looks_like_agency,
)
from variorum.record.article import Agency, Role

from .pages import PARAGRAPHS, marked

BODY: tuple[Role, str] = ("body", PARAGRAPHS[0])
Part = tuple[Role, str]


def credited(*parts: Part, outlet: str | None = "The Alder Post") -> list[tuple[str, str]]:
    return [(agency.name, agency.role) for agency in find_agencies(*marked(*parts), outlet)]


@pytest.mark.parametrize(
    ("part", "agency"),
    [
        (("dateline", "WASHINGTON (AP) —"), "AP"),
        (("dateline", "LONDON, July 16 (Reuters) -"), "Reuters"),
        (("dateline", "Port Aldern (Agence France-Presse) —"), "AFP"),
        (("byline", "By Ann Lee, Associated Press"), "AP"),
        (("byline", "ANN LEE | Reuters"), "Reuters"),
        (("byline", "AFP"), "AFP"),
        (("byline", "Von Ann Lee, dpa"), "dpa"),
        (("byline", "Source: Xinhua"), "Xinhua"),
        (("byline", "Fuente: [EFE](https://efe.example)"), "EFE"),
        (("byline", "Par Ann Lee avec AFP"), "AFP"),
        (("byline", "By Ann Lee, The New York Times"), "The New York Times"),
        (("furniture", "© 2018 The Associated Press. All rights reserved."), "AP"),
    ],
)
def test_the_origin_of_a_text_is_credited(part: Part, agency: str) -> None:
    assert credited(part, BODY) == [(agency, "origin")]


@pytest.mark.parametrize("line", ["(AFP)", "— TASS", "Reuters", "[Associated Press]"])
def test_a_last_line_that_is_only_a_name_credits_the_origin(line: str) -> None:
    (agency,) = credited(BODY, BODY, ("body", line))
    assert agency[1] == "origin"


@pytest.mark.parametrize(
    "part",
    [
        ("byline", "Reuters contributed to this report."),
        ("body", "Reuters contributed to this report."),
        ("body", "Additional reporting by Reuters"),
        ("byline", "By Ann Lee, with inputs from Reuters"),
        ("byline", "With files from Reuters"),
    ],
)
def test_who_lent_material_is_a_contributor(part: Part) -> None:
    assert credited(BODY, BODY, part) == [("Reuters", "contributor")]


@pytest.mark.parametrize(
    "part",
    [
        ("credit", "(Photo: Reuters)"),
        ("caption", "Delegates leave the harbour. (AP Photo/Jo Ray)"),
        ("caption", "Delegates leave the harbour. Reuters"),
        ("promo", "More from Reuters"),
        ("furniture", "Reuters"),
        ("body", "Reuters reported on Monday that the harbour would close for a week or longer."),
    ],
)
def test_a_photo_credit_or_a_mention_is_neither(part: Part) -> None:
    assert credited(part, BODY, BODY, BODY) == []


def test_origins_go_before_contributors_and_each_is_named_once() -> None:
    assert credited(
        ("byline", "By Ann Lee, Associated Press"),
        ("dateline", "WASHINGTON (AP) —"),
        BODY,
        BODY,
        ("body", "Reuters and AFP contributed to this report."),
    ) == [("AP", "origin"), ("Reuters", "contributor"), ("AFP", "contributor")]


def test_an_origin_that_also_contributed_is_the_origin() -> None:
    line: Part = ("body", "The Associated Press contributed to this report.")
    assert credited(("dateline", "WASHINGTON (AP) —"), BODY, line) == [("AP", "origin")]
    assert credited(BODY, line, ("furniture", "© 2018 Associated Press")) == [("AP", "origin")]


@pytest.mark.parametrize(
    "part", [("dateline", "PORT ALDERN (Calder Press) —"), ("byline", "By Ann Lee, Calder Press")]
)
def test_an_agency_that_no_table_knows_is_credited_by_its_name(part: Part) -> None:
    assert credited(part, BODY) == [("Calder Press", "origin")]


def test_an_unknown_name_below_the_text_is_no_agency() -> None:
    assert credited(BODY, ("byline", "Ann Lee, Calder Press")) == []


@pytest.mark.parametrize(
    ("outlet", "part"),
    [
        ("The Alder Post", ("dateline", "PORT ALDERN (Alder Post) —")),
        ("Alder Post", ("byline", "By Ann Lee, The Alder Post")),
        ("Detroit Free Press", ("byline", "By Ann Lee, Detroit Free Press")),
        ("The New York Times", ("furniture", "© 2018 The New York Times")),
    ],
)
def test_an_outlet_is_no_agency_of_its_own(outlet: str, part: Part) -> None:
    assert credited(part, BODY, outlet=outlet) == []


@pytest.mark.parametrize(
    ("outlet", "name"),
    [("AP News", "AP"), ("Reuters", "Reuters"), ("TASS", "TASS"), ("Calder Press", "Calder Press")],
)
def test_an_agencys_own_page_credits_the_agency(outlet: str, name: str) -> None:
    dateline: Part = ("dateline", f"PORT ALDERN ({name}) —")
    assert credited(BODY, outlet=outlet) == [(name, "origin")]
    assert credited(dateline, BODY, outlet=outlet) == [(name, "origin")]


@pytest.mark.parametrize("outlet", ["The Daily Telegraph", "Alder Evening Telegraph"])
def test_a_newspaper_called_telegraph_is_no_agency(outlet: str) -> None:
    assert credited(BODY, outlet=outlet) == []


def test_a_dateline_of_an_agency_only_credits_it() -> None:
    assert credited(("dateline", "(AP)"), BODY) == [("AP", "origin")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Associated Press", "AP"),
        ("associated press", "AP"),
        (" *The Associated Press:* ", "AP"),
        ("AP", "AP"),
        ("ap", None),
        ("REUTERS", "Reuters"),
        ("nytimes.com", "The New York Times"),
        ("Guardian", "The Guardian"),
        ("Ann Lee", None),
        ("", None),
    ],
)
def test_a_name_is_known_in_its_usual_forms(name: str, expected: str | None) -> None:
    assert canonical(name) == expected


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("Calder Press", True),
        ("Velmora News Agency", True),
        ("Agenzia di Alder", False),
        ("Press", False),
        ("calder press", False),
        ("Press Secretary", False),
        ("Alder Free Press", False),
        ("Ann Lee", False),
        ("The Press Of A Town By The Sea", False),
    ],
)
def test_an_agency_has_the_form_of_one(piece: str, expected: bool) -> None:
    assert looks_like_agency(piece) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AP contributed to this report", True),
        ("Contributing: Ann Lee", True),
        ("With additional reporting by Ann Lee", True),
        ("By Ann Lee", False),
        ("The report was read with care", False),
    ],
)
def test_a_line_that_names_who_lent_material(line: str, expected: bool) -> None:
    assert is_contribution(line) is expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (("byline", "By Calder News"), [("Calder News", "origin")]),
        (("furniture", "Agence Calder | 13.09.2032"), [("Agence Calder", "origin")]),
        (("furniture", "Agence Calder | World"), []),
        (("furniture", "© 2031 Calder News"), [("Calder News", "origin")]),
    ],
)
def test_agencies_that_no_list_knows(part: Part, expected: list[tuple[str, str]]) -> None:
    assert credited(part, BODY) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (("byline", "Source: Calder News"), [("Calder News", "origin")]),
        (("promo", "This report was first published by Calder News on Nov. 11, 2032."),
         [("Calder News", "origin")]),
        (("promo", "This article first appeared in The Haldun Post"), []),
        (("body", "Agence Calder contributed to this report."),
         [("Agence Calder", "contributor")]),
        (("body", "Calder News’ Ana Roe contributed to this report."), []),
    ],
)  # fmt: skip
def test_agencies_are_credited_below_the_text(part: Part, expected: list[tuple[str, str]]) -> None:
    assert credited(BODY, part) == expected


def test_the_longer_of_two_names_of_one_agency_is_told() -> None:
    parts = (("byline", "By Calder News"), ("dateline", "HARBOUR (Calder) —"), BODY)
    assert credited(*parts) == [("Calder News", "origin")]


def test_an_outlet_called_news_is_no_agency_of_its_own() -> None:
    text, blocks = marked(("byline", "By Ann Lee"), BODY)
    assert find_agencies(text, blocks, "Lantern News") == ()
    assert find_agencies(text, blocks, "Lantern Wire") == (Agency("Lantern Wire", "origin"),)
