"""How many independent sources stand behind articles: counted over lineage roots."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import examples
from variorum.compare.independence import find_roots, independent_sources
from variorum.record.lineage import Derivation, Dispatch, DispatchState, Lineage

NAMES = [f"a{number}" for number in range(8)]


def edge(parent: str, child: str, relation: Derivation = "copy") -> Lineage:
    return Lineage(parent, child, relation, 1.0, 1.0, ())


def dispatch(name: str, *states: str) -> Dispatch:
    return Dispatch(name, None, (), None, tuple(DispatchState(one, None, ()) for one in states))


def sources(
    articles: Iterable[str], edges: Iterable[Lineage], dispatches: Iterable[Dispatch] = ()
) -> frozenset[str]:
    return independent_sources(articles, find_roots(edges, dispatches))


@examples()
@given(st.integers(1, 50), st.sampled_from(["copy", "edited"]))
def test_any_number_of_copies_of_one_text_is_one_source(count: int, relation: Derivation) -> None:
    copies = [f"copy {number}" for number in range(count)]
    in_hand = [edge("wire", copy, relation) for copy in copies]
    assert sources(["wire", *copies], in_hand) == {"wire"}
    of_states = [edge(f"state {n % 2}", copy, relation) for n, copy in enumerate(copies)]
    assert sources(copies, of_states, [dispatch("sent", "state 0", "state 1")]) == {"sent"}


def test_a_copy_of_a_copy_has_the_first_ones_source() -> None:
    assert sources("c", [edge("a", "b"), edge("b", "c", "edited")]) == {"a"}


def test_a_text_made_from_two_has_both_behind_it() -> None:
    edges = [edge("s", "c"), edge("x", "c", "edited")]
    assert sources("c", edges, [dispatch("d", "s")]) == {"d", "x"}


def test_who_takes_in_passages_reports_independently() -> None:
    assert sources("ab", [edge("a", "b", "partial")]) == {"a", "b"}


def test_only_the_articles_asked_for_count() -> None:
    edges = [edge("a", "b"), edge("x", "y")]
    assert sources("b", edges) == {"a"}
    assert sources([], edges) == frozenset()
    assert sources("z", edges) == {"z"}


relations = st.sampled_from(["copy", "edited", "partial"])


@st.composite
def trees(draw: st.DrawFn) -> list[Lineage]:
    """Edges from articles to later ones, with no circle."""
    ends = st.lists(st.sampled_from(range(len(NAMES))), min_size=2, max_size=2, unique=True)
    drawn = draw(st.lists(st.tuples(ends, relations), max_size=14))
    return [edge(NAMES[min(two)], NAMES[max(two)], relation) for two, relation in drawn]


@examples()
@given(trees(), st.sets(st.sampled_from(NAMES)), st.randoms(use_true_random=False))
def test_sources_are_the_underived_texts_above(
    edges: list[Lineage], asked: set[str], chance
) -> None:
    whole = [one for one in edges if one.relation != "partial"]
    above = set(asked)
    while more := {one.parent for one in whole if one.child in above} - above:
        above |= more
    found = sources(asked, edges)
    assert found == above - {one.child for one in whole}
    assert bool(found) == bool(asked)
    chance.shuffle(edges)
    assert sources(asked, edges) == found


@examples()
@given(trees(), st.sets(st.sampled_from(NAMES)), st.sampled_from(NAMES))
def test_one_more_article_never_takes_a_source_away(
    edges: list[Lineage], asked: set[str], more: str
) -> None:
    assert sources(asked, edges) <= sources(asked | {more}, edges)


def test_a_circle_is_searched_once() -> None:
    assert sources("ab", [edge("a", "b"), edge("b", "a"), edge("c", "b")]) == {"c"}
