import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import (
    DAY,
    DISPATCH,
    EDITED,
    INDEPENDENT,
    OTHER_DISPATCH,
    UPDATE,
    article,
    collate,
    examples,
)
from variorum.collate.lineage.families import connected, find_families, is_outlet
from variorum.collate.lineage.provenance import provenance_of

MERIDIAN = {"origin": "Meridian Press"}


def families(*articles):
    found = collate(*articles)
    return find_families(found.related, found.provenances)


def members(*articles):
    return [family.members for family in families(*articles)]


def test_articles_that_carry_one_text_are_a_family():
    assert members(
        article("courier", DISPATCH),
        article("gazette", DISPATCH[:6]),
        article("observer", EDITED),
        article("radio", INDEPENDENT),
        article("markets", OTHER_DISPATCH),
    ) == [("courier", "gazette", "observer")]


def test_two_stories_of_one_agency_that_share_background_are_two():
    other = [*OTHER_DISPATCH, DISPATCH[7], DISPATCH[9]]
    assert members(
        article("courier", DISPATCH, **MERIDIAN),
        article("gazette", DISPATCH[:8], **MERIDIAN),
        article("herald", other, **MERIDIAN),
        article("post", other, **MERIDIAN),
    ) == [("courier", "gazette"), ("herald", "post")]


def test_states_of_one_text_are_one_family():
    assert members(
        article("courier", DISPATCH, **MERIDIAN), article("gazette", UPDATE, **MERIDIAN)
    ) == [("courier", "gazette")]


def test_a_text_that_merges_two_does_not_make_one_of_them():
    merged = [DISPATCH[0], *OTHER_DISPATCH[:3], *DISPATCH[3:6]]
    found = members(
        article("courier", DISPATCH, **MERIDIAN),
        article("exchange", OTHER_DISPATCH, origin="Norden Wire"),
        article("gazette", DISPATCH, **MERIDIAN),
        article("markets", OTHER_DISPATCH, origin="Norden Wire"),
        article("mirror", merged),
    )
    assert not any({"courier", "markets"} <= set(family) for family in found)


@pytest.mark.parametrize(
    ("origins", "agency"),
    [
        ({"courier": "AFP", "gazette": "AFP", "post": "AP"}, "AFP"),
        ({"courier": "AFP"}, "AFP"),
        ({}, None),
    ],
)
def test_the_agency_is_the_one_that_most_members_credit(origins, agency):
    pages = [article(n, DISPATCH, origin=origins.get(n)) for n in ("courier", "gazette", "post")]
    (family,) = families(*pages)
    assert family.agency == agency
    assert family.crediting == sorted(name for name in origins if origins[name] == agency)


def test_one_reprint_does_not_tell_where_the_others_have_their_text_from():
    (family,) = families(
        article("courier", DISPATCH),
        article("gazette", DISPATCH),
        article("post", DISPATCH),
        article("site", [*DISPATCH, ("credit", "Source: The Courier")]),
    )
    assert family.agency is None


def test_the_agencys_own_page_is_the_source():
    (family,) = families(
        article("meridian", DISPATCH, outlet="Meridian Press", **MERIDIAN),
        article("courier", DISPATCH[:7], **MERIDIAN),
    )
    assert family.source == "meridian"


@pytest.mark.parametrize(("day", "agency"), [("2031-03-02", "RT"), ("2031-03-09", None)])
def test_what_came_after_all_others_is_not_the_source_because_it_credits_itself(day, agency):
    (family,) = families(
        article("rt", DISPATCH[:7], outlet="RT", origin="RT", published=day),
        article("courier", DISPATCH, published=DAY + "09:00"),
        article("gazette", EDITED, published=DAY + "10:00"),
    )
    assert family.agency == agency


@pytest.mark.parametrize(
    ("outlet", "name", "same"),
    [
        ("The Courier", "Courier", True),
        ("courier", "The Courier", True),
        ("The Courier", "The Courant", False),
        ("The Courier", None, False),
    ],
)
def test_an_outlet_is_known_by_its_name_with_or_without_article(outlet, name, same):
    assert is_outlet(provenance_of(article("x", [], outlet=outlet)), name) == same


NAMES = st.sampled_from("abcdefgh")


@examples(max_examples=150)
@given(st.lists(st.tuples(NAMES, NAMES), max_size=10), st.randoms(use_true_random=False))
def test_connected_groups_are_disjoint_complete_and_in_order(edges, chance):
    groups = connected(edges)
    everybody = [name for group in groups for name in group]
    assert sorted(everybody) == sorted({name for edge in edges for name in edge})
    assert groups == sorted(tuple(sorted(group)) for group in groups)
    assert all(any({a, b} <= set(group) for group in groups) for a, b in edges)
    assert connected(chance.sample(edges, len(edges))) == groups
