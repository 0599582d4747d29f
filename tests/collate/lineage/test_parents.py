import pytest

from tests.collate.stories import (
    DAY,
    DISPATCH,
    EDITED,
    REWRITE,
    article,
    collate,
)

MERIDIAN = {"origin": "Meridian Press"}


def test_a_dispatch_that_two_credit_and_a_third_rewrites_is_one():
    found = collate(
        article("courier", DISPATCH, **MERIDIAN, published=DAY + "09:00"),
        article("gazette", DISPATCH[:7], **MERIDIAN, published=DAY + "10:00"),
        article("observer", REWRITE, authors=["Ida Holm"], published=DAY + "15:00"),
    )
    assert found.dispatches == [("Meridian Press", [("courier", "gazette")])]
    assert found.record.dispatches[0].articles == ("courier", "gazette", "observer")
    assert {name: found.edge(name).relation for name in ("courier", "gazette", "observer")} == {
        "courier": "copy",
        "gazette": "copy",
        "observer": "edited",
    }
    assert found.parents("observer") == ["courier+gazette"]
    assert found.direction("courier", "observer") == "common"
    assert found.pair("gazette", "observer").agency == "Meridian Press"


def test_that_another_outlet_printed_a_dispatch_earlier_does_not_make_it_the_source():
    found = collate(
        article("courier", DISPATCH, **MERIDIAN, published="2031-03-03"),
        article("gazette", DISPATCH, **MERIDIAN, published="2031-03-04"),
    )
    assert found.parents("gazette") == ["courier+gazette"]
    assert found.direction("courier", "gazette") == "common"


@pytest.mark.parametrize("published", [None, "2031-03-01", "2031-03-05"])
def test_a_reprint_that_names_its_source_is_its_child_whatever_the_dates(published):
    found = collate(
        article("courier", REWRITE, authors=["Ida Holm"], published="2031-03-03"),
        article("site", [*REWRITE, ("credit", "Source: The Courier")], published=published),
    )
    assert found.parents("site") == ["courier"]
    assert found.parents("courier") == []
    assert found.direction("courier", "site") == "->"
    assert found.edge("site").relation == "copy"
    assert "names The Courier" in found.edge("site").reasons[0]
    assert found.dispatches == []


def test_a_reprint_of_a_rewritten_dispatch_hangs_on_the_rewrite():
    found = collate(
        article("courier", DISPATCH, **MERIDIAN),
        article("observer", EDITED, authors=["Ida Holm"]),
        article("site", [*EDITED, ("credit", "Source: The Observer")]),
    )
    assert found.parents("site") == ["observer"]
    assert found.direction("observer", "site") == "->"
    assert found.direction("courier", "site") == "common"


def test_the_agencys_own_page_at_hand_is_the_parent_and_nothing_is_inferred():
    found = collate(
        article("meridian", DISPATCH, outlet="Meridian Press", **MERIDIAN, published=DAY + "08:00"),
        article("courier", DISPATCH[:8], **MERIDIAN, published=DAY + "09:00"),
        article("observer", REWRITE, published=DAY + "15:00"),
    )
    assert found.dispatches == []
    assert (found.parents("courier"), found.parents("observer")) == (["meridian"], ["meridian"])
    assert found.parents("meridian") == []
    assert found.direction("meridian", "courier") == "->"
    assert found.direction("courier", "observer") == "common"


def test_edits_that_only_two_share_show_who_copied_whom():
    found = collate(
        article("courier", DISPATCH, **MERIDIAN, published=DAY + "09:00"),
        article("gazette", DISPATCH, **MERIDIAN, published=DAY + "10:00"),
        article("observer", EDITED, authors=["Ida Holm"], published=DAY + "15:00"),
        article("site", EDITED, published="2031-03-04"),
    )
    assert found.parents("observer") == ["courier+gazette"]
    assert found.parents("site") == ["observer"]
    assert any("edits of The Observer" in reason for reason in found.edge("site").reasons)


def test_of_two_texts_that_nobody_credits_the_signed_older_one_is_the_source():
    found = collate(
        article("courier", DISPATCH, authors=["Ida Holm"], published=DAY + "09:00"),
        article("site", DISPATCH, published=DAY + "12:00"),
    )
    assert found.parents("site") == ["courier"]
    assert found.direction("courier", "site") == "->"


def test_without_credits_and_dates_the_direction_is_unknown():
    found = collate(
        article("courier", DISPATCH, authors=["Ida Holm"]),
        article("gazette", DISPATCH, authors=["Jon Vik"]),
    )
    assert found.relation("courier", "gazette") == "copy"
    assert found.direction("courier", "gazette") == "unknown"
    assert found.pair("courier", "gazette").agency is None


def test_an_unsigned_text_without_dates_in_two_outlets_is_taken_for_a_thirds():
    found = collate(article("courier", DISPATCH), article("gazette", DISPATCH))
    assert found.direction("courier", "gazette") == "common"
    assert found.dispatches == [(None, [("courier", "gazette")])]


@pytest.mark.parametrize("credit", ["Meridian Press", None])
def test_every_edge_has_reasons_and_is_sure_to_a_degree(credit):
    found = collate(
        article("courier", DISPATCH, origin=credit, published="2031-03-03"),
        article("gazette", DISPATCH, published="2031-03-04"),
        article("observer", EDITED, authors=["Ida Holm"], published="2031-03-05"),
    )
    assert found.record.edges
    for edge in found.record.edges:
        assert edge.reasons
        assert 0 < edge.confidence < 1
        assert 0 < edge.share <= 1
        assert edge.maker
