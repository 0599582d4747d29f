import pytest

from tests.collate.stories import (
    DISPATCH,
    EDITED,
    INDEPENDENT,
    NEW_LEAD,
    OTHER_DISPATCH,
    REWRITE,
    UPDATE,
    article,
    reworded,
    score,
)
from variorum.collate.lineage.provenance import provenance_of
from variorum.collate.lineage.relation import decide_relation


def decide(one, other, first=None, second=None):
    a, b = article("a", one, **(first or {})), article("b", other, **(second or {}))
    found = score(a, b)
    return found and decide_relation(found.overlap, provenance_of(a), provenance_of(b))


def relation(*pages):
    decided = decide(*pages)
    return decided and decided.relation


HOUSE_STYLE = {'"': "“", "dialysis": "Dialysis", "harbours": "harbors", "chairwoman": "chairwoman"}
SHORT = DISPATCH[2:4]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        pytest.param(DISPATCH, DISPATCH, "copy", id="the same text"),
        pytest.param(DISPATCH, DISPATCH[:5], "copy", id="cut from the end"),
        pytest.param(DISPATCH, reworded(DISPATCH, HOUSE_STYLE), "copy", id="house style"),
        pytest.param(DISPATCH, EDITED, "edited", id="loaded words"),
        pytest.param(DISPATCH, REWRITE, "edited", id="rewritten throughout"),
        pytest.param(DISPATCH, UPDATE, "edited", id="update with a new lead"),
        pytest.param(DISPATCH, DISPATCH[:4] + DISPATCH[7:], "edited", id="cut in the middle"),
        pytest.param(DISPATCH, DISPATCH[5:] + DISPATCH[:5], "edited", id="other order"),
        pytest.param(
            DISPATCH, [*OTHER_DISPATCH, *DISPATCH[7:9]], "partial", id="two paragraphs taken in"
        ),
        pytest.param(DISPATCH, INDEPENDENT, "quotes_only", id="the same quotations"),
        pytest.param(DISPATCH, OTHER_DISPATCH, None, id="nothing in common"),
        pytest.param(
            DISPATCH, [*OTHER_DISPATCH, "Ferry crews on the Sound of Orrin walked off."], None,
            id="a few words of a name",
        ),
    ],
)  # fmt: skip
def test_what_two_texts_have_to_do_with_each_other(one, other, found):
    assert relation(one, other) == found
    assert relation(other, one) == found


def test_one_changed_word_makes_no_other_text_but_many_do():
    little = reworded(DISPATCH, {"gymnasium": "gym"})
    assert relation(DISPATCH, little) == "copy"
    assert relation(DISPATCH, EDITED[:4] + DISPATCH[4:]) == "edited"


def test_a_running_file_takes_in_a_story_and_is_no_copy_of_it():
    times = [("heading", clock) for clock in ("10:15", "11:30", "12:00")]
    live = [times[0], *DISPATCH[:4], times[1], *DISPATCH[4:8], times[2], NEW_LEAD[0]]
    decided = decide(live, DISPATCH)
    assert decided.relation == "partial"
    assert any("running file" in reason for reason in decided.reasons)


def test_far_states_of_one_agency_story_are_still_one_story():
    far = [*NEW_LEAD, *OTHER_DISPATCH[:3], *DISPATCH[2:7]]
    signed = {"origin": "Meridian Press"}
    assert relation(DISPATCH[:7], far, signed, signed) == "edited"


def test_one_headline_makes_two_short_takes_one_story():
    titled = {"title": "Ferry crews on the Sound of Orrin leave their boats"}
    taken = [*OTHER_DISPATCH, *DISPATCH[7:9]]
    assert relation(DISPATCH, taken, titled, titled) == "edited"


@pytest.mark.parametrize("other", [DISPATCH, REWRITE, INDEPENDENT])
def test_decisions_are_sure_to_a_degree_and_have_reasons(other):
    decided = decide(DISPATCH, other)
    assert 0 < decided.confidence < 1
    assert decided.reasons


def test_the_reason_for_quotations_counts_their_words():
    (reason,) = decide(DISPATCH, INDEPENDENT).reasons
    assert int(reason.split()[0]) in range(25, 35)
