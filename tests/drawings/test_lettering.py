"""Words are set into the room that there is."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.drawings.lettering import cut, width_of, wrapped


def test_bold_and_wide_letters_take_more_room() -> None:
    assert width_of("mmm", 12) > width_of("iii", 12)
    assert width_of("word", 12, bold=True) > width_of("word", 12)
    assert width_of("会談", 12) == 24


@given(st.text(max_size=300), st.integers(40, 400))
def test_a_cut_line_fits(text: str, width: int) -> None:
    line = cut(text, 12, width)
    assert line == text or (line.endswith("…") and width_of(line, 12) <= width)


def test_a_text_is_wrapped_between_words() -> None:
    assert wrapped("send envoys to the port", 10, 70, 3) == ["send envoys", "to the port"]


def test_what_is_left_over_is_cut() -> None:
    lines = wrapped("one two three four five six", 10, 50, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_one_long_word_is_cut() -> None:
    assert wrapped("a" * 1_000_000, 10, 80, 2)[0].endswith("…")
