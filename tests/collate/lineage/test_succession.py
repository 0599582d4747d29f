from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import DAY, DISPATCH, NEW_LEAD, UPDATE, article, collate, examples
from variorum.collate.lineage.families import find_families
from variorum.collate.lineage.succession import Version, in_order

MERIDIAN = {"origin": "Meridian Press"}
LATER_UPDATE = ["The mediator resigned at dawn, and both sides blamed the governor.", *UPDATE]


def family_of(*pages):
    found = collate(*pages)
    (family,) = find_families(found.related, found.provenances)
    return family


def order(*versions, **times):
    """The names of texts in the order in which they were sent, each printed by one page."""
    pages = [
        article(name, lines, **MERIDIAN, published=times.get(name)) for name, lines in versions
    ]
    ordered = in_order(family_of(*pages), [Version((page.id,)) for page in pages])
    return [name for version in ordered for name in version.members]


def test_what_is_put_on_top_is_later():
    assert order(("xenon", DISPATCH), ("courier", UPDATE)) == ["xenon", "courier"]
    assert order(("courier", DISPATCH), ("xenon", UPDATE)) == ["courier", "xenon"]


def test_what_was_to_come_has_come():
    before = [*DISPATCH[:3], "The sides will meet in the old courthouse on Tuesday.", *DISPATCH[3:]]
    after = [*DISPATCH[:3], "The sides met in the old courthouse on Tuesday.", *DISPATCH[3:]]
    assert order(("xenon", before), ("courier", after)) == ["xenon", "courier"]


def test_hours_tell_where_the_texts_do_not():
    assert order(
        ("courier", DISPATCH), ("xenon", DISPATCH), courier=DAY + "18:00", xenon=DAY + "09:00"
    ) == ["xenon", "courier"]


def test_a_new_lead_outweighs_some_hours():
    """A page may have been updated after the hour that it states."""
    assert order(
        ("xenon", DISPATCH), ("courier", UPDATE), xenon=DAY + "10:00", courier=DAY + "09:00"
    ) == ["xenon", "courier"]


VERSIONS = {
    "delta": DISPATCH,
    "beta": UPDATE,
    "alpha": [*NEW_LEAD, *DISPATCH],
    "gamma": LATER_UPDATE,
}
FAMILY = family_of(*(article(name, lines, **MERIDIAN) for name, lines in VERSIONS.items()))


@examples(max_examples=30)
@given(st.permutations(sorted(VERSIONS)))
def test_the_order_does_not_depend_on_the_order_given(names):
    found = in_order(FAMILY, [Version((name,)) for name in names])
    assert found == in_order(FAMILY, [Version((name,)) for name in sorted(VERSIONS)])
    assert found[0].members == ("delta",)
    assert found[-1].members == ("gamma",)
