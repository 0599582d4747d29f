import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import (
    DAY,
    DISPATCH,
    EDITED,
    INDEPENDENT,
    OTHER_DISPATCH,
    REWRITE,
    UPDATE,
    article,
    collate,
    examples,
    retellings,
)
from variorum.collate.lineage.directions import find_lineage

MERIDIAN = {"origin": "Meridian Press"}
NORDEN = {"origin": "Norden Wire"}

ESSAY = [*INDEPENDENT[:2], *DISPATCH[7:9], INDEPENDENT[3], *OTHER_DISPATCH[3:]]
"""A paper's own story that takes in two paragraphs of the dispatch."""

MERGED = [DISPATCH[0], *OTHER_DISPATCH[:3], *DISPATCH[3:6]]
"""Two agencies' dispatches in one text."""


def dispatch_of_two():
    return [
        article("courier", DISPATCH, **MERIDIAN, published=DAY + "09:00"),
        article("gazette", DISPATCH[:9], **MERIDIAN, published=DAY + "10:00"),
    ]


def test_independent_reports_of_the_same_words_are_no_lineage():
    found = collate(*dispatch_of_two(), article("radio", INDEPENDENT, published=DAY + "18:00"))
    assert found.relation("courier", "radio") == "quotes_only"
    assert found.direction("courier", "radio") == "unknown"
    assert found.pair("courier", "radio").agency is None
    assert found.parents("radio") == []


def test_a_story_of_a_papers_own_took_its_paragraphs_from_the_dispatch():
    found = collate(*dispatch_of_two(), article("essay", ESSAY, authors=["Ida Holm"]))
    assert found.relation("courier", "essay") == "partial"
    assert found.edge("essay").relation == "partial"
    assert found.edge("essay").parent == found.record.dispatches[0].id
    assert found.direction("courier", "essay") == "common"
    assert "essay" not in found.record.dispatches[0].articles
    assert found.edge("essay").share == pytest.approx(0.3, abs=0.1)


def test_a_paragraph_that_was_taken_from_one_older_article_comes_from_it():
    found = collate(
        article("courier", DISPATCH, authors=["Jon Vik"], published="2031-03-03"),
        article("essay", ESSAY, authors=["Ida Holm"], published="2031-03-05"),
    )
    assert found.parents("essay") == ["courier"]
    assert found.edge("essay").relation == "partial"
    assert found.direction("courier", "essay") == "->"


def test_whose_a_shared_paragraph_is_stays_open_without_evidence():
    found = collate(
        article("courier", DISPATCH, authors=["Jon Vik"]),
        article("essay", ESSAY, authors=["Ida Holm"]),
    )
    assert found.direction("courier", "essay") == "unknown"
    assert found.parents("essay") == []


def test_background_that_two_dispatches_of_one_agency_share_is_the_agencys():
    found = collate(
        *dispatch_of_two(),
        article("herald", [*OTHER_DISPATCH, DISPATCH[7], DISPATCH[9]], **MERIDIAN),
    )
    assert found.relation("courier", "herald") == "partial"
    assert found.direction("courier", "herald") == "common"
    assert found.parents("herald") == []


def test_a_text_merged_of_two_comes_from_both():
    found = collate(
        article("courier", DISPATCH, **MERIDIAN, published=DAY + "09:00"),
        article("markets", OTHER_DISPATCH, **NORDEN, published=DAY + "18:00"),
        article("mirror", MERGED, published="2031-03-04"),
    )
    parents = found.parents("mirror")
    assert "markets" in parents
    assert any("courier" in parent for parent in parents)
    assert found.pair("courier", "markets") is None
    assert found.pair("courier", "mirror").agency == "Meridian Press"


