"""What one tells and another denies."""

import re

import pytest

from variorum.compare.denials import denial_contradictions
from variorum.record.article import Article, Block
from variorum.record.reading import Quotation, Reading
from variorum.record.span import Span
from variorum.record.story import StoryGroup

FILLER = (
    "The museum lent paintings to a gallery. Rain fell on the harbour. Farmers brought apples to "
    "the market. A choir sang in the old chapel. Trams ran late."
)


def article(name: str, text: str) -> Article:
    blocks = (Block(0, len(text), "body"),)
    return Article(name, name, "", text, None, name, (), (), None, "en", blocks)


def reading(one: Article, *said: tuple[str, str, str]) -> Reading:
    """The sentences of a text, with what somebody says: speaker, cue and content as printed."""
    ends = [found.end() for found in re.finditer(r"[.?!][”\"]?(?=\s|$)", one.text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))
    quotations = tuple(quotation(one.text, *each) for each in said)
    return Reading(one.id, sentences, (), (), (), quotations, b"", 0, "test")


def quotation(text: str, speaker: str, cue: str, content: str) -> Quotation:
    spans = (Span(text.index(each), text.index(each) + len(each)) for each in (content, cue))
    said, by = next(spans), next(spans)
    mode = "indirect"
    return Quotation(content, mode, (said,), (by,), (by,), None, speaker, None, None, None, 1.0)


def told(*read: tuple[Article, Reading]) -> list[tuple[str, str]]:
    articles = {one.id: one for one, _ in read}
    filler = article("filler", FILLER)
    articles["filler"] = filler
    readings = {one.id: its for one, its in read} | {"filler": reading(filler)}
    story = StoryGroup("s", "s", tuple(articles), None)
    return [
        (one.a.span.of(articles[one.a.article].text), one.b.span.of(articles[one.b.article].text))
        for one in denial_contradictions(articles, readings, [story])
    ]


@pytest.mark.parametrize(
    ("text", "claim", "denial"),
    [
        (
            "Reis accused the guild of burning the barn. The guild denied it.",
            "Reis accused the guild of burning the barn.",
            "The guild denied it",
        ),
        (
            "The union said wages had been cut. Osk, who runs the yard, rejected that claim.",
            "The union said wages had been cut.",
            "Osk, who runs the yard, rejected that claim",
        ),
        (
            "Osk said the tide was turning. Reis, the pilot, said that was false.",
            "Osk said the tide was turning.",
            "Reis, the pilot, said that was false",
        ),
        (
            "Osk claimed the guild had fled. The guild calls that a lie.",
            "Osk claimed the guild had fled.",
            "The guild calls that a lie",
        ),
        (
            "It was the guild that fled, Osk said. Not so, according to Reis.",
            "It was the guild that fled, Osk said.",
            "Not so, according to Reis.",
        ),
        (
            "The yard denied a newspaper report that its docks had been let to Morholt.",
            "its docks had been let to Morholt",
            "The yard denied",
        ),
        (
            "She dismissed as idle talk a claim by her rivals that the mill was bankrupt.",
            "the mill was bankrupt",
            "She dismissed as idle talk",
        ),
    ],
)
def test_one_article_has_both(text: str, claim: str, denial: str) -> None:
    one = article("a", text)
    assert told((one, reading(one))) == [(claim, denial)]


def test_a_denial_of_any_such_thing_is_of_what_was_told_before() -> None:
    text = "Reis said a fair offer had been made. Osk denied that any such offer had come."
    one = article("a", text)
    denial = "Osk denied that any such offer"
    assert ("Reis said a fair offer had been made.", denial) in told((one, reading(one)))


def test_an_accusation_that_is_rejected_is_what_accuses() -> None:
    text = "Work can go on, Osk said. He accused Reis of theft. Reis rejected the accusation."
    one = article("a", text)
    said = ("Osk", "said", "Work can go on"), ("Osk", "accused", "Reis of theft")
    assert [claim for claim, _ in told((one, reading(one, *said)))] == ["He accused Reis of theft."]


