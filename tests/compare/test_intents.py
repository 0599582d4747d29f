"""What one report says will be done, and another that it will not."""

from tests.compare.reports import two
from variorum.compare.intents import intent_contradictions


def count(one: str, other: str, *, is_near: bool = True) -> int:
    told = two(one, other, is_near=is_near)
    return len(
        list(intent_contradictions(told.articles, told.readings, told.stories, told.nearness))
    )


def test_will_and_will_not() -> None:
    appeal = "Families of the drowned said they would appeal."
    assert count(appeal, "Lawyers for the families said they did not plan to appeal.") == 1
    build = "Tarn will rebuild the burnt bakery next year."
    assert count(build, "The town has no plans to rebuild the bakery, its mayor said.") == 1


def test_what_may_both_be() -> None:
    appeal = "Families of the drowned said they would appeal."
    other = "Lawyers for the families said they did not plan to appeal."
    assert count(appeal, other, is_near=False) == 0
    assert count(appeal, "The ferry company did not plan to appeal.") == 0
    assert count(appeal, "The families would not appeal if the firm paid.") == 0
    assert count("The families have appealed.", other) == 0
