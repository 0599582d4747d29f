import pytest
from hypothesis import given

from tests.collate.stories import (
    DAY,
    DISPATCH,
    EDITED,
    UPDATE,
    article,
    examples,
    retellings,
    score,
)
from variorum.collate.lineage.precedence import is_earlier, precedence
from variorum.collate.lineage.provenance import provenance_of
from variorum.collate.reuse.overlap import Overlap
from variorum.record.when import When


def order(a, b):
    """The evidence that `a` is the older of two articles."""
    found = score(a, b)
    return precedence(found.overlap, provenance_of(a), provenance_of(b))


def told(one, other, **times):
    """The same for two texts."""
    a = article("a", one, published=times.get("a"), retrieved=times.get("a_retrieved"))
    return order(a, article("b", other, published=times.get("b")))


def lead(sentence):
    return [sentence, *DISPATCH[3:6]]


def test_the_earlier_of_two_times_is_the_older_text():
    found = told(DISPATCH, DISPATCH, a=DAY + "09:00", b=DAY + "11:00")
    assert found.is_known
    assert found.score > 0
    assert "09:00" in found.reasons[0]
    assert "11:00" in found.reasons[0]


def test_a_page_that_was_fetched_before_the_other_appeared_is_older():
    assert told(DISPATCH, DISPATCH, a_retrieved="2031-03-01", b="2031-03-03").score > 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2031-03-03", DAY + "09:00"),
        ("2031-03-03", "2031-03-03"),
        (None, "2031-03-03"),
        (When("2031-03-01", "2031-03-05", "day", "inferred"), "2031-03-04"),
    ],
)
def test_times_that_may_be_the_same_tell_nothing(a, b):
    one, other = (provenance_of(article("x", DISPATCH, published=when)) for when in (a, b))
    assert not is_earlier(one, other)
    assert not is_earlier(other, one)


def test_identical_texts_without_times_have_no_order():
    assert told(DISPATCH, DISPATCH) == (0.0, ())


@pytest.mark.parametrize(
    ("older", "younger"),
    [
        pytest.param(DISPATCH, UPDATE, id="a new lead"),
        pytest.param(DISPATCH, DISPATCH[:4], id="cut from the end"),
        pytest.param(
            lead(
                "The sides will meet in the old courthouse of Stennvik on Tuesday to talk of pay."
            ),
            lead("The sides met in the old courthouse of Stennvik on Tuesday to talk of pay."),
            id="what was to come has come",
        ),
        pytest.param(
            lead("The union allegedly gave the company no warning of the strike on the sound."),
            lead("The union gave the company no warning of the strike on the sound."),
            id="a dropped qualifier",
        ),
        pytest.param(
            lead("Aune said that a letter had been delivered by hand on Friday afternoon."),
            lead("A letter had been delivered by hand on Friday afternoon."),
            id="a dropped attribution",
        ),
        pytest.param(
            lead("The company said it would not bargain with crews while the boats lay idle."),
            lead("The company will not bargain with crews while the boats lay idle."),
            id="a dropped attribution with its tense",
        ),
    ],
)
def test_what_the_texts_themselves_tell(older, younger):
    assert told(older, younger).score > 0
    assert told(younger, older).score < 0


def test_a_time_outweighs_a_dropped_word():
    assert told(EDITED, DISPATCH, a=DAY + "08:00", b=DAY + "12:00").score > 0


@examples(max_examples=80)
@given(retellings(), retellings())
def test_evidence_is_the_same_seen_from_the_other_side(one, other):
    a, b = article("a", one), article("b", other)
    if found := score(a, b):
        there = precedence(found.overlap, provenance_of(a), provenance_of(b))
        back = precedence(mirrored(found.overlap), provenance_of(b), provenance_of(a))
        assert there.score == -back.score
        assert sorted(there.reasons) == sorted(back.reasons)


def mirrored(overlap):
    """The same overlap with its two sides exchanged."""
    fields = {name: getattr(overlap, name) for name in overlap.__struct_fields__}
    other = {"_a": "_b", "_b": "_a"}
    turned = {name: fields[name[:-2] + other[name[-2:]]] for name in fields if name[-2:] in other}
    return Overlap(**fields | turned | {"a": overlap.b, "b": overlap.a})
