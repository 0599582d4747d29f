"""Words in marks that articles give to different people."""

import pytest

from tests.compare.test_denials import article
from variorum.compare.misquoted import misquotations
from variorum.record.article import Article
from variorum.record.reading import Entity, Quotation, Reading
from variorum.record.span import Span
from variorum.record.story import StoryGroup


def read(one: Article, speaker: str) -> Reading:
    """The text as one report by a person who is named in it by the last name."""
    surname = speaker.rsplit(maxsplit=1)[-1]
    source = Span(one.text.index(surname), one.text.index(surname) + len(surname))
    whole = (Span(0, len(one.text)),)
    entity = Entity("e", speaker, "person")
    said = Quotation(
        "q", "mixed", whole, (), (source,), "e", speaker, None, None, None, 1.0
    )  # fmt: skip
    return Reading(one.id, whole, (entity,), (), (), (said,), b"", 0, "test")


def given(*told: tuple[str, str]) -> list[tuple[str, str, str]]:
    articles = {str(number): article(str(number), text) for number, (text, _) in enumerate(told)}
    readings = {
        str(number): read(articles[str(number)], who) for number, (_, who) in enumerate(told)
    }
    found = misquotations(articles, readings, [StoryGroup("s", "s", tuple(articles), None)])
    return [
        (one.value_a, one.value_b, one.a.span.of(articles[one.a.article].text)) for one in found
    ]


HALE = ('Hale called the sale "robbery with a receipt".', "Dorin Hale")
REIS = ("It was “robbery with a receipt”, Reis told the guild.", "Amado Reis")


def test_the_same_words_by_another() -> None:
    assert given(HALE, REIS) == [("dorin hale", "amado reis", "robbery with a receipt")]


@pytest.mark.parametrize(
    "told",
    [
        (HALE, ('It was “robbery with a receipt”, as Hale has it, Reis said.', "Amado Reis")),
        (
            ('Kessel called it "robbery with a receipt".', "Anton Kessel"),
            ('Kesel said it was "robbery with a receipt".', "Toni Kesel"),
        ),
        (HALE, REIS, ('Osk, too, called it "robbery with a receipt".', "Ilse Osk")),
        (('Hale on "Meet the Harbour".', HALE[1]), ('Reis on "Meet the Harbour".', REIS[1])),
        (('Hale spoke of "a long day".', "Dorin Hale"), ('Reis had "a long day".', "Amado Reis")),
    ],
)  # fmt: skip
def test_words_that_are_nobody_elses(told: tuple[tuple[str, str], ...]) -> None:
    assert given(*told) == []
