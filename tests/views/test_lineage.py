"""The families of texts: who is in them, what is folded, how they are drawn, what changed."""

from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree as ET

import msgspec

from tests.views.heap import PRINTERS, REWRITER, STRANGER
from variorum.drawings.families import BOX, HIGH, draw_families, draw_family, lay_out
from variorum.record.story import StoryGroup
from variorum.views.desk import Desk
from variorum.views.families import FIRST_ALIKE, Kin
from variorum.views.lineage import LineageView, draw_lineage
from variorum.views.links import Nowhere
from variorum.views.page import ListQuery
from variorum.views.pictures import tree_of


class Somewhere:
    """Links that name what they lead to."""

    def page(self, name: str, **query: object) -> str | None:
        return "/".join([name, *map(str, query.values())])

    def words(self, article: str, start: int, end: int) -> str | None:
        return f"{article}:{start}-{end}"


def lineage(desk: Desk) -> LineageView:
    return draw_lineage(desk, ListQuery())


def every(kin: Kin) -> Iterator[Kin]:
    yield kin
    for one in (*kin.children, *kin.folded):
        yield from every(one)


def test_each_article_is_in_a_family_or_alone(heap: Desk) -> None:
    view = lineage(heap)
    (family,) = view.families
    named = [one.name for one in every(family.tree) if one.kind == "article"]
    assert sorted(named) == sorted([*PRINTERS, REWRITER])
    assert (view.related, view.alone, view.independent_sources) == (len(named), 1, 2)
    assert (family.articles, family.outlets) == (len(named), len(named))


def test_copies_beyond_the_first_share_a_box(heap: Desk) -> None:
    tree = lineage(heap).families[0].tree
    assert [one.kind for one in tree.children] == [*["article"] * FIRST_ALIKE, "more", "article"]
    (more,) = (one for one in tree.children if one.kind == "more")
    assert [one.name for one in more.folded] == PRINTERS[FIRST_ALIKE:]
    assert {one.relation for one in more.folded} == {"copy"}


def test_the_earliest_copy_comes_first(heap: Desk) -> None:
    tree = lineage(heap).families[0].tree
    assert [one.name for one in tree.children[:FIRST_ALIKE]] == PRINTERS[:FIRST_ALIKE]


def test_a_family_is_drawn_in_its_frame_with_no_box_on_another(heap: Desk) -> None:
    laid = lay_out(tree_of(lineage(heap).families[0], Somewhere(), "rest").top)
    assert len(laid.lines) == len(laid.boxes) - 1
    for box in laid.boxes:
        assert 0 < box.x < laid.width - BOX
        assert 0 < box.y < laid.height - HIGH
    for one, other in combinations(laid.boxes, 2):
        assert abs(one.x - other.x) >= BOX or abs(one.y - other.y) >= HIGH


def test_an_edge_opens_the_two_texts_and_a_box_its_article(heap: Desk) -> None:
    (family,) = lineage(heap).families
    texts = [box.text for box in lay_out(tree_of(family, Somewhere(), "rest").top).boxes]
    pairs = {f"comparison/{one.beside}/{one.article.id}" for one in every(family.tree)
             if one.article and one.beside and one in all_shown(family.tree)}  # fmt: skip
    assert {one.beside for one in texts if one.beside} == pairs
    leads = {one.look: one.href for one in texts}
    assert leads["dispatch"] is None
    assert leads["more"] == "#rest"
    assert str(leads["article"]).startswith("article/")


def all_shown(kin: Kin) -> list[Kin]:
    return [kin, *(one for child in kin.children for one in all_shown(child))]


def test_the_picture_of_a_page_leads_and_that_of_a_file_stands_alone(heap: Desk) -> None:
    (family,) = lineage(heap).families
    page = draw_family(tree_of(family, Somewhere(), "rest")).inline()
    assert 'href="#rest"' in page
    assert "style=" not in page
    file = ET.fromstring(draw_families([tree_of(family, Nowhere())]).svg())
    words = list(file.itertext())
    assert family.title in words
    assert {REWRITER, *PRINTERS[:FIRST_ALIKE]} <= set(words)
    assert {one.tag.partition("}")[2] for one in file.iter()} <= set(
        "svg title desc rect g path text".split()
    )
    assert all("fill" in one.attrib for one in file.iter("{http://www.w3.org/2000/svg}text"))


def test_a_picture_of_no_family_says_so() -> None:
    assert "a source of its own" in draw_families([]).svg()


def test_what_the_rewrite_changed_is_told_the_most_telling_first(heap: Desk) -> None:
    (family,) = lineage(heap).families
    (one,) = family.retold
    assert one.child.outlet == REWRITER
    assert one.beside.outlet in PRINTERS
    changes = [(change.kind, change.before, change.after) for change in one.changes]
    assert changes[:3] == [
        ("qualifier", "allegedly", ""),
        ("loaded", "said", "claimed"),
        ("number", "two", "three"),
    ]
    assert (one.left_out, one.added) == (2, 1)


def test_a_change_stands_where_its_words_do(heap: Desk) -> None:
    for change in lineage(heap).families[0].retold[0].changes:
        for words, place in ((change.before, change.a), (change.after, change.b)):
            assert bool(words) == (place is not None)
            if place and not words.endswith("…"):
                text = heap.story.by_id[place.article].text
                assert place.span.of(text).split() == words.split()


def test_a_story_of_strangers_has_no_family(heap: Desk) -> None:
    (stranger,) = (one.id for one in heap.articles if one.outlet == STRANGER)
    view = lineage(Desk(heap.story, StoryGroup("sto", "Honey", (stranger,), None)))
    assert view.families == ()
    assert (view.related, view.alone) == (0, 1)


def test_the_view_is_the_same_again(heap: Desk) -> None:
    again = Desk(heap.story)
    assert msgspec.json.encode(lineage(heap)) == msgspec.json.encode(lineage(again))
