"""What an article tells of its entities for joining them."""

import pytest

from tests.collate.entities.heaps import article, reading
from variorum.collate.entities.rows import rows_of
from variorum.record.reading import Entity, Mention, Quotation
from variorum.record.span import Span


def row_of(text, name, kind="place"):
    start = text.index(name)
    mentions = []
    while start >= 0:
        mentions.append(Mention(start, start + len(name), "e1", kind))
        start = text.find(name, start + 1)
    told = reading(entities=(Entity("e1", name, kind),), mentions=tuple(mentions))
    (row,) = rows_of(article(text), told)
    return row


@pytest.mark.parametrize(
    "text",
    [
        "Relations between Washington and Moscow are bad.",
        "Officials said that Washington has denied it.",
        "He struck a deal with Washington over grain.",
        "Washington imposed new tariffs. He lives in Washington.\nWashington wants more.",
    ],
)
def test_a_capital_that_acts_is_a_government(text):
    assert row_of(text, "Washington").is_government


@pytest.mark.parametrize(
    "text",
    [
        "They met in Washington on Monday.",
        "WASHINGTON (AP) — Nothing happened.",
        "The Washington suburbs were quiet.",
        "She grew up near Washington.",
    ],
)
def test_a_capital_where_things_happen_is_a_place(text):
    name = "WASHINGTON" if "WASHINGTON" in text else "Washington"
    assert not row_of(text, name).is_government


def test_a_person_is_no_government():
    assert not row_of("He spoke with Washington.", "Washington", "person").is_government


def test_names_are_counted_as_printed():
    assert row_of("Kiev fell. Kiev rose.", "Kiev").printed == (("Kiev", 2),)


def quotation(speaker, speaker_name):
    spans = (Span(0, 3),)
    return Quotation("q1", "direct", spans, (), (), speaker, speaker_name, None, None, None, 1.0)


def test_an_office_without_a_name_has_a_row():
    told = reading(quotations=(quotation(None, "the Kremlin spokesman"),))
    (row,) = rows_of(article("Who said so?"), told)
    assert row.unnamed
    assert row.entity.name == "the Kremlin spokesman"


@pytest.mark.parametrize("words", ["a Kremlin spokesman", "U.S. officials", "the president", None])
def test_who_may_be_anybody_has_none(words):
    told = reading(quotations=(quotation(None, words),))
    assert rows_of(article("Who said so?"), told) == ()
