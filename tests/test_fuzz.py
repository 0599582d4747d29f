"""Damaged pages, archives and feeds give articles or failures; `bench.fuzz` tries more of them."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.fuzz import Input, case, check, check_heap, inputs
from tests.contracts.stories import SAMPLE_FILES
from variorum.ingest.articles import make_article
from variorum.ingest.items import Item
from variorum.ingest.page import Page
from variorum.ingest.reading import read_page


@pytest.fixture(scope="module")
def known() -> list[Input]:
    """What is damaged: the sample story alone, so that it is the same everywhere."""
    texts = {file.read_bytes() for file in SAMPLE_FILES}
    return [one for one in inputs(corpora=()) if one.kind != "text" or one.data in texts]


def test_there_is_something_of_each_kind_to_damage(known: list[Input]) -> None:
    assert {one.kind for one in known} == {"html", "text", "rows", "archive", "feed"}
    outcomes = [check(case(known, number), number) for number in range(40)]
    assert any(one["article"] for one in outcomes)
    assert any(name.startswith("failure") for one in outcomes for name in one)


@settings(deadline=None, max_examples=60)
@given(number=st.integers(0, 2**32))
def test_damage_gives_articles_or_failures(known: list[Input], number: int) -> None:
    check(case(known, number), number)


def test_damaged_articles_make_a_sound_record(known: list[Input]) -> None:
    assert check_heap(known, range(60)) == []


def test_a_number_is_always_the_same_damage(known: list[Input]) -> None:
    assert [case(known, 7), case(known, 8)] == [case(known, 7), case(known, 8)]
    assert case(known, 7) != case(known, 8)


MARKS = [
    "[",
    "![",
    "[a](",
    "![a](http://",
    "(",
    "(Reuters",
    "“",
    '"',
    "<p",
    "&",
    "—",
    "A.",
    "1,",
    "A",
]


@pytest.mark.parametrize("repeated", MARKS)
def test_a_page_of_one_mark_takes_no_hours(repeated: str) -> None:
    """Found by damage: what is looked for anew from each of so many places, and never found."""
    text = f":x {repeated * (20_000 // len(repeated))}\n\n" + repeated * (100_000 // len(repeated))
    page = read_page(Item("marks.txt", "text", text.encode()))
    assert isinstance(page, Page)
    assert make_article(page, {}).text == text


def test_one_long_line_does_not_make_all_lines_long() -> None:
    """Found by damage: 2,000 lines took as much memory each as the longest, nine gigabytes."""
    text = "By Ann Lee\n\n" + "x" * 600_000 + "\nword" * 4_000
    page = read_page(Item("long.txt", "text", text.encode()))
    assert isinstance(page, Page)
    tracemalloc.start()
    make_article(page, {})
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 500_000_000