@pytest.mark.parametrize(
    "text",
    [
        "Reis accused the guild of burning the barn. The guild will deny it.",
        "The barn burned for two days. The guild denied it.",
        "Reis accused the guild of burning the barn. Was it so? The guild denied it.",
        "The council rejected the plan. Reis said the plan was sound.",
        "Reis declined to comment. The guild denied it.",
        "Reis accused the guild of burning the barn. “The guild denied it,” said Osk.",
    ],
)
def test_what_is_no_denial_of_what_stands_before(text: str) -> None:
    one = article("a", text)
    assert told((one, reading(one))) == []


def test_what_one_article_denies_another_tells() -> None:
    one = article("a", "The yard denied having sold the floating dock to Morholt.")
    other = article("b", "Traders in Morholt bought the floating dock in spring.")
    found = told((one, reading(one)), (other, reading(other)))
    assert found == [(other.text, one.text.removesuffix("."))]


def test_what_is_said_not_to_have_been_is_told_by_another() -> None:
    one = article("a", "The bells never rang, Osk said.")
    other = article("b", "The bells rang at four, the mayor said.")
    found = told(
        (one, reading(one, ("Osk", "said", "The bells never rang"))),
        (other, reading(other, ("mayor", "said", "The bells rang at four"))),
    )
    assert found == [("The bells rang at four", "The bells never rang")]


def test_what_an_article_says_was_not_is_told_by_another() -> None:
    one = article("a", "No ransom was paid to the pirates.")
    other = article("b", "The pirates were paid a ransom of gold, the mayor said.")
    assert told((one, reading(one)), (other, reading(other))) == [(other.text, one.text)]


def test_how_much_another_tells_need_not_be_denied() -> None:
    one = article("a", "Not a single crown was paid, Osk said.")
    other = article("b", "Families paid 60 million crown to the gang, one father said.")
    found = told(
        (one, reading(one, ("Osk", "said", "Not a single crown was paid"))),
        (other, reading(other, ("father", "said", "Families paid 60 million crown to the gang"))),
    )
    assert [denial for _, denial in found] == ["Not a single crown was paid"]


def test_one_speaker_who_says_otherwise_elsewhere_has_changed_what_he_says() -> None:
    one = article("a", "The bells never rang, Osk said.")
    other = article("b", "The bells rang at four, Osk said.")
    filler = article("filler", FILLER)
    articles = {each.id: each for each in (one, other, filler)}
    readings = {
        "a": reading(one, ("Osk", "said", "The bells never rang")),
        "b": reading(other, ("Osk", "said", "The bells rang at four")),
        "filler": reading(filler),
    }
    story = StoryGroup("s", "s", tuple(articles), None)
    found = list(denial_contradictions(articles, readings, [story]))
    assert [each.is_update for each in found] == [True]


def test_what_may_be_is_not_told() -> None:
    one = article("a", "The yard denied having sold the floating dock to Morholt.")
    other = article("b", "Traders in Morholt could buy the floating dock in spring.")
    assert told((one, reading(one)), (other, reading(other))) == []


def test_what_is_said_against_a_denial() -> None:
    text = "Reis denied that he had been pushed. But Osk said she had asked him to go."
    one = article("a", text)
    said = ("Osk", "Osk said", "she had asked him to go")
    reply = "But Osk said she had asked him to go."
    assert told((one, reading(one, said))) == [(reply, "Reis denied that he had been pushed")]
    one = article("a", text.replace("But Osk said", "And Osk said"))
    said = ("Osk", "Osk said", "she had asked him to go")
    assert told((one, reading(one, said))) == []


def test_a_report_that_is_false() -> None:
    one = article("a", "Reports that the floating dock had been sold were false, the yard said.")
    other = article("b", "The yard sold its floating dock in spring.")
    ((claim, denial),) = told((one, reading(one)), (other, reading(other)))
    assert claim == other.text
    assert denial.startswith("Reports that the floating dock")


def test_who_is_denied_something_denies_nothing() -> None:
    one = article("a", "The pilots were denied passage to the floating dock.")
    other = article("b", "Pilots had passage to the floating dock in spring.")
    assert told((one, reading(one)), (other, reading(other))) == []
