"""Letters without what stands above and below them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.record.letters import without_marks


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Erdoğan", "Erdogan"), ("Müller", "Muller"), ("Ilse Maran", "Ilse Maran"),
        ("Łódź", "Łodz"), ("e\u0301", "e"), ("", ""),
    ],
)  # fmt: skip
def test_marks_are_left_off_and_letters_stay(text: str, plain: str) -> None:
    assert without_marks(text) == plain


@given(st.text())
def test_no_mark_is_left(text: str) -> None:
    assert not any(unicodedata.combining(letter) for letter in without_marks(text))
