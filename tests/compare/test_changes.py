"""What a retelling changed."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import (
    DISPATCH,
    EDITED,
    INDEPENDENT,
    article,
    examples,
    retellings,
    score,
)
from variorum.compare.changes import Retelling, compare, turned
from variorum.record.article import Article
from variorum.record.reuse import Edit, EditKind, Place, Reuse
from variorum.record.span import Span


def reuses(a: Article, b: Article) -> list[Reuse]:
    found = score(a, b)
    return list(found.reuses) if found else []


def retell(one: list[str], other: list[str]) -> tuple[Article, Article, Retelling]:
    a, b = article("a", one), article("b", other)
    return a, b, compare(a, b, reuses(a, b))


def words(one: Article, places: tuple[Place, ...]) -> list[str]:
    return [place.span.of(one.text) for place in places]


def test_the_words_replaced_dropped_and_added() -> None:
    _, _, retelling = retell(DISPATCH, EDITED)
    changes = [(change.before, change.after) for change in retelling.changes]
    assert changes == [
        ("walked off", "abandoned"),
        ("stranding", "trapping"),
        ("cutting", "severing"),
        ("allegedly", ""),
        ("would not", "refused to"),
        ("nurse", "medic"),
        ("volunteers", "neighbours"),
        ("pension", "foreign"),
    ]
    assert [one.before for one in retelling.of_kind("qualifier")] == ["allegedly"]
    assert retelling.of_kind(*get_args(EditKind)) == list(retelling.changes)
    assert retelling.of_kind() == []


def test_a_side_without_words_has_no_place() -> None:
    _, _, retelling = retell(DISPATCH, EDITED)
    (dropped,) = retelling.of_kind("qualifier")
    assert dropped.a
    assert dropped.b is None
    _, _, back = retell(EDITED, DISPATCH)
    (added,) = back.of_kind("qualifier")
    assert (added.before, added.after, added.a) == ("", "allegedly", None)


def test_paragraphs_of_only_one_of_the_two() -> None:
    a, b, retelling = retell([*DISPATCH[:4], *INDEPENDENT[:1]], [INDEPENDENT[3], *DISPATCH[1:4]])
    assert words(a, retelling.left_out) == [DISPATCH[0], INDEPENDENT[0]]
    assert words(b, retelling.added) == [INDEPENDENT[3]]


def test_what_is_not_body_is_neither_left_out_nor_added() -> None:
    a = article("a", [("headline", "A strike"), ("promo", "Read also: goats"), *DISPATCH[:2]])
    b = article("b", [*DISPATCH[:2], ("caption", "A boat, idle.")])
    retelling = compare(a, b, reuses(a, b))
    assert (retelling.left_out, retelling.added, retelling.changes) == ((), (), ())


def test_texts_that_share_nothing_are_wholly_left_out_and_added() -> None:
    a, b, retelling = retell(DISPATCH, INDEPENDENT[:1])
    assert words(a, retelling.left_out) == DISPATCH
    assert words(b, retelling.added) == INDEPENDENT[:1]


def test_characters_count_as_code_points() -> None:
    a, b = article("a", ["🐐🐐 walked off"]), article("b", ["🐐 left 🐐"])
    passage = Reuse(
        "r", Place("a", 0, 13), Place("b", 0, 8), 0.5, (Edit("replace", Span(3, 13), Span(2, 6)),)
    )
    (change,) = compare(a, b, [passage]).changes
    assert (change.before, change.after) == ("walked off", "left")


@examples(max_examples=40)
@given(retellings(), retellings())
def test_every_change_points_at_its_words(one: list[str], other: list[str]) -> None:
    a, b, retelling = retell(one, other)
    for change in retelling.changes:
        assert change.before or change.after
        assert change.before == (change.a.span.of(a.text) if change.a else "")
        assert change.after == (change.b.span.of(b.text) if change.b else "")
    starts = [change.a.start for change in retelling.changes if change.a]
    assert starts == sorted(starts)


@examples(max_examples=40)
@given(retellings(), retellings())
def test_a_paragraph_that_no_passage_reaches_is_left_out_whole(
    one: list[str], other: list[str]
) -> None:
    a, b, retelling = retell(one, other)
    for article_, whole, places in (
        (a, retelling.left_out, [passage.a for passage in reuses(a, b)]),
        (b, retelling.added, [passage.b for passage in reuses(a, b)]),
    ):
        for block in article_.blocks_of("body"):
            if not any(p.start < block.end and block.start < p.end for p in places):
                assert Place(article_.id, block.start, block.end) in whole


def test_the_rest_of_a_paragraph_is_told_as_left_out_inside() -> None:
    shared, own = "the crews went home at noon, and nobody on the quay knew why.", INDEPENDENT[1]
    a, _, retelling = retell(
        [DISPATCH[0], f"{own} {DISPATCH[3]} {shared}", *DISPATCH[4:6]],
        [DISPATCH[0], f"{DISPATCH[3]} {shared}", *DISPATCH[4:6]],
    )
    assert "".join(words(a, retelling.left_out_inside)).startswith(own.rstrip("."))
    assert retelling.left_out == retelling.added == retelling.added_inside == ()


def test_a_paragraph_put_inside_a_passage_is_added_whole() -> None:
    _, b, retelling = retell(DISPATCH[:6], [*DISPATCH[:3], INDEPENDENT[1], *DISPATCH[3:6]])
    (added,) = retelling.added
    assert b.text[added.start : added.end] == INDEPENDENT[1]
    assert retelling.left_out == ()


@examples(max_examples=40)
@given(retellings(), retellings(), st.randoms(use_true_random=False))
def test_seen_from_the_other_side_it_is_the_same(one: list[str], other: list[str], chance) -> None:
    a, b, there = retell(one, other)
    passages = reuses(a, b)
    assert [turned(turned(passage)) for passage in passages] == passages
    back = compare(b, a, map(turned, passages))
    assert (back.left_out, back.added) == (there.added, there.left_out)
    assert {(change.kind, change.b, change.a) for change in back.changes} == {
        (change.kind, change.a, change.b) for change in there.changes
    }
    starts = [change.a.start for change in back.changes if change.a]
    assert starts == sorted(starts), "changes are in the order of the text that was retold"
    chance.shuffle(passages)
    assert compare(a, b, passages) == there
