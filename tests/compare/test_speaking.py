"""Statements by speaker, made up for these tests."""

import pytest

from variorum.compare.speaking import (
    NOBODY,
    Said,
    Speaker,
    addressee_of,
    by_speaker,
    called,
    is_quoted,
)
from variorum.record.article import Article
from variorum.record.reading import Entity, Quotation, QuotationMode
from variorum.record.span import Span
from variorum.record.statement import Statement, Variant

MOEN = Entity("ent-moen", "Ida Moen", "person", aliases=("Moen",))
COUSIN = Entity("ent-cousin", "Per Moen", "person")
COPIES = {"a1", "a2", "a3"}


def said(
    *articles: str, by: Entity | None, name: str | None = None, mode: QuotationMode = "direct"
) -> tuple[Statement, dict[str, Said]]:
    """A statement with a quotation in each of some articles; the speaker, or only a name."""
    words = " ".join((by.id if by else name or "", mode, *articles))
    quotations = {
        f"{words}-{one}": (_article(one), _quotation(f"{words}-{one}", mode, f"the press in {one}"))
        for one in articles
    }
    statement = Statement(
        id=words, speaker=by.id if by else None, speaker_name=name or (by.name if by else None),
        text=words, said=None, venue=None, quotations=tuple(quotations), articles=articles,
        variants=tuple(Variant(one, "identical") for one in quotations),
    )  # fmt: skip
    return statement, quotations


def sources(articles) -> frozenset[str]:
    """The articles of COPIES are one source."""
    return frozenset("dispatch" if one in COPIES else one for one in articles)


def speakers(*some: tuple[Statement, dict[str, Said]]) -> list[Speaker]:
    quotations = {key: one for _, told in some for key, one in told.items()}
    entities = {one.id: one for one in (MOEN, COUSIN)}
    return by_speaker([one for one, _ in some], quotations, entities, sources)


def test_the_most_reported_comes_first_and_nobody_last() -> None:
    found = speakers(
        said("b1", "b2", "b3", by=None),
        said("b1", by=COUSIN),
        said("a1", "b1", by=MOEN),
        said("b4", by=None, name="a clerk"),
    )
    assert [(one.key, one.name) for one in found] == [
        ("ent-moen", "Ida Moen"), ("ent-cousin", "Per Moen"), ("a clerk", "a clerk"), ("", NOBODY),
    ]  # fmt: skip


def test_what_is_quoted_comes_before_what_is_reported_then_sources_not_copies_count() -> None:
    copied, twice = said("a1", "a2", "a3", by=MOEN), said("b1", "b2", by=MOEN)
    reported = said("b1", "b2", "b3", "b4", by=MOEN, mode="indirect")
    (moen,) = speakers(reported, copied, twice)
    assert [one.id for one in moen.statements] == [twice[0].id, copied[0].id, reported[0].id]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ent-moen", ["Ida Moen"]),
        ("ida moen", ["Ida Moen"]),
        ("moen", ["Ida Moen"]),  # It is called so; the other is only part of it.
        ("per", ["Per Moen"]),
        ("en", ["Ida Moen", "Per Moen"]),
        ("nobody else", []),
    ],
)
def test_a_speaker_is_found_by_key_or_name_or_words_of_it(asked: str, found: list[str]) -> None:
    some = speakers(said("a1", "b1", by=MOEN), said("b1", by=COUSIN))
    assert [one.name for one in called(some, asked)] == found


def test_words_that_one_article_prints_between_marks_are_quoted() -> None:
    direct, told = said("b1", by=MOEN)
    assert is_quoted(direct, told)
    indirect, told = said("b1", by=MOEN, mode="indirect")
    assert not is_quoted(indirect, told)


def test_to_whom_it_was_said() -> None:
    statement, told = said("b1", "b2", by=MOEN)
    assert addressee_of(statement, told) == "the press in b1"
    untold = {key: (article, _quotation(key, "direct")) for key, (article, _) in told.items()}
    assert addressee_of(statement, untold) is None


def _article(name: str) -> Article:
    return Article(
        id=name, source=name, sha256="", text="“Words,” she said.", title=None, outlet=name,
        authors=(), agencies=(), published=None, language="en", blocks=(),
    )  # fmt: skip


def _quotation(name: str, mode: QuotationMode, addressee: str | None = None) -> Quotation:
    return Quotation(
        id=name, mode=mode, content=(Span(1, 6),), cue=(), source=(), speaker=None,
        speaker_name=None, addressee=addressee, venue=None, said=None, confidence=1.0,
    )  # fmt: skip
