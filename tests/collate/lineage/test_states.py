from tests.collate.stories import (
    DAY,
    DISPATCH,
    EDITED,
    NEW_LEAD,
    REWRITE,
    UPDATE,
    article,
    collate,
    reworded,
)

MERIDIAN = {"origin": "Meridian Press"}

THIRD = [
    "A mediator announced shortly after sunrise that ferry crews and owners on the Sound of Orrin "
    "had agreed to a truce of one week, ending a walkout that had emptied the shelves of four "
    "islands.",
    *reworded(NEW_LEAD, {"would return": "had returned", "on Tuesday": "at dawn"}),
    *DISPATCH[:6],
]
"""What the agency sends the next morning."""

STATES = {"courier": DISPATCH, "gazette": DISPATCH, "post": UPDATE, "radio": UPDATE}
TIMES = {"courier": "09:00", "gazette": "09:40", "post": "23:30", "radio": "23:50"}


def told(times, **more):
    pages = [article(n, text, **MERIDIAN, published=times.get(n)) for n, text in STATES.items()]
    return collate(*pages, *(article(name, **told) for name, told in more.items()))


def test_an_update_with_a_new_lead_is_a_second_state():
    found = told({name: DAY + clock for name, clock in TIMES.items()})
    assert found.dispatches == [("Meridian Press", [("courier", "gazette"), ("post", "radio")])]
    first, second = found.record.dispatches[0].states
    assert first.earliest.earliest == DAY + "09:00"
    assert second.earliest.earliest == DAY + "23:30"
    assert found.record.dispatches[0].earliest == first.earliest
    assert found.relation("courier", "post") == "edited"
    assert found.direction("courier", "post") == "common"


def test_states_are_in_order_without_any_time():
    assert told({}).dispatches == [("Meridian Press", [("courier", "gazette"), ("post", "radio")])]
    assert told({}).record.dispatches[0].earliest is None


def test_three_states_are_in_the_order_in_which_they_grew():
    third = {"lines": THIRD, "origin": "Meridian Press"}
    found = told({}, wave=third, xenon=third)
    assert [states for _, states in found.dispatches] == [
        [("courier", "gazette"), ("post", "radio"), ("wave", "xenon")]
    ]


def test_a_short_cut_goes_with_the_state_that_it_fits():
    found = told({}, wave={"lines": UPDATE[:3], "origin": "Meridian Press"})
    assert found.dispatches[0][1][1] == ("post", "radio", "wave")


def test_what_one_desk_changed_is_no_state():
    edited = {"lines": EDITED, "authors": ["Ida Holm"]}
    found = told({}, wave=edited)
    assert len(found.dispatches[0][1]) == 2
    assert found.edge("wave").relation == "edited"


def test_an_edited_copy_names_the_state_that_it_was_made_from():
    edited = reworded(UPDATE, {"broke up": "collapsed", "owners": "bosses", "thousands": "masses"})
    found = told({}, wave={"lines": edited, "authors": ["Ida Holm"]})
    assert found.parents("wave") == ["post+radio"]


def test_no_article_carries_a_state_that_was_sent_after_it_appeared():
    edited = {"lines": EDITED, "authors": ["Ida Holm"], "published": DAY + "12:00"}
    found = told({name: DAY + clock for name, clock in TIMES.items()}, wave=edited)
    assert found.parents("wave") == ["courier+gazette"]


def test_a_signed_rewrite_and_its_reprint_are_no_state():
    found = collate(
        article("courier", DISPATCH, **MERIDIAN, published=DAY + "09:00"),
        article("gazette", DISPATCH, **MERIDIAN, published=DAY + "09:40"),
        article("observer", REWRITE, authors=["Ida Holm"], published=DAY + "15:00"),
        article("site", REWRITE, published="2031-03-04"),
    )
    assert found.dispatches == [("Meridian Press", [("courier", "gazette")])]


def test_an_agencys_own_later_state_is_a_state_beside_the_others():
    found = collate(
        article("meridian", UPDATE, outlet="Meridian Press", **MERIDIAN, published=DAY + "23:00"),
        article("courier", DISPATCH, **MERIDIAN, published=DAY + "09:00"),
        article("gazette", DISPATCH, **MERIDIAN, published=DAY + "10:00"),
    )
    assert found.dispatches == [("Meridian Press", [("courier", "gazette"), ("meridian",)])]


def test_an_older_state_does_not_come_from_the_agencys_later_page():
    found = collate(
        article("meridian", UPDATE, outlet="Meridian Press", **MERIDIAN, published=DAY + "23:00"),
        article("courier", DISPATCH, **MERIDIAN, published=DAY + "09:00"),
        article("gazette", DISPATCH, **MERIDIAN, published=DAY + "10:00"),
    )
    assert found.direction("courier", "meridian") == "common"


def test_texts_of_unknown_origin_have_no_states_that_one_outlet_alone_prints():
    """Two outlets that rework one text in their own ways are no evidence of two versions."""
    found = collate(
        article("courier", DISPATCH, published=DAY + "09:00"),
        article("gazette", UPDATE, published=DAY + "09:40"),
    )
    assert [len(states) for _, states in found.dispatches] in ([], [1])
