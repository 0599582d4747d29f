"""Who is one person, organization or place in several articles, and who is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.entities.heaps import (
    count,
    group,
    join,
    office,
    organization,
    parts,
    person,
    place,
)
from tests.collate.stories import examples


def people(*names):
    return [person(f"{number}", name) for number, name in enumerate(names)]


def organizations(*names):
    return [organization(f"{number}", name) for number, name in enumerate(names)]


@pytest.mark.parametrize(
    "names",
    [
        (
            "Volodymyr Zelensky",
            "Volodymyr Zelenskyy",
            "Vladimir Zelenskiy",
            "Zelenskyi",
            "Zelensky",
        ),
        ("Zelensky", "Zelenskyy", "Selenskyj"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Erdogan"),
        ("Alexander Lukashenko", "Aleksandr Lukashenka"),
        ("Mohammed bin Salman", "Mohamed bin Salman", "Muhammad bin Salman"),
        ("Abdel Fattah el-Sisi", "Abdel Fattah al-Sisi", "Abdel Fattah Sisi"),
        ("Yevgeny Marchenkov", "Evgeny Marchenkov", "Yevgenii Marchenkov"),
        ("Benjamin Arad", "Binyamin Arad"),
        ("Robert Halloway", "Bob Halloway", "Robert J. Halloway"),
        ("Joe Tarrant", "Joseph Tarrant"),
        ("Mike Odell", "Michael Odell"),
        ("Lee Sang-woo", "Lee Sang Woo"),
        ("Orbay Viktor", "Viktor Orbay"),
        ("Presidents Maria Lindqvist", "Maria Lindqvist"),
        ("Robert S. Mallory III", "Robert Mallory"),
    ],
)
def test_one_person_in_several_spellings(names):
    assert count(people(*names)) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Donald Trump", "Donald Trump Jr.", "Melania Trump", "Ivanka Trump"),
        ("Justin Trudeau", "Pierre Trudeau"),
        ("George H.W. Bush", "George W. Bush", "Jeb Bush"),
        ("Jane Smith", "John Smith", "Joan Smith"),
        ("Ivan Sokolov", "Ivana Sokolova"),
        ("Carlo Bianchi", "Carla Bianchi"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("David Johnson", "David Johnston"),
        ("Sergei Petrov", "Petr Sergeev"),
    ],
)
def test_two_people_of_like_names(names):
    assert count(people(*names)) == len(names)


def test_a_lone_surname_is_the_only_bearers():
    rows = [person("a", "Ingrid Halvorsen"), person("b", "Halvorsen"), person("c", "Halvorsen")]
    assert count(rows) == 1


def test_a_lone_surname_of_two_bearers_alike_stays_open():
    rows = [person("a", "Justin Trudeau"), person("b", "Pierre Trudeau"), person("c", "Trudeau")]
    assert count(rows) == 3


def test_two_articles_lone_surname_that_two_bear_is_not_taken_for_one_person():
    rows = [person("a", "Justin Trudeau"), person("b", "Pierre Trudeau")]
    rows += [person("c", "Trudeau"), person("d", "Trudeau")]
    assert count(rows) == 4


def test_a_title_tells_which_bearer_a_lone_surname_means():
    rows = [
        person("a", "Justin Trudeau", "Canadian Prime Minister"),
        person("b", "Pierre Trudeau", "former Prime Minister"),
        person("b2", "Margaret Trudeau", "author"),
        person("c", "Trudeau", "author"),
    ]
    assert frozenset({"b2 Margaret Trudeau", "c Trudeau"}) in parts(rows)


def test_a_lone_surname_goes_to_far_the_commonest_bearer_but_less_surely():
    common = [person(f"{n}", "Donald Trump", "President", called=["Trump"]) for n in range(9)]
    rows = [*common, person("a", "Melania Trump", "first lady"), person("b", "Trump")]
    found = join(rows)
    entity = next(one for one in found.entities if one.name == "Donald Trump")
    assert found.joined["b Trump"] == entity.id
    assert entity.confidence < join(common).entities[0].confidence
    assert any("alone" in reason for reason in entity.reasons)


def test_mrs_before_a_surname_is_not_the_commonest_mans():
    common = [person(f"{n}", "Donald Trump", "President", called=["Trump"]) for n in range(9)]
    rows = [*common, person("a", "Melania Trump", "first lady"), person("b", "Trump", "Mrs.")]
    found = join(rows)
    assert found.joined["b Trump"] != found.joined["0 Donald Trump"]


def test_an_ambiguous_name_does_not_chain_two_people():
    rows = people("George H.W. Bush", "George W. Bush", "George Bush")
    assert count(rows) == 3


def test_an_ambiguous_name_goes_to_far_the_commoner():
    rows = [*people(*["George W. Bush"] * 9), person("x", "George H.W. Bush")]
    rows.append(person("y", "George Bush"))
    assert count(rows) == 2


def test_cut_names_do_not_chain_those_they_are_cut_from():
    rows = people("Kim Jong Un", "Kim Jong Il", "Kim Jong", "Kim")
    assert {"0 Kim Jong Un", "1 Kim Jong Il"} not in [set(one) for one in parts(rows)]
    assert not any({"0 Kim Jong Un", "1 Kim Jong Il"} <= one for one in parts(rows))


def test_persons_whom_an_article_tells_apart_are_two():
    rows = [person("a", "Sergei Ivanenko"), person("a", "Sergei Ivanenkov")]
    assert count([*rows, person("b", "Sergei Ivanenko")]) == 2


@pytest.mark.parametrize(
    "names",
    [
        (
            "NATO",
            "North Atlantic Treaty Organization",
            "North Atlantic Treaty Organisation",
            "Nato",
        ),
        ("IAEA", "International Atomic Energy Agency"),
        ("European Union", "EU", "E.U."),
        ("Justice Department", "Department of Justice"),
        ("Foreign Ministry of Ukraine", "Ukrainian Foreign Ministry", "Ukraine's Foreign Ministry"),
        ("Hezbollah", "Hizbullah"),
        ("al-Qaeda", "Al Qaida"),
        ("Halden Motors", "Halden Motors Corporation", "Halden Motors Inc."),
        ("U.S. Coast Guard", "US Coast Guard", "Coast Guard"),
    ],
)
def test_one_organization_under_several_names(names):
    assert count(organizations(*names)) == 1


def test_an_institution_of_several_countries_is_each_articles_own():
    names = ("Russian Foreign Ministry", "Finnish Foreign Ministry")
    bare = [organization("x", "Foreign Ministry"), organization("y", "Foreign Ministry")]
    assert count([*organizations(*names), *bare]) == 4


def test_letters_of_a_person_count_where_the_name_stands_too():
    rows = people("Mohammed bin Salman", "Mohamed bin Salman")
    assert count([*rows, organization("0", "MBS"), organization("z", "MBS")]) == 1
    assert count([*rows, organization("z", "MBS")]) == 2


@pytest.mark.parametrize(
    "names",
    [("Kyiv", "Kiev"), ("U.S.", "US", "United States", "America"), ("Turkey", "Türkiye")],
)
def test_one_place_under_several_names(names):
    assert count([place(f"{n}", name) for n, name in enumerate(names)]) == 1


@pytest.mark.parametrize(
    "names", [("Austria", "Australia"), ("Niger", "Nigeria"), ("Slovakia", "Slovenia")]
)
def test_places_of_like_names_are_two(names):
    assert count([place(f"{n}", name) for n, name in enumerate(names)]) == len(names)


def test_a_capital_that_acts_is_its_country_and_else_a_city():
    rows = [place("a", "Washington", is_government=True), place("b", "Washington")]
    rows += [place("c", "United States"), person("d", "Denzel Washington")]
    assert parts(rows) == {
        frozenset({"a Washington", "c United States"}),
        frozenset({"b Washington"}),
        frozenset({"d Denzel Washington"}),
    }


def test_a_person_and_a_place_of_one_name_are_two():
    rows = [place("a", "Lincoln"), person("b", "Lincoln", "President")]
    assert count(rows) == 2


def test_a_people_is_not_its_country():
    rows = [group("a", "Ukrainians"), group("b", "Ukrainian"), place("c", "Ukraine")]
    assert count(rows) == 2


def test_what_is_read_as_two_kinds_is_what_most_articles_have_it_for():
    rows = [person("a", "Hamas"), *organizations("Hamas", "Hamas", "Hamas")]
    entities = join(rows).entities
    assert [(one.name, one.kind) for one in entities] == [("Hamas", "organization")]


def test_an_office_without_a_name_is_whom_other_articles_name():
    rows = [
        person("a", "Dmitry Peskov", "Kremlin spokesman"),
        office("b", "the Kremlin spokesman"),
        office("c", "the Kremlin's spokeswoman"),
        person("d", "Volodymyr Zelensky", "Ukraine’s president"),
        office("e", "the Ukrainian president"),
        office("f", "Ukraine's leader"),
        office("g", "the Estonian president"),
    ]
    assert parts(rows) == {
        frozenset({"a Dmitry Peskov", "b the Kremlin spokesman", "c the Kremlin's spokeswoman"}),
        frozenset({"d Volodymyr Zelensky", "e the Ukrainian president", "f Ukraine's leader"}),
        frozenset({"g the Estonian president"}),
    }


def test_an_office_that_two_bore_is_nobodys():
    rows = [person("a", "Petro Holub", "Ukrainian President")]
    rows += [person("b", "Marta Lysenko", "Ukrainian President")]
    assert count([*rows, office("c", "the Ukrainian president")]) == 3


def test_the_record_has_the_fullest_name_the_aliases_and_titles_by_frequency_and_why():
    rows = [
        person("a", "Robert Halloway", "Mr.", called=["Halloway"]),
        person("b", "Bob Halloway", "Senator"),
        person("c", "Robert Halloway", "Senator", called=["Halloway"]),
        person("d", "Halloway"),
    ]
    (entity,) = join(rows).entities
    assert entity.name == "Robert Halloway"
    assert entity.aliases == ("Halloway", "Bob Halloway")
    assert entity.titles == ("Senator", "Mr.")
    assert entity.kind == "person"
    assert 0.7 < entity.confidence < 1
    assert "“Bob Halloway” and “Robert Halloway”: a short form of the given name" in entity.reasons
    assert entity.maker.startswith("collate.entities/")


def test_ids_stay_when_unrelated_articles_are_added():
    rows = people("Robert Halloway", "Bob Halloway", "Ingrid Halvorsen")
    before = join(rows).joined
    after = join([*rows, person("z", "Unai Etxeberria"), organization("z", "IAEA")]).joined
    assert {one: after[one] for one in before} == before


POOL = [
    *people("Donald Trump", "Donald J. Trump", "Trump", "Melania Trump", "Donald Trump Jr."),
    *[person("p", "George Bush"), person("q", "George W. Bush"), person("r", "George H.W. Bush")],
    *[person("s", "Kim Jong"), person("t", "Kim Jong Un"), person("t", "Kim"), person("u", "Kim")],
    *organizations("NATO", "North Atlantic Treaty Organization", "Foreign Ministry"),
    *[organization("v", "Russian Foreign Ministry"), organization("w", "Polish Foreign Ministry")],
    *[organization("x", "Trump"), place("y", "Washington"), place("z", "United States")],
    *[person("w", "Radek Nowak", "Polish President"), office("v", "the Polish president")],
]


@examples(max_examples=40)
@given(st.lists(st.sampled_from(POOL), unique=True).flatmap(
    lambda rows: st.tuples(st.just(rows), st.permutations(rows))
))  # fmt: skip
def test_the_order_of_articles_does_not_matter(both):
    rows, turned = both
    assert join(rows) == join(turned)


@examples(max_examples=25)
@given(st.sets(st.integers(0, len(POOL) - 1)))
def test_each_entity_of_an_article_has_one_of_the_record(chosen):
    rows = [POOL[number] for number in sorted(chosen)]
    found = join(rows)
    known = {one.id for one in found.entities}
    assert {row.entity.id for row in rows if not row.unnamed} <= set(found.joined)
    assert set(found.joined.values()) == known
    assert [one.id for one in found.entities] == sorted(known)


def test_nothing_is_joined_out_of_nothing():
    assert join([]) == ([], {})


def test_hostile_names_are_names():
    names = ["'); DROP TABLE entity_keys; --", "’s", "''", '"', "\u00ad", "İ", "Read More", "…"]
    rows = [*people(*names), *organizations(*names)]
    found = join([row for row in rows if row.entity.id])
    assert set(found.joined) == {row.entity.id for row in rows}
