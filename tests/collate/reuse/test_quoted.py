from itertools import groupby
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import article, examples
from variorum.collate.reuse.quoted import quoted_characters


def quotations(paragraph):
    """The runs of quoted characters in a page of one paragraph."""
    flags = quoted_characters(article("page", [paragraph]))
    runs = groupby(zip(paragraph, flags, strict=False), key=itemgetter(1))
    return ["".join(letter for letter, _ in run) for is_quoted, run in runs if is_quoted]


def flagged(page):
    flags = quoted_characters(page)
    return "".join(letter if flag else "_" for letter, flag in zip(page.text, flags, strict=False))


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ('He said "we go" and left.', ['"we go"']),
        ('"We go," he said. "Now."', ['"We go,"', '"Now."']),
        ("“We go,” he said, “now.”", ["“We go,”", "“now.”"]),
        ("‘We go,’ he said.", ["‘We go,’"]),
        ("‘‘We go,’’ he said.", ["‘‘We go,’’"]),
        ("``We go,'' he said.", ["``We go,''"]),
        ("« Nous partons », dit-il.", ["« Nous partons »"]),
        ("„Wir gehen“, sagte er.", ["„Wir gehen“"]),
        ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”"]),
        ('"They call it “peace”," he said.', ['"They call it “peace”']),
        ("“We go. And then", ["“We go. And then"]),
        ('"We go. And then', ['"We go. And then']),
        ("and that is all,” he said.", []),
        ("The workers’ union didn’t strike in ’94.", []),
        ("It's the ship's crews' turn.", []),
        ('A 5" pipe, no more.', []),
        ("No marks at all.", []),
        ("»Wir gehen«, sagte er und ging.", ["»Wir gehen«"]),
        ("»Vi går», sade han och gick.", ["»Vi går»"]),
    ],
)
def test_quotations_of_a_paragraph(paragraph, found):
    assert quotations(paragraph) == found


def test_a_quotation_over_two_paragraphs_is_quoted_in_both():
    page = article("page", ["He said: “First this.", "“Then that.” He left."])
    assert flagged(page) == "_________“First this.__“Then that.”_____________"[: len(page.text)]


def test_an_open_mark_in_a_caption_opens_nothing_in_the_body():
    page = article("page", [("caption", "“A view"), "The governor spoke.", "“Yes,” he said."])
    assert "governor" not in flagged(page)
    assert "“Yes,”" in flagged(page)


def test_a_post_is_quoted_with_its_signature():
    post = "We are on our way to the islands with fuel and bread."
    page = article(
        "page", ["Aune wrote:", post, "— Berit Aune (@berit_aune) March 3, 2031", "She left."]
    )
    assert post in flagged(page)
    assert "@berit_aune" in flagged(page)
    assert "She left" not in flagged(page)


def turns(count):
    return [f"{'BERIT AUNE' if turn % 2 else 'HOST'}: Answer {turn}." for turn in range(count)]


def test_a_transcript_is_quoted_speech_throughout():
    page = article("page", ["Here is what they said.", *turns(8), "And then some more."])
    assert not flagged(page).strip("\n_")[-1:].isspace()
    assert "Here is what they said." in flagged(page)
    assert "Answer 3." in flagged(page)


def test_a_few_turns_make_no_transcript():
    page = article("page", ["Here is what they said.", *turns(3)])
    assert set(flagged(page)) == {"_"}


@examples(max_examples=100)
@given(st.text("ab .,", min_size=1, max_size=30).map(lambda text: f"a{text}b"))
def test_what_stands_between_marks_is_found_whatever_the_marks(content):
    for left, right in ("“”", '""', "«»", "„“"):
        assert quotations(f"He said: {left}{content}{right} and left.") == [left + content + right]
