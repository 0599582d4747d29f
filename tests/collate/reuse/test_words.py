import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collate.stories import article, examples
from variorum.collate.reuse.words import words_in, words_of
from variorum.record.article import Block

ANY_TEXT = st.text(st.characters(codec=None), max_size=120)
TRICKY = st.text("aZéß٣1２.,'’‘-­\u0301\u200d\ufeff한字𝔘\U0001f600\U000e0101 \n“", max_size=60)


def cut(text):
    starts, ends, _ = words_in(text)
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def is_letter(character):
    return character.isalnum() or ord(character) >= 0x20000


def hashes(text):
    return words_in(text)[2].tolist()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The well-known mayor left.", ["The", "well", "known", "mayor", "left"]),
        ("U.S. troops, the U.S.-led force", ["U.S.", "troops", "the", "U.S.", "led", "force"]),
        ("some 12,000.5 tonnes, 9:30 p.m.", ["some", "12,000.5", "tonnes", "9", "30", "p.m."]),
        ("Türkiye’s don't rock'n'roll", ["Türkiye’s", "don't", "rock'n'roll"]),
        ("'Tis the workers' day. End", ["Tis", "the", "workers", "day", "End"]),
        ("one,two three.Four", ["one", "two", "three", "Four"]),
        ("40% of €3m", ["40", "of", "3m"]),
        ("東京 は dies", ["東京", "は", "dies"]),
        (" \n—…“”", []),
        ("", []),
        ("It rose by 3.5.", ["It", "rose", "by", "3.5"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
    ],
)
def test_words_are_cut_where_a_reader_would(text, words):
    assert cut(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "ERDOGAN"),
        ("Łódź", "łódź"),
        ("São", "Sa\u0303o"),
        ("Việt", unicodedata.normalize("NFD", "Việt")),
        ("don’t", "don't"),
        ("don't", "dont"),
        ("U.S.", "US"),
        ("p.m.", "pm"),
        ("12,000", "12000"),
        ("ＡＦＰ", "AFP"),
        ("co\u00adoperate", "cooperate"),
        ("İzmir", "izmir"),
        ("donʼt", "don't"),
        ("２０３１", "2031"),
        ("Straße", "STRASSE"),
        ("ﬁnance", "finance"),
    ],
)
def test_words_are_equal_whatever_their_case_diacritics_width_and_inner_marks(one, other):
    assert hashes(one) == hashes(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("212", "240"),
        ("abc", "acb"),
        ("war", "wars"),
        ("한국", "하기"),
        ("1.5", "15"),
        ("1½", "112"),
        ("Maße", "Mase"),
    ],
)
def test_different_words_differ(one, other):
    assert hashes(one) != hashes(other)


def test_only_the_body_is_compared():
    page = article(
        "page",
        [
            ("headline", "Fire at Stennvik"),
            "A fire broke out.",
            ("caption", "The fire, seen from the quay."),
            ("promo", "Read more"),
            "Nobody was hurt.",
            ("furniture", "Subscribe"),
        ],
    )
    words = words_of(page)
    found = [page.text[s:e] for s, e in zip(words.starts, words.ends, strict=True)]
    assert found == ["A", "fire", "broke", "out", "Nobody", "was", "hurt"]
    assert words.paragraph.tolist() == [0, 0, 0, 0, 1, 1, 1]
    assert words.name.tolist() == [True, False, False, False, True, False, False]


def test_a_word_never_reaches_over_the_edge_of_a_block():
    page = msgspec.structs.replace(
        article("page", ["Bergen is wet"]), blocks=(Block(0, 5, "body"),)
    )
    words = words_of(page)
    assert (words.starts.tolist(), words.ends.tolist()) == ([0], [5])


def test_words_of_quoted_speech_are_flagged():
    page = article("page", ['"We will go," she said. "Soon."'])
    words = words_of(page)
    quoted = [
        page.text[s:e] for s, e, q in zip(words.starts, words.ends, words.quoted, strict=True) if q
    ]
    assert quoted == ["We", "will", "go", "Soon"]


@examples(max_examples=300)
@given(st.one_of(ANY_TEXT, TRICKY))
def test_offsets_lie_on_the_text_whatever_it_holds(text):
    starts, ends, found = words_in(text)
    assert len(starts) == len(ends) == len(found)
    edges = [place for pair in zip(starts.tolist(), ends.tolist(), strict=True) for place in pair]
    assert edges == sorted(edges)
    assert all(0 <= s < e <= len(text) for s, e in zip(starts, ends, strict=True))
    assert all(any(map(is_letter, word)) for word in cut(text))
    outside = "".join(text[e:s] for e, s in zip([0, *ends], [*starts, len(text)], strict=True))
    assert not any(letter.isascii() and letter.isalnum() for letter in outside)


LETTERS = st.text("aAàÀâbBçÇcdéñÑoøöÖżšŠyŷ", min_size=1, max_size=6)


def folded(word):
    letters = unicodedata.normalize("NFKD", word.replace("’", "").casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@examples(max_examples=200)
@given(LETTERS, LETTERS, st.booleans())
def test_hashes_agree_exactly_if_the_folded_words_do(one, other, with_mark):
    marked = f"{one[0]}’{one[1:]}" if with_mark and len(one) > 1 else one
    assert hashes(marked) == hashes(one) == hashes(one.upper())
    assert (hashes(one) == hashes(other)) == (folded(one) == folded(other))


@given(LETTERS)
@examples()
def test_a_word_is_the_same_wherever_it_stands(word):
    (alone,), (und,) = hashes(word), hashes("und")
    assert hashes(f"“{word}” und {word}, {word}.") == [alone, und, alone, alone]
