from itertools import combinations

import pytest
import rustworkx as rx
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import DISPATCH, INDEPENDENT, OTHER_DISPATCH, article, examples
from variorum.collate.reuse.candidates import (
    BOILERPLATE_TEXTS,
    NEIGHBOURS,
    RARE,
    discount,
    find_candidates,
    shingles_of,
)
from variorum.collate.reuse.words import words_of
from variorum.engine.duckdb import DuckdbEngine

BOX = "Every Friday our harbour letter brings you nine stories that no algorithm would have found."
"""What an outlet puts amid its texts."""


@pytest.fixture(scope="module")
def engine():
    with DuckdbEngine(processes=1) as engine:
        yield engine


def find(engine, pages):
    """The candidates among pages given as (outlet, text that it is, paragraphs)."""
    return find_candidates(
        engine,
        [
            shingles_of(words_of(article(f"p{number}", lines)), outlet, text)
            for number, (outlet, text, lines) in enumerate(pages)
        ],
    )


def pairs(engine, *texts):
    """The pairs among texts of different outlets."""
    pages = [(f"outlet {n}", str(n), lines) for n, lines in enumerate(texts)]
    return {(pair.a, pair.b) for pair in find(engine, pages).pairs}


def together(found, first):
    """The articles that pairs connect with the first."""
    graph = rx.PyGraph()
    graph.extend_from_edge_list(sorted(found))
    return rx.node_connected_component(graph, first)


def numbered(number, length=30):
    """A text of words that no other number's text has."""
    return " ".join(f"w{number}x{place}" for place in range(length))


def test_texts_with_rare_words_in_common_are_paired_and_others_are_not(engine):
    texts = DISPATCH, OTHER_DISPATCH, DISPATCH[4:6], INDEPENDENT
    assert pairs(engine, *texts) == {(0, 2), (0, 3), (2, 3)}


def test_eight_words_in_a_row_are_enough_and_seven_are_not(engine):
    run = "lamps burned in the old customs house until".split()
    assert pairs(engine, [" ".join(run)], [" ".join(run)]) == {(0, 1)}
    assert pairs(engine, [" ".join(run[:7])], [" ".join(run[:7])]) == set()


def test_a_stock_phrase_pairs_nobody(engine):
    phrase = "did not immediately respond to a request for comment"
    assert pairs(engine, [f"Osk {phrase}"], [f"Kessel {phrase}"]) == set()


def test_no_articles_give_no_pairs(engine):
    assert pairs(engine) == set()
    assert pairs(engine, [], [("caption", DISPATCH[0])]) == set()


@examples(max_examples=15)
@given(order=st.permutations(range(5)))
def test_pairs_do_not_depend_on_the_order_of_articles(engine, order):
    texts = [
        DISPATCH,
        DISPATCH[:5],
        INDEPENDENT,
        OTHER_DISPATCH,
        [*OTHER_DISPATCH[:2], DISPATCH[3]],
    ]
    found = pairs(engine, *(texts[place] for place in order))
    named = {tuple(sorted((order[a], order[b]))) for a, b in found}
    assert named == pairs(engine, *texts)


def test_what_one_outlet_prints_in_many_texts_is_no_reason_to_compare(engine):
    different = [("one outlet", str(n), [numbered(n), BOX]) for n in range(BOILERPLATE_TEXTS)]
    found = find(engine, different)
    assert found.pairs == []
    assert set(found.discounted) == set(range(BOILERPLATE_TEXTS))


def test_what_several_outlets_print_is_no_boilerplate(engine):
    pages = [(f"outlet {n % 2}", str(n), [numbered(n), BOX]) for n in range(BOILERPLATE_TEXTS)]
    assert len(find(engine, pages).pairs) == BOILERPLATE_TEXTS * (BOILERPLATE_TEXTS - 1) // 2


def test_an_outlet_that_prints_one_text_often_still_copies_itself(engine):
    pages = [("one outlet", "the same", DISPATCH) for _ in range(BOILERPLATE_TEXTS)]
    assert len(find(engine, pages).pairs) == BOILERPLATE_TEXTS * (BOILERPLATE_TEXTS - 1) // 2


def test_boilerplate_counts_like_quoted_speech_when_words_are_discounted(engine):
    pages = [("one outlet", str(n), [numbered(n), BOX]) for n in range(BOILERPLATE_TEXTS)]
    words = words_of(article("p0", pages[0][2]))
    after = discount(words, find(engine, pages).discounted[0])
    assert after.quoted.tolist() == [False] * 30 + [True] * len(BOX.split())
    assert not words.quoted.any()


def test_words_that_another_article_quotes_are_discounted_where_they_are_not(engine):
    said = "we have asked politely for eleven years and now we are asking with our feet"
    pages = [
        ("one", "1", [f"{numbered(1)} the union wrote that {said}"]),
        ("other", "2", [f"{numbered(2)} “{said},” the chairwoman said"]),
    ]
    found = find(engine, pages)
    assert len(found.pairs) == 1
    assert list(found.discounted) == [0]
    page = article("p0", pages[0][2])
    words = discount(words_of(page), found.discounted[0])
    quoted = zip(words.starts, words.ends, words.quoted, strict=True)
    assert " ".join(page.text[start:end] for start, end, flag in quoted if flag) == said


@pytest.mark.parametrize("outlets", [RARE, RARE + 1, 100])
def test_a_text_that_many_outlets_print_is_connected(engine, outlets):
    found = pairs(engine, *([*DISPATCH[:3], numbered(n)] for n in range(outlets)))
    assert together(found, 0) == set(range(outlets))
    if outlets > RARE:
        assert len(found) <= outlets * NEIGHBOURS
    else:
        assert found == set(combinations(range(outlets), 2))


def test_a_cut_copy_joins_a_text_that_many_outlets_print(engine):
    copies = [[*DISPATCH[:3], numbered(n)] for n in range(100)]
    found = pairs(engine, *copies, DISPATCH[:1], DISPATCH[2:3])
    assert {100, 101} <= together(found, 0)
