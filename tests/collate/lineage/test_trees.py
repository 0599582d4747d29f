import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import (
    DISPATCH,
    EDITED,
    INDEPENDENT,
    REWRITE,
    UPDATE,
    article,
    collate,
    examples,
)
from variorum.collate.lineage.families import find_families
from variorum.collate.lineage.trees import draw_tree

TEXTS = [DISPATCH, DISPATCH[:6], EDITED, REWRITE, UPDATE, [*UPDATE[:4], *INDEPENDENT[:2]]]
NAMES = ["alpha", "beta", "delta", "gamma", "omega"]


def above(record):
    """The parents of each node: articles, dispatches and states."""
    parents = {state.id: {one.id} for one in record.dispatches for state in one.states}
    for edge in record.edges:
        parents.setdefault(edge.child, set()).add(edge.parent)
    return parents


def has_circle(parents):
    def reaches(node, target, seen):
        for parent in parents.get(node, set()) - seen:
            if parent == target or reaches(parent, target, seen | {parent}):
                return True
        return False

    return any(reaches(node, node, set()) for node in parents)


@st.composite
def heaps(draw):
    """Five articles of one story that may credit agencies, or each other, as they like."""
    pages = []
    for name in NAMES:
        lines = list(draw(st.sampled_from(TEXTS)))
        if (source := draw(st.sampled_from([*NAMES, None, None]))) and source != name:
            lines.append(("credit", f"Source: The {source.title()}"))
        day = draw(st.sampled_from([None, "2031-03-03", "2031-03-04", "2031-03-05"]))
        agency = draw(st.sampled_from(["Meridian Press", "The Alpha", None]))
        authors = draw(st.sampled_from([(), ("Ida Holm",)]))
        pages.append(article(name, lines, origin=agency, authors=authors, published=day))
    return pages


@examples(max_examples=60)
@given(heaps())
def test_a_record_is_sound_whatever_the_articles_say(pages):
    record = collate(*pages).record
    parents = above(record)
    assert not has_circle(parents)
    nodes = {*NAMES, *(one.id for one in record.dispatches)}
    nodes |= {state.id for one in record.dispatches for state in one.states}
    assert all(parent in nodes for some in parents.values() for parent in some)
    for dispatch in record.dispatches:
        carried = [name for state in dispatch.states for name in state.articles]
        assert len(carried) == len(set(carried))
        assert set(carried) <= set(dispatch.articles)
        assert dispatch.states
    for child in NAMES:
        whole = [e for e in record.edges if e.child == child and e.relation != "partial"]
        assert len(whole) <= 1


def test_articles_that_name_each_other_as_source_do_not_go_round_in_a_circle():
    ring = zip(NAMES, [*NAMES[1:], NAMES[0]], strict=True)
    found = collate(
        *(article(n, [*DISPATCH, ("credit", f"Source: The {m.title()}")]) for n, m in ring)
    )
    assert not has_circle(above(found.record))
    assert sorted(edge.relation for edge in found.record.edges) == ["copy"] * (len(NAMES) - 1)


def tree(*articles):
    found = collate(*articles)
    (family,) = find_families(found.related, found.provenances)
    return draw_tree(family)


def test_a_tree_hangs_on_a_dispatch_or_on_an_article():
    inferred = tree(*(article(name, DISPATCH, origin="Meridian Press") for name in NAMES[:2]))
    assert inferred.dispatch
    assert inferred.source == inferred.dispatch.id
    own = tree(
        article("alpha", DISPATCH, authors=["Ida Holm"], published="2031-03-03"),
        article("beta", DISPATCH, published="2031-03-04"),
    )
    assert own.dispatch is None
    assert own.source == own.root == "alpha"


@pytest.mark.parametrize("agency", ["Meridian Press", None])
def test_ids_of_dispatches_and_states_follow_from_what_they_hold(agency):
    pages = [article(name, DISPATCH, origin=agency) for name in NAMES[:3]]
    one, again, other = tree(*pages), tree(*reversed(pages)), tree(*pages[:2])
    assert one == again
    assert one.dispatch.id != other.dispatch.id
    assert one.dispatch.states[0].id != other.dispatch.states[0].id
