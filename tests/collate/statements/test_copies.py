"""Copies of one passage that give its words to another, and phrases of somebody without a name."""

from tests.collate.statements.said import said, statements_of
from variorum.collate.statements.rows import QuotationRow

MIXED = "sending the northern reserve across the river would be *the final mistake*"
OTHERS = (
    "the bridges stay shut to all carts until the flood is over",
    "nobody in the valley has been told to leave the upper farms",
)


def groups(*rows: QuotationRow) -> list[int]:
    return sorted(len(one.quotations) for one in statements_of(*rows))


def reports(article: str) -> list[QuotationRow]:
    return [
        said(f"{article}{place}", words, speaker="Brann", mode="indirect", article=article)
        for place, words in enumerate(OTHERS)
    ]


def test_a_copy_that_changed_who_said_it_is_the_same_statement() -> None:
    one = said("q1", MIXED, speaker="Aune", mode="mixed", article="one")
    other = said("q2", MIXED, speaker="Dorrit", mode="mixed", article="two")
    assert groups(one, other, *reports("one"), *reports("two")) == [2, 2, 2]


def test_the_same_words_by_two_in_articles_that_differ_are_two() -> None:
    one = said("q1", MIXED, speaker="Aune", mode="mixed", article="one")
    other = said("q2", MIXED, speaker="Dorrit", mode="mixed", article="two")
    assert groups(one, other) == [1, 1]


def test_a_phrase_of_somebody_without_a_name_joins_the_sentence() -> None:
    whole = said("q1", "We did not light the lamps to please the ferrymen, and we never will.")
    phrase = said(
        "q2",
        "they had not lit the lamps *to please the ferrymen*",
        speaker=None,
        name="her spokesman",
        mode="mixed",
    )
    assert groups(whole, phrase) == [2]
