import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.lines import LINE_BREAKS, Line, as_line, cut_lines, plain_form

from .pages import STORY, TEXTS, steady

WRAPPED = """\
The two delegations met again on Monday after a week of
silence, officials of both sides said in the evening, and
neither of them left the harbour before the night had come
and the lamps of the customs house were lit.

The foreign ministry said that a second round was planned for
the end of the month, and that nothing had been agreed on the
customs union so far, although both sides had asked for more
time.
"""


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0c"])
def test_lines_end_where_a_reader_sees_them_end(end: str) -> None:
    assert texts(cut_lines(f"Talks{end}{end} resume {end}")) == ["Talks", "resume"]


def test_lines_break_where_pythons_splitlines_breaks() -> None:
    everything = "".join(f"{code:x}{chr(code)}" for code in range(0x3000))
    assert len(everything.splitlines()) == sum(map(everything.count, LINE_BREAKS)) + 1


@pytest.mark.parametrize("blank", ["", " ", "\u00a0\t", "\u200b", "\ufeff", "\u3000\u2060"])
def test_invisible_characters_make_no_line_and_belong_to_none(blank: str) -> None:
    (line,) = cut_lines(f"{blank}\n{blank}Talks resume{blank}\n{blank}")
    assert line.text == "Talks resume"


def test_a_hard_wrapped_paragraph_is_one_line() -> None:
    first, second = cut_lines(WRAPPED)
    assert (first.start, second.end) == (0, len(WRAPPED.rstrip()))
    assert first.text.endswith("were lit.")
    assert second.text.startswith("The foreign")


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_hard_wrapped_page_is_joined_with_either_line_end(end: str) -> None:
    assert len(cut_lines(WRAPPED.replace("\n", end))) == 2


def test_a_page_with_a_paragraph_a_line_is_not_joined() -> None:
    assert texts(cut_lines(STORY)) == [line for line in STORY.splitlines() if line]


def test_a_menu_is_not_joined() -> None:
    menu = ["Home", "World", "Sport", "Opinion", "Weather", "Harbour", "Letters", "Archive", "Shop"]
    assert texts(cut_lines("\n".join(menu))) == menu


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("41 Comments", "7 comments"),
        ("READ  MORE", "Read\u00a0more"),
        ("Ｔａｌｋｓ", "talks"),
        ("STRASSE", "straße"),
        ("16/07/2018", "3/12/2019"),
    ],
)
def test_lines_that_a_reader_takes_for_the_same_have_one_form(one: str, other: str) -> None:
    assert plain_form(one) == plain_form(other)


@pytest.mark.parametrize(("one", "other"), [("talks", "talk"), ("7 talks", "talks"), ("a-b", "ab")])
def test_lines_that_differ_have_two_forms(one: str, other: str) -> None:
    assert plain_form(one) != plain_form(other)


@steady
@given(st.text())
def test_a_form_is_its_own_form(text: str) -> None:
    assert plain_form(plain_form(text)) == plain_form(text)


@steady
@given(TEXTS)
def test_lines_point_at_their_text_in_order_and_leave_nothing_visible(text: str) -> None:
    reached, between = 0, ""
    for line in cut_lines(text):
        assert reached <= line.start < line.end
        assert line == as_line(line.start, line.end, text[line.start : line.end])
        between += text[reached : line.start]
        reached = line.end
    between += text[reached:]
    assert not [c for c in between if not c.isspace() and unicodedata.category(c) != "Cf"]
