"""Article text never steers a terminal, and is never taken for markup."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Run
from tests.contracts.stories import PARAGRAPHS, article_line, build_store, write_lines
from variorum.cli.places import AROUND, around
from variorum.cli.printing import LONGEST_NAME, clipped, safe, shortened

NASTY = {
    "colours": "\x1b[31mred\x1b[0m",
    "the window's title": "\x1b]0;owned\x07",
    "clears the screen": "\x9b2J",
    "goes back": "\b\b\bnothing",
    "a carriage return": "good\rbad",
    "turns the direction": "\u202egnitirw\u202c \u2067other\u2069 \u200f",
    "markup": "[bold red]loud[/bold red]",
    "markup that is not closed": "[link=https://example.org]here",
    "markup that closes nothing": "[/italic]",
    "an emoji code": ":goat:",
}
STEERING = set(map(chr, [*range(9), *range(11, 32), *range(0x7F, 0xA0)])) | set(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def story_of(words: str) -> Path:
    """Two articles that say these words everywhere, and a bad input that is named by them."""
    body = [*PARAGRAPHS[:3], f"{PARAGRAPHS[3]} They spoke of the {words} war."]
    other = [*PARAGRAPHS[:3], f"{PARAGRAPHS[3]} They spoke of the {words} {words} conflict."]
    rows = [
        article_line(
            "\n\n".join([f"Title {words}", *text]),
            title=f"Title {words}", outlet=f"Outlet {number} {words}", authors=[words],
            published=f"2031-03-0{number + 1}", url=f"https://example.org/{words}",
        )
        for number, text in enumerate((body, other))
    ]  # fmt: skip
    Path(words.replace("/", "⁄").replace("\0", "") + ".txt").touch()
    build_store(Path("s.variorum"), write_lines(Path("rows.jsonl"), rows), "*.txt")
    return Path("s.variorum")


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY)
def test_what_an_article_says_is_printed_harmlessly(run: Run, words: str) -> None:
    store = story_of(words)
    for arguments in (
        ["build", "*.txt", "-o", store],
        ["show", store],
        ["show", store, "--failures"],
        ["doctor", store],
        ["report", store],
        ["export", store, "out"],
    ):
        result = run(*arguments)
        assert result.exit_code in (0, 3), result.exception
        assert not STEERING & set(result.stdout + result.stderr)
    data = json.loads(run("show", store, "--json").stdout)
    assert {article["title"] for article in data["articles"]} == {
        " ".join(f"Title {words}".split())
    }
    assert data["retellings"]


@pytest.mark.parametrize("name", ["markup", "markup that closes nothing", "an emoji code"])
def test_what_looks_like_markup_is_printed_as_it_stands(run: Run, name: str) -> None:
    store = story_of(NASTY[name])
    assert f"Title {NASTY[name]}" in run("show", store).stdout
    assert f"Outlet 0 {NASTY[name]}" in run("show", store).stdout


@given(st.text())
def test_safe_text_is_one_line_that_steers_nothing(text: str) -> None:
    plain = safe(text).plain
    assert not STEERING & set(plain)
    assert "\n" not in plain
    assert "\t" not in plain


@given(st.text(), st.integers(1, 60))
def test_clipped_text_is_no_longer_than_asked(text: str, length: int) -> None:
    assert len(clipped(text, length).plain) <= length


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_safe_text_keeps_all_that_is_harmless(text: str) -> None:
    assert safe(text).plain == text


def test_a_long_name_of_a_file_is_cut_inside() -> None:
    assert shortened("eastern-daily.txt") == "eastern-daily.txt"
    short = shortened("002_ebd96c11a0f1494e8d20b7f1c99c.txt")
    assert short == "002_ebd96c11a0f14…9c.txt"
    assert len(short) == len(shortened("x" * 80)) == LONGEST_NAME


def test_a_place_is_shown_within_its_sentence_cut_between_words() -> None:
    text = "Rain fell. The ferry has left the quay \x1b[2Jtoday. It was late."
    start = text.index("left")
    before, after = around(text, start, start + 4)
    assert (before, after) == ("The ferry has ", " the quay \ufffd[2Jtoday.")
    long = "word " * 60 + "end"
    before, after = around(long, 150, 154)
    assert before.startswith("… word")
    assert after.endswith("word …")
    assert max(len(before), len(after)) <= AROUND + 2
