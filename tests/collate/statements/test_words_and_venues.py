import pytest

from variorum.collate.statements.venues import are_one, venue_of
from variorum.collate.statements.words import stem, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Erdoğan’s U.S. visit", "erdogan us visit"),
        ("It's 1.5 per cent, or 12,000", "it 1.5 per cent or 12000"),
        ("I don't — can’t", "i dont cant"),
        ("…", ""),
        ("a coloured centre, cancelled", "a colored center canceled"),
        (
            "organisations analysed our defence in an hour",
            "organizations analyzed our defense in an hour",
        ),
        ("$310mn, 4bn, 12.5k and 5km", "310 4 12.5 and 5km"),
    ],
)
def test_words_are_folded(text, words):
    assert " ".join(word for _, _, word in words_in(text)) == words


def test_places_of_words():
    assert list(words_in("So: no.")) == [(0, 2, "so"), (4, 6, "no")]


def test_forms_of_a_word_share_a_stem():
    assert len({stem(word) for word in ["indictment", "indictments"]}) == 1
    assert stem("boat") != stem("boot")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fell", "dropped"),
        ("sent", "sending"),
        ("arrested", "detaining"),
        ("metre", "meters"),
        ("resignation", "quit"),
        ("postponed", "delays"),
    ],
)
def test_words_for_one_thing_share_a_stem(one, other):
    assert len({stem(word) for text in (one, other) for _, _, word in words_in(text)}) == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("an interview with Radio Orrin", "Radio Orrin", True),
        ("a tweet", "Twitter", True),
        ("an interview with Radio Orrin", "an interview with Haldun TV", False),
        ("a rally", "an interview", False),
        (None, "an interview", False),
    ],
)
def test_venues_are_one_if_they_tell_the_same(one, other, expected):
    assert are_one(venue_of(one), venue_of(other)) is expected
    assert are_one(venue_of(other), venue_of(one)) is expected
