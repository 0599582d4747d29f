"""Stands that one report gives to somebody and another says they do not have."""

import pytest

from tests.compare.reports import two
from variorum.compare.stands import stand_contradictions
from variorum.record.position import Position, Stance
from variorum.record.reuse import Place

ONE = "The minister ruled out compensation for shipping lines."


def count(other: str, stance: Stance, *, actor: str = "minister") -> int:
    told = two(ONE, other, is_near=True)
    a, b = told.articles.values()
    positions = [
        Position(
            id=article.id,
            actor=None,
            actor_name=name,
            issue="compensation for shipping lines",
            stance=where,
            condition=None,
            as_of=None,
            evidence=(Place(article.id, 0, len(article.text)),),
        )
        for article, name, where in ((a, "minister", "against"), (b, actor, stance))
    ]
    return len(list(stand_contradictions(positions, told.articles)))


def test_one_has_it_that_something_is_not_ruled_out() -> None:
    assert count("The minister did not rule out compensation for shipping lines.", "mixed") == 1


@pytest.mark.parametrize(
    ("other", "stance", "actor"),
    [
        ("The minister backed compensation for shipping lines.", "for", "minister"),
        ("The minister did not rule out compensation for shipping lines.", "mixed", "harbour"),
        ("The minister has ruled out compensation for shipping lines.", "against", "minister"),
        ("The minister would not pay compensation for shipping lines.", "mixed", "minister"),
    ],
)
def test_what_may_both_be(other: str, stance: Stance, actor: str) -> None:
    assert count(other, stance, actor=actor) == 0
