import time

import pytest

from tests.read.plain_reader import article_of
from variorum.read.quotations.marks import Quoted, find_quoted


def quoted(text: str) -> list[Quoted]:
    return find_quoted(text, article_of(text).blocks)


def inner(text: str, depth: int = 0) -> list[str]:
    return [
        text[one.inner_start : one.inner_end] for one in quoted(text) if one.depth == depth
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We want it,” he said. “We do.”", ["We want it,", "We do."]),
        ('"One" and "two "and "three."', ["One", "two ", "three."]),
        ("‘We saw the players’ union,’ he said.", ["We saw the players’ union,"]),
        ("'I won't,' he said in the '90s.", ["I won't,"]),
        ("„Ja,“ «oui» »ja« ‚ja‘ ``yes''", ["Ja,", "oui", "ja", "ja", "yes"]),
        ("“ spaced ” and more", [" spaced "]),
        ("“A”“B”", ["A", "B"]),
        ('a 6\'2" man', []),
        ('"', []),
        ('""""', []),
        ("he said” and left", []),
        ("rock 'n' roll in '99", []),
        ('"Never closed he said. "But this one is," he said.',
         ["Never closed he said. ", "But this one is,"]),
    ],
)  # fmt: skip
def test_pairs(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_nested() -> None:
    text = "“He told me ‘no’ and left,” she said."
    assert inner(text) == ["He told me ‘no’ and left,"]
    assert inner(text, depth=1) == ["no"]


def test_runs_on_where_the_next_paragraph_opens_anew() -> None:
    text = "“First.\n“Second.\n“Third,” he said."
    assert [one.runs_on for one in quoted(text)] == [True, True, False]
    assert [one.closed for one in quoted(text)] == [False, False, True]


def test_ends_with_its_paragraph_where_nothing_goes_on() -> None:
    text = "“First.\nThe plain one."
    assert inner(text) == ["First."]
    assert not quoted(text)[0].runs_on


@pytest.mark.parametrize("unit", ['"', "“", "'a ", "“a ", '"a" ', "‘a’ «", "a”", "s' a", "„\n"])
def test_linear_time(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    begun = time.monotonic()
    find_quoted(text, article_of(text).blocks)
    assert time.monotonic() - begun < 30