def test_a_merged_text_does_not_give_one_agency_the_others_text():
    found = collate(
        article("courier", DISPATCH, **MERIDIAN, published=DAY + "09:00"),
        article("gazette", DISPATCH, **MERIDIAN, published=DAY + "09:30"),
        article("exchange", OTHER_DISPATCH, **NORDEN, published=DAY + "18:00"),
        article("markets", OTHER_DISPATCH, **NORDEN, published=DAY + "18:30"),
        article("mirror", MERGED, published="2031-03-04"),
    )
    assert found.pair("exchange", "markets").agency == "Norden Wire"
    assert {agency for agency, _ in found.dispatches} == {"Meridian Press", "Norden Wire"}
    edges = [edge for edge in found.record.edges if edge.child == "mirror"]
    assert sorted(edge.relation for edge in edges) == ["edited", "partial"]


def test_an_article_that_copies_another_has_its_passages_with_the_copy():
    found = collate(
        *dispatch_of_two(),
        article("essay", ESSAY, authors=["Ida Holm"], published="2031-03-05"),
        article("site", [*ESSAY, ("credit", "Source: The Essay")]),
    )
    assert found.parents("site") == ["essay"]


HEAP = collate(
    *dispatch_of_two(),
    article("observer", EDITED, authors=["Ida Holm"], published=DAY + "15:00"),
    article("site", [*EDITED, ("credit", "Source: The Observer")]),
    article("post", UPDATE, **MERIDIAN, published=DAY + "23:30"),
    article("wave", UPDATE, **MERIDIAN),
    article("radio", INDEPENDENT, authors=["Nils Ek"], published=DAY + "12:00"),
    article("essay", ESSAY, authors=["Eva Lund"], published="2031-03-05"),
    article("tribune", REWRITE, authors=["Per Dahl"]),
    article("markets", OTHER_DISPATCH, **NORDEN, published=DAY + "18:00"),
)


@examples(max_examples=60)
@given(st.permutations(HEAP.related), st.permutations(sorted(HEAP.provenances)))
def test_the_record_does_not_depend_on_the_order_of_pairs_or_articles(related, names):
    found = find_lineage(related, {name: HEAP.provenances[name] for name in names})
    assert found.edges == HEAP.record.edges
    assert found.dispatches == HEAP.record.dispatches
    assert sorted(found.pairs, key=lambda pair: (pair.a, pair.b)) == list(HEAP.record.pairs)


def test_the_record_is_in_order():
    edges = [(edge.child, edge.parent) for edge in HEAP.record.edges]
    assert edges == sorted(edges)
    pairs = [(pair.a, pair.b) for pair in HEAP.record.pairs]
    assert pairs == sorted(pairs)
    assert all(a < b for a, b in pairs)


def test_shares_are_of_the_words_of_each_side():
    pair = HEAP.pair("courier", "gazette")
    assert pair.share_b == 1.0
    assert 0.85 < pair.share_a < 1.0
    assert all(0 < one.share_a <= 1 and 0 < one.share_b <= 1 for one in HEAP.record.pairs)


HOURS = st.none() | st.integers(0, 23).map(lambda hour: f"{DAY}{hour:02}:00")
ORIGINS = st.sampled_from([None, None, "Meridian Press", "Norden Wire", "The B"])


@examples(max_examples=40)
@given(st.lists(st.tuples(retellings(), HOURS, ORIGINS, st.booleans()), min_size=2, max_size=5))
def test_any_heap_gives_a_sound_family_tree(told):
    pages = [
        article(name, lines, published=hour, origin=origin, authors=["Ida Holm"] * signed)
        for name, (lines, hour, origin, signed) in zip("abcde", told, strict=False)
    ]
    record = collate(*pages).record
    edges = [(edge.child, edge.parent) for edge in record.edges]
    assert len(set(edges)) == len(edges), "one edge between two nodes"
    states = {state.id for dispatch in record.dispatches for state in dispatch.states}
    nodes = {page.id for page in pages} | states | {one.id for one in record.dispatches}
    assert {end for edge in edges for end in edge} <= nodes
    above = {child: {p for c, p in edges if c == child} for child, _ in edges}
    for child, parents in above.items():
        seen, waiting = set(), set(parents)
        while waiting:
            seen |= waiting
            waiting = {p for one in waiting for p in above.get(one, ())} - seen
        assert child not in seen, "no text is its own source"
    assert all(0 < edge.share <= 1 for edge in record.edges)
