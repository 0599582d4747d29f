import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from variorum.ingest.features import (
    NO_REPEATS,
    WORD_SLOTS,
    WORDY,
    PageRepeats,
    describe,
    is_running_text,
)
from variorum.ingest.lines import cut_lines
from variorum.ingest.roles import NEIGHBOURS, load_model

from .pages import PARAGRAPHS, STORY, TEXTS, steady

REPEATS = st.builds(PageRepeats, st.integers(0, 3), st.integers(0, 3))
TAGS = st.sampled_from(["", "title", "head", "p", "list", "quote", "unheard-of"])
WIDTH = load_model().forms.shape[0] // (2 * NEIGHBOURS + 1)


@steady
@given(TEXTS, st.data())
def test_any_lines_are_described_in_the_same_shape(text: str, data: st.DataObject) -> None:
    lines = cut_lines(text)
    assume(lines)
    tags = [data.draw(TAGS) for _ in lines]
    repeats = [data.draw(REPEATS) for _ in lines]
    forms, slots = describe(lines, tags, repeats)
    assert forms.shape == (len(lines), WIDTH)
    assert forms.dtype == np.float32
    assert np.isfinite(forms).all()
    assert ((forms >= 0) & (forms <= 1)).all()
    assert len(slots) == len(lines)
    assert all(0 <= slot < WORD_SLOTS for line_slots in slots for slot in line_slots)
    again, slots_again = describe(lines, tags, repeats)
    assert np.array_equal(forms, again)
    assert slots == slots_again


def described(text: str, place: int = 0, tag: str = "", repeats: PageRepeats = NO_REPEATS) -> bytes:
    lines = cut_lines(text)
    forms, _ = describe(lines, [tag] * len(lines), [repeats] * len(lines))
    return forms[place].tobytes()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Talks resume", "TALKS RESUME"),
        ("Talks resume", "Talks resume."),
        ("Talks resume", "Talks resume:"),
        ("Talks resume", "“Talks resume"),
        ("Talks resume", "# Talks resume"),
        ("Talks resume", "Talks resume in 2018"),
        ("Ann Lee", "ann@alderpost.example"),
        ("Ann Lee", "@annlee"),
        ("Harbour", "Harbour (Photo: Jo Ray)"),
    ],
)
def test_lines_of_another_form_are_seen_as_different(one: str, other: str) -> None:
    assert described(one) != described(other)


def test_place_tag_and_recurrence_are_seen() -> None:
    page = f"Talks resume\n{PARAGRAPHS[0]}\nTalks resume"
    assert described(page, 0) != described(page, 2)
    assert described(page, 0) != described(page, 0, tag="head")
    assert described(page, 0) != described(page, 0, repeats=PageRepeats(outlet=1))
    assert described(page, 0) != described(page, 0, repeats=PageRepeats(elsewhere=1))


def test_the_words_of_short_lines_are_seen_and_those_of_long_ones_not() -> None:
    lines = cut_lines("Share this\nShare that\nShare this\n" + "word " * (WORDY + 1))
    _, slots = describe(lines, [""] * 4, [NO_REPEATS] * 4)
    assert slots[0] == slots[2] != slots[1]
    assert set(slots[0]) & set(slots[1])
    assert slots[3] == []


def test_numbers_in_words_do_not_matter() -> None:
    lines = cut_lines("41 Comments\n77 comments")
    _, (one, other) = describe(lines, ["", ""], [NO_REPEATS] * 2)
    assert one == other


def test_no_lines_are_described_by_nothing() -> None:
    forms, slots = describe([], [], [])
    assert len(forms) == 0
    assert slots == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (PARAGRAPHS[0], True),
        (PARAGRAPHS[0].rstrip("."), False),
        (f"“{PARAGRAPHS[0]}”", True),
        ("Talks resume.", False),
        ("字" * 109 + "。", True),
    ],
)
def test_running_text_is_long_and_ends_like_a_sentence(line: str, expected: bool) -> None:
    assert is_running_text(line) is expected


def test_every_paragraph_of_the_invented_page_is_running_text() -> None:
    running = [line for line in STORY.splitlines() if is_running_text(line)]
    assert len(running) == 4
