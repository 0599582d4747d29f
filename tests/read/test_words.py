import pytest

from variorum.read.sentences import sentence_starts
from variorum.read.words import cut_words, with_full_stops


def words(text: str) -> list[str]:
    return [word.text for word in with_full_stops(cut_words(text, 0, len(text)))]


def sentences(text: str) -> list[str]:
    found = with_full_stops(cut_words(text, 0, len(text)))
    starts = sentence_starts(found)
    ends = [*starts[1:], len(found)]
    return [
        text[found[a].start : found[b - 1].end] for a, b in zip(starts, ends, strict=True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn't go.", ["He", "did", "n't", "go", "."]),
        ("Putin’s aides’ plan", ["Putin", "’s", "aides", "’", "plan"]),
        ("the U.S.-led talks", ["the", "U.S.-led", "talks"]),
        ("Mr. J. Doe of Inc. left.", ["Mr.", "J.", "Doe", "of", "Inc.", "left", "."]),
        ("“Yes,” she said", ["“", "Yes", ",", "”", "she", "said"]),
        ("``Yes,'' she said", ["``", "Yes", ",", "''", "she", "said"]),
        ("$1,200.50 (3.5%)", ["$", "1,200.50", "(", "3.5", "%", ")"]),
        ("a@b.org https://x.org/a?b=1 @name", ["a@b.org", "https://x.org/a?b=1", "@name"]),
        ("cannot", ["can", "not"]),
        ("We CANNOT, you gonna go", ["We", "CAN", "NOT", ",", "you", "gon", "na", "go"]),
        ("www.x.org a@b.org U.S. words", ["www.x.org", "a@b.org", "U.S.", "words"]),
        ("I", ["I"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_invisible_characters_are_in_the_span_and_not_in_the_word() -> None:
    (word,) = cut_words("Zel\u200bens\u00adky", 0, 10)
    assert (word.text, word.start, word.end) == ("Zelensky", 0, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Gen. Doe met J. Roe. He left.", ["Gen. Doe met J. Roe.", "He left."]),
        ("In the U.S. He left. It cost 3.5 m.", ["In the U.S.", "He left.", "It cost 3.5 m."]),
        ("The U.S. Senate sat.", ["The U.S. Senate sat."]),
        ("“Why?” he asked. “No.” They left.", ["“Why?” he asked.", "“No.”", "They left."]),
        ("“Why?” Jane Doe asked. No.", ["“Why?” Jane Doe asked.", "No."]),
        ('"We go." "They stay."', ['"We go."', '"They stay."']),
        ("He left... and came back. (So he said.) Yes.",
         ["He left... and came back.", "(So he said.)", "Yes."]),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
