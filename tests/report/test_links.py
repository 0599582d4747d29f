"""Links within one file lead to what is in it, and to nothing else."""

import pytest

from variorum.report.links import Anchors, Target, Wishes, target_of

ARTICLE = "art1-0123456789abcdef0123"


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("nothing", {}),
        ("article", {}),
        ("articles", {"outlet": "The Post"}),
        ("search", {"words": "talks"}),
    ],
)
def test_a_file_has_no_answers_to_questions(name: str, query: dict[str, object]) -> None:
    assert target_of(name, query) is None


def test_a_page_is_asked_for_in_one_way() -> None:
    plain = target_of("articles", {})
    assert plain == Target("articles")
    assert plain.anchor == "articles"
    assert target_of("articles", {"page": 1, "story": None}) == plain
    assert target_of("articles", {"page": 0, "story": "sto1-1"}) == plain
    second = target_of("articles", {"page": 2})
    assert second
    assert second.anchor == "articles-part-2"


def test_the_anchor_of_a_thing_is_its_id() -> None:
    target = target_of("article", {"article": ARTICLE})
    assert target
    assert target.anchor == ARTICLE


@pytest.mark.parametrize("hostile", ['"><script>', "a b", "", "x" * 500, "\ud800", "ü"])
def test_an_anchor_is_plain_whatever_it_is_of(hostile: str) -> None:
    anchor = Target("article", (("article", hostile),)).anchor
    assert anchor.isascii()
    assert anchor.replace("-", "").isalnum()
    assert len(anchor) < 100
    other = Target("article", (("article", f"{hostile}?"),)).anchor
    assert anchor != other


def test_two_things_are_compared_in_either_order() -> None:
    there = Target("comparison", (("one", "a"), ("other", "b")))
    assert there.anchor == "comparison-a-b"
    assert there.turned == Target("comparison", (("one", "b"), ("other", "a")))
    assert there.turned.turned == there
    assert Target("articles").turned == Target("articles")


def test_wishes_are_noted_once_in_order() -> None:
    wishes = Wishes()
    assert wishes.page("articles", page=2) == "#articles-part-2"
    assert wishes.words(ARTICLE, 1, 2) == f"#{ARTICLE}"
    assert wishes.page("article", article=ARTICLE) == f"#{ARTICLE}"
    assert wishes.page("nothing") is None
    assert [one.name for one in wishes.wanted] == ["articles", "article"]


def test_only_what_is_in_the_file_is_led_to() -> None:
    there = Target("article", (("article", ARTICLE),))
    anchors = Anchors(frozenset({there}), {"art1-other": 50, ARTICLE: 100})
    assert anchors.page("article", article=ARTICLE) == f"#{ARTICLE}"
    assert anchors.page("articles") is None
    assert anchors.words(ARTICLE, 20, 30) == "#w2-20-30"
    assert anchors.places[ARTICLE] == {"w2-20-30": (20, 30)}
    for article, start, end in (("art1-none", 1, 2), (ARTICLE, 100, 120), (ARTICLE, 5, 5)):
        assert anchors.words(article, start, end) is None
    assert anchors.places.keys() == {ARTICLE}
